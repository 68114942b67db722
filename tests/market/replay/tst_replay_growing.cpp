// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "growing_file.h"
#include "memory_stream.h"
#include "packed_bytes.h"
#include "replay_folder.h"
#include "replay_file/replay_spool.h"
#include "ticker_test.h"

#include <QStringEncoder>

#include <sys/stat.h>

using namespace ticker;

namespace {

const QString notYet = QStringLiteral("not yet");

ReplayOptions following()
{
    ReplayOptions options{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::SkipFew, {}};
    options.follow = true;
    return options;
}

ReplaySource opened(const QString &path, const ReplayOptions &options = {QStringLiteral("HEAD")})
{
    auto source = ReplaySource::open(path, options);
    if (!source)
        qFatal("%s", qPrintable(source.error().message.english()));
    return source.takeValue();
}

QString whyNot(const QString &path, const ReplayOptions &options = {QStringLiteral("HEAD")})
{
    const auto source = ReplaySource::open(path, options);
    return source ? QString() : source.error().message.english();
}

/// A bar each minute.
QByteArray manyBars(int bars)
{
    QByteArray bytes("time,open,high,low,close\n");
    for (int i = 1; i <= bars; ++i)
        bytes += QByteArray::number(i * 60) + ",2,5,1,3\n";
    return bytes;
}

} // namespace

/// What is played while it comes: through a pipe, or into a file that is followed.
class ReplayGrowingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pipes_data();
    void pipes();
    void aShortPipe();
    void aPipeWithoutAWriter();
    void aWriterThatStops();
    void aPipeThatIsNotInOrder();
    void aPipeWithoutTicks();
    void aLimitOfWhatIsKept();
    void linesAreCutAnywhere();
    void linesComeAtOnce();
    void lateLines();
    void barsInTheirOrder();
    void packedAndFollowed();
    void anEmptyFileIsFollowed();
    void aLongFileIsFollowed();
    void truncated();
    void replaced();
    void cannotBeFollowed();
    void decimalsOfAFewLines();

private:
    ReplayFolder m_folder;
    QTemporaryDir m_other;
};

void ReplayGrowingTest::pipes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("packed");
    const QByteArray plain = manySeconds(50'000);
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray asUtf16 = utf16(QString::fromLatin1(plain));
    QTest::newRow("ticks") << plain << plain;
    QTest::newRow("bars") << manyBars(20'000) << manyBars(20'000);
    QTest::newRow("gzip") << plain << gzipped(plain);
    QTest::newRow("zstd") << plain << zstdPacked(plain);
    QTest::newRow("UTF-16 in gzip") << plain << gzipped(asUtf16);
}

/// The same ticks as of the file, however much comes at once; nothing is read before it is needed.
void ReplayGrowingTest::pipes()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, packed);
    ReplaySource plain = m_folder.open(bytes);
    const QStringList wanted = playOn(plain);
    for (const qsizetype pieceBytes : {1'000'000, 4001}) {
        TestPipe pipe;
        auto opening = ReplayOpening::begin(pipe.path(), {QStringLiteral("HEAD")}).takeValue();
        qsizetype written = 0;
        const auto writeMore = [&] {
            written += pipe.write(
                QByteArrayView(packed).sliced(written, std::min(pieceBytes, packed.size() - written)));
            if (written == packed.size())
                pipe.close();
        };
        while (opening.step() != ReplayOpening::Step::Done) {
            writeMore();
            QVERIFY(!opening.work(std::chrono::milliseconds(1)));
        }
        ReplaySource source = ReplaySource::open(opening).takeValue();
        QVERIFY(source.isGrowing() && !source.canSeek() && !source.isFollowing());
        QStringList ticks;
        do {
            writeMore();
            ticks.removeAll(notYet);
            ticks += playSome(source);
        } while (ticks.last() == notYet);
        QCOMPARE(ticks, wanted);
        QVERIFY(source.seekShare(0.5));
        QVERIFY(source.seekTime(second));
        source.rewind();
        QCOMPARE(playSome(source), wanted);
    }
}

