// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packed_bytes.h"
#include "replay_folder.h"
#include "ticker_test.h"

#include <QStringEncoder>

using namespace ticker;

namespace {

const ReplayOptions strict{QStringLiteral("HEAD"), ReplayOptions::OnBadLine::Stop, {}};

} // namespace

/// Files that are packed or no UTF-8 are played as what is in them.
class ReplayPackedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void packed_data();
    void packed();
    void lists();
    void damagedFurtherOn();
    void refused_data();
    void refused();

private:
    [[nodiscard]] QByteArray zipped(const QByteArray &bytes)
    {
        const QString path = m_files.filePath(QStringLiteral("a.zip"));
        writeZip(path, {{"ticks.csv", bytes}});
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    ReplayFolder m_folder;
    QTemporaryDir m_files;
};

void ReplayPackedTest::packed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray plain = manySeconds(50'000);
    QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
    const QByteArray asUtf16 = utf16(QString::fromLatin1(plain));
    QTest::newRow("gzip") << gzipped(plain);
    QTest::newRow("zstd") << zstdPacked(plain);
    QTest::newRow("zip") << zipped(plain);
    QTest::newRow("UTF-16") << asUtf16;
    QTest::newRow("UTF-16 in gzip in zip") << zipped(gzipped(asUtf16));
}

void ReplayPackedTest::packed()
{
    QFETCH(const QByteArray, bytes);
    ReplaySource plain = m_folder.open(manySeconds(50'000));
    const QStringList ticks = playOn(plain);
    ReplaySource source = m_folder.open(bytes);
    QVERIFY(source.progress() < 0.1);
    QCOMPARE(playOn(source), ticks);
    QCOMPARE(source.progress(), 1.0);
    source.rewind();
    index(source);
    QCOMPARE(source.index().ticks(), quint64(50'000));
    for (int from = 1; from <= 50'000; from += 9001) {
        QVERIFY(!source.seekTime(from * second));
        QCOMPARE(playOn(source), ticks.sliced(from - 1));
    }
    QVERIFY(!source.seekShare(0.5));
    QVERIFY(source.position() > 20'000 && source.position() < 30'000);
}

void ReplayPackedTest::lists()
{
    ReplaySource source = m_folder.open(R"([{"time":1,"price":2},{"time":2,"price":3}])");
    QCOMPARE(playOn(source), (QStringList{QStringLiteral("1000000000 0:2x1"), QStringLiteral("2000000000 0:3x1")}));
    ReplaySource bars = m_folder.open("[[1577750640000,3,4,2,3,5],[1577750700000,3,4,2,3,5]]");
    QCOMPARE(playOn(bars).size(), 8);
}

/// What could be unpacked is played.
void ReplayPackedTest::damagedFurtherOn()
{
    const QByteArray packed = gzipped(manySeconds(50'000));
    ReplaySource source = m_folder.open(packed.chopped(packed.size() / 4));
    const QStringList ticks = playOn(source);
    QVERIFY(ticks.size() > 20'000);
    QCOMPARE(ticks.last(), QStringLiteral("The gzip file ends in the middle. Download or pack it again."));
    index(source);
    QCOMPARE(source.index().error()->message.english(), ticks.last());
}

void ReplayPackedTest::refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("why");
    QTest::newRow("picture") << QByteArray("\x89PNG\r\n\x1a\n")
                             << QStringLiteral("This is a picture (PNG). Open the file with the data.");
    QTest::newRow("web page")
        << QByteArray("<html><body>Rate limit")
        << QStringLiteral("This is a web page (HTML). Download the file itself, not the page that shows it.");
    QTest::newRow("packed web page")
        << gzipped("<html><body>Rate limit")
        << QStringLiteral("This is a web page (HTML). Download the file itself, not the page that shows it.");
    QTest::newRow("packed again and again") << gzipped(gzipped(gzipped(gzipped("time,price\n1,2\n"))))
                                            << QStringLiteral("The file is packed several times. Unpack it first.");
    QTest::newRow("damaged") << QByteArray("\x1f\x8bxxxxxxxxxxxxxxxx")
                             << QStringLiteral("The gzip file is damaged. Download or pack it again.");
    QTest::newRow("binary") << QByteArray("\x01\x02\x03\x04\x05")
                            << QStringLiteral("This is not a text file. Write its data as CSV and open that.");
}

void ReplayPackedTest::refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, why);
    const auto source = ReplaySource::open(m_folder.write(bytes), strict);
    QVERIFY(!source);
    QCOMPARE(source.error().message.english(), why);
}

TICKER_TEST(ReplayPackedTest)
#include "tst_replay_packed.moc"