void ReplayGrowingTest::aShortPipe()
{
    TestPipe pipe;
    pipe.write("time,price\n1,5\n2,6");
    pipe.close();
    ReplaySource source = opened(pipe.path());
    QCOMPARE(playSome(source), (QStringList{QStringLiteral("1000000000 0:5x1"), QStringLiteral("2000000000 0:6x1")}));
    const auto seek = source.seekShare(0);
    QCOMPARE(seek->message.english(),
             QStringLiteral("What comes through a pipe is played as it comes. To seek in it, "
                            "save it to a file first."));
    QVERIFY(!source.hasFailed());
}

void ReplayGrowingTest::aPipeWithoutAWriter()
{
    const QString path = m_other.filePath(QStringLiteral("aapl"));
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    auto opening = ReplayOpening::begin(path, {QStringLiteral("HEAD")}).takeValue();
    QVERIFY(!opening.work(std::chrono::hours(1)));
    QVERIFY(opening.step() == ReplayOpening::Step::AwaitingStart);
    QVERIFY(opening.isWaiting());
    QCOMPARE(opening.name(), QStringLiteral("aapl"));
    {
        QFile writer(path);
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        writer.write(manySeconds(3));
    }
    QVERIFY(!opening.work(std::chrono::hours(1)));
    QVERIFY(opening.step() == ReplayOpening::Step::Done);
    ReplaySource source = ReplaySource::open(opening).takeValue();
    QCOMPARE(playSome(source).size(), 3);
}

/// A row, and then nothing, is enough to begin.
void ReplayGrowingTest::aWriterThatStops()
{
    TestPipe pipe;
    auto opening = ReplayOpening::begin(pipe.path(), {QStringLiteral("HEAD")}).takeValue();
    const auto isDone = [&] {
        return !opening.work(std::chrono::hours(1)) && opening.step() == ReplayOpening::Step::Done;
    };
    for (const char *piece : {"time,pr", "ice\n1,", "5\n2,6\n3,"}) {
        pipe.write(piece);
        QVERIFY(!isDone());
    }
    QTRY_VERIFY(isDone());
    ReplaySource source = ReplaySource::open(opening).takeValue();
    QCOMPARE(playSome(source).size(), 3);
    QCOMPARE(playSome(source), QStringList{notYet});
    pipe.write("7\n");
    QCOMPARE(playSome(source), (QStringList{QStringLiteral("3000000000 0:700000x100000000"), notYet}));
    pipe.close();
    QCOMPARE(playSome(source), QStringList());
}

void ReplayGrowingTest::aPipeThatIsNotInOrder()
{
    TestPipe pipe;
    pipe.write("time,price\n30,5\n20,6\n10,7\n");
    pipe.close();
    ReplaySource source = opened(pipe.path());
    QCOMPARE(playSome(source).first(), QStringLiteral("10000000000 0:7x1"));
    QVERIFY(source.canSeek());
}

void ReplayGrowingTest::aPipeWithoutTicks()
{
    for (const char *bytes : {"", "time,price\n", "nonsense", "\x89PNG\r\n\x1a\n"}) {
        TestPipe pipe;
        pipe.write(bytes);
        pipe.close();
        QVERIFY(!whyNot(pipe.path()).isEmpty());
    }
}

void ReplayGrowingTest::aLimitOfWhatIsKept()
{
    const QByteArray bytes = manySeconds(5000);
    ReplaySpool spool(std::make_unique<MemoryStream>(bytes, 1000), ReplaySpool::Endless{3000});
    QByteArray read;
    for (int i = 0; i < 3; ++i) { // as long as all is kept
        const auto again = spool.readAt(0, 1000);
        QVERIFY(again);
        QVERIFY(bytes.startsWith(*again));
    }
    while (!spool.isAtEnd() || spool.isWaiting()) {
        const auto some = spool.readAt(quint64(read.size()), 1500);
        QVERIFY(some);
        read += *some;
    }
    QCOMPARE(read, bytes);
    const auto behind = spool.readAt(quint64(read.size()), 1500);
    QVERIFY(behind && behind->isEmpty());
    QVERIFY(!spool.readAt(0, 1000));
}

void ReplayGrowingTest::linesAreCutAnywhere()
{
    const QByteArray more = "2,6\r\n3,7\r\n";
    const QStringList all{QStringLiteral("2000000000 0:600000x100000000"),
                          QStringLiteral("3000000000 0:700000x100000000"), notYet};
    for (qsizetype cut = 0; cut <= more.size(); ++cut) {
        const QString path = m_folder.write("time,price\r\n1,5\r\n");
        ReplaySource source = opened(path, following());
        QCOMPARE(playSome(source).size(), 2);
        append(path, more.first(cut));
        QStringList ticks = playSome(source);
        QCOMPARE(ticks.size(), more.first(cut).count('\n') + 1);
        ticks.removeLast();
        append(path, more.sliced(cut));
        QCOMPARE(ticks + playSome(source), all);
    }
}

/// They do not wait for others that may be earlier.
void ReplayGrowingTest::linesComeAtOnce()
{
    const QString path = m_folder.write("time,price\n");
    append(path, "1,5\n3,5\n2,5\n");
    ReplaySource source = opened(path, following());
    QVERIFY(source.isFollowing() && source.isGrowing() && source.canSeek());
    QCOMPARE(playSome(source).size(), 4);
    for (int time = 4; time < 100; ++time) {
        append(path, QByteArray::number(time) + ",5\n");
        const QStringList ticks = playSome(source);
        QCOMPARE(ticks.size(), 2);
        QVERIFY(ticks.first().startsWith(QString::number(time * second)));
        static_cast<void>(source.indexSome(std::chrono::milliseconds(10)));
    }
    QVERIFY(source.index().isWaiting() && !source.index().isComplete());
    QCOMPARE(source.index().ticks(), quint64(99));
    QVERIFY(!source.seekTime(50 * second));
    QCOMPARE(playSome(source).size(), 51);
}

void ReplayGrowingTest::lateLines()
{
    const QString path = m_folder.write("time,price\n1,5\n5,5\n");
    ReplaySource source = opened(path, following());
    QCOMPARE(playSome(source).size(), 3);
    append(path, "4,5\n5,6\n");
    QCOMPARE(playSome(source).size(), 2);
    QCOMPARE(source.skipped().count(), quint64(1));
    QVERIFY(source.skipped().summary().english().contains(
        QStringLiteral("line 4: time: earlier than a line before it that was played")));
}

/// The next bar may begin before the last one has ended.
void ReplayGrowingTest::barsInTheirOrder()
{
    const QString path = m_folder.write("time,open,high,low,close\n60,2,5,1,3\n");
    ReplaySource source = opened(path, following());
    qint64 last = 0;
    const auto playBars = [&](int count) {
        for (int i = 0; i < count * pricesOfBar; ++i) {
            const auto next = source.next();
            QVERIFY(next && *next);
            QVERIFY((*next)->timeNs >= last);
            last = (*next)->timeNs;
        }
        QVERIFY(source.next()->kind() == ReplayNext::Kind::NotYet);
    };
    playBars(1);
    append(path, "61,2,5,1,3\n");
    playBars(1);
    append(path, "62,2,5,1,3\n500,2,5,1,3\n");
    playBars(2);
}

void ReplayGrowingTest::packedAndFollowed()
{
    const QString path = m_folder.write(gzipped("time,price\n1,5\n"));
    ReplaySource source = opened(path, following());
    QVERIFY(source.isFollowing());
    QCOMPARE(playSome(source).size(), 2);
    append(path, gzipped("2,6\n"));
    QCOMPARE(playSome(source).size(), 2);
}

void ReplayGrowingTest::anEmptyFileIsFollowed()
{
    const QString path = m_folder.write("");
    auto opening = ReplayOpening::begin(path, following()).takeValue();
    for (const char *piece : {"", "time,", "price\n", "1,2"}) {
        append(path, piece);
        QVERIFY(!opening.work(std::chrono::hours(1)));
        QVERIFY(opening.step() == ReplayOpening::Step::AwaitingStart);
    }
    append(path, "\n");
    QVERIFY(!opening.work(std::chrono::hours(1)));
    QVERIFY(opening.step() == ReplayOpening::Step::Done);
}

void ReplayGrowingTest::aLongFileIsFollowed()
{
    const QString path = m_folder.write(manySeconds(50'000));
    ReplaySource source = opened(path, following());
    QCOMPARE(playSome(source).size(), 50'001);
    QCOMPARE(source.progress(), 1.0);
    append(path, "50001,A,5\n");
    QCOMPARE(playSome(source).size(), 2);
    static_cast<void>(source.indexSome(std::chrono::hours(1)));
    QCOMPARE(source.index().ticks(), quint64(50'001));
    QVERIFY(!source.seekShare(0.5));
    QVERIFY(source.position() > 20'000 && source.position() < 30'000);
}

void ReplayGrowingTest::truncated()
{
    for (const bool isPacked : {false, true}) {
        const QByteArray bytes("time,price\n1,5\n2,5\n");
        const QString path = m_folder.write(isPacked ? gzipped(bytes) : bytes);
        ReplaySource source = opened(path, following());
        QCOMPARE(playSome(source).size(), 3);
        QVERIFY(QFile::resize(path, 0));
        QCOMPARE(playSome(source),
                 QStringList(QStringLiteral("%1.csv was truncated after it was opened.").arg(m_folder.files())));
    }
}

/// What was written before is played.
void ReplayGrowingTest::replaced()
{
    const QString path = m_folder.write("time,price\n1,5\n");
    ReplaySource source = opened(path, following());
    QCOMPARE(playSome(source).size(), 2);
    append(path, "2,5\n");
    const QString old = path + QStringLiteral(".1");
    QVERIFY(QFile::rename(path, old));
    QCOMPARE(playSome(source).size(), 2);
    append(old, "3,5\n");
    QCOMPARE(playSome(source).size(), 2);
    append(path, "time,price\n");
    QCOMPARE(
        playSome(source),
        QStringList(QStringLiteral("%1.csv was replaced by another file after it was opened.").arg(m_folder.files())));
}

void ReplayGrowingTest::cannotBeFollowed()
{
    QByteArray bytes("time,price\n");
    for (int i = 20'000; i > 0; --i)
        bytes += QByteArray::number(i) + ",5\n";
    QVERIFY(whyNot(m_folder.write(bytes), following())
                .endsWith(QLatin1String(" is not in the order of time, so it cannot be followed.")));
    const QString zip = m_other.filePath(QStringLiteral("a.zip"));
    writeZip(zip, {{"ticks.csv", manySeconds(10)}});
    QVERIFY(whyNot(zip, following()).startsWith(QLatin1String("The zip file cannot be read here.")));
}

void ReplayGrowingTest::decimalsOfAFewLines()
{
    const QString path = m_folder.write("time,symbol,price,size\n1,EURUSD,1.1,2\n1,COIN,0.5,1\n1,DAX,18000,1\n");
    ReplaySource source = opened(path, following());
    const auto &instruments = source.spec().instruments;
    QCOMPARE(instruments[0].grid.decimals(), 5);
    QCOMPARE(instruments[1].grid.decimals(), 8);
    QCOMPARE(instruments[2].grid.decimals(), 2);
    QCOMPARE(instruments[0].sizes.decimals(), 8);
}

TICKER_TEST(ReplayGrowingTest)
#include "tst_replay_growing.moc"
