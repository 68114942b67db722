// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "recording/recorder.h"
#include "replay/replay_source.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>

#include <atomic>
#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace ticker;
using State = RecorderWriter::State;

namespace {

constexpr qint64 firstMs = 1'795'377'208'008;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

MarketSpec twoInstruments()
{
    MarketSpec spec;
    spec.instruments.resize(2);
    spec.instruments[0].symbol = QStringLiteral("ACME");
    spec.instruments[0].grid = PriceGrid(0, 1);
    spec.instruments[1].symbol = QStringLiteral("TEA");
    return spec;
}

Tick tickOf(quint64 seq, qint64 price)
{
    Quote headline;
    headline.size = 5;
    headline.price = price;
    Quote other;
    other.instrument = 1;
    other.size = 70;
    other.price = 1230;
    return {seq, {headline, other}};
}

/// A disk that hangs until it is released.
class SlowDevice final : public QIODevice
{
public:
    explicit SlowDevice(QSemaphore &released) : m_released(released)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *, qint64 size) override
    {
        m_released.acquire();
        m_released.release();
        return size;
    }

private:
    QSemaphore &m_released;
};

} // namespace

class RecorderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void form();
    void growsAsPart();
    void roundTrip();
    void sizesWithDecimals();
    void timesRunForward();
    void existingFiles();
    void nameIsTakenMeanwhile();
    void cannotBeStarted();
    void endsByItself();
    void fullDevice();
    void fullDisk();
    void slowDisk();

private:
    std::unique_ptr<Recorder> start(const QString &path, const Recorder::Options &options = {});
    QString path() { return m_folder.filePath(QStringLiteral("%1.csv").arg(++m_files)); }

    QTemporaryDir m_folder;
    int m_files = 0;
};

std::unique_ptr<Recorder> RecorderTest::start(const QString &path, const Recorder::Options &options)
{
    auto recorder = Recorder::start(path, options);
    if (!recorder)
        qFatal("%s", qPrintable(recorder.error().english()));
    return recorder.takeValue();
}

void RecorderTest::form()
{
    const QString name = path();
    auto recorder = start(name);
    recorder->append(twoInstruments(), tickOf(1, 0), firstMs);
    recorder->append(twoInstruments(), {2, {}}, firstMs + 1);
    recorder->append(twoInstruments(), tickOf(3, 999), firstMs + 2);
    QCOMPARE(recorder->state(), State::Writing);
    recorder->finish();
    recorder->append(twoInstruments(), tickOf(4, 1), firstMs + 3);
    recorder->wait();
    QCOMPARE(recorder->state(), State::Done);
    QCOMPARE(recorder->error(), QString());
    QCOMPARE(recorder->ticks(), quint64(2));
    const QByteArray expected("time,seq,symbol,price,size\n"
                              "1795377208008,1,ACME,0,5\n"
                              "1795377208008,1,TEA,12.30,70\n"
                              "1795377208010,3,ACME,999,5\n"
                              "1795377208010,3,TEA,12.30,70\n");
    QCOMPARE(contents(name), expected);
    QCOMPARE(recorder->bytes(), quint64(expected.size()));
    QVERIFY(!QFile::exists(name + QStringLiteral(".part")));
}

void RecorderTest::growsAsPart()
{
    const QString name = path();
    const QString part = name + QStringLiteral(".part");
    auto recorder = start(name);
    QVERIFY(QFile::exists(part));
    recorder->append(twoInstruments(), tickOf(1, 7), firstMs);
    recorder->flush();
    QTRY_VERIFY(contents(part).endsWith("TEA,12.30,70\n"));
    QVERIFY(!QFile::exists(name));
    // Without flush(), a block is written when it is full.
    for (quint64 seq = 2; seq < 2000; ++seq)
        recorder->append(twoInstruments(), tickOf(seq, 7), firstMs);
    QTRY_VERIFY(contents(part).size() >= Recorder::blockBytes);
    recorder.reset();
    QVERIFY(QFile::exists(name) && !QFile::exists(part));
}

void RecorderTest::roundTrip()
{
    constexpr int ticks = 5000;
    const QString name = path();
    Market market(builtInMarket(), 42);
    std::vector<Tick> made;
    auto recorder = start(name);
    for (int i = 0; i < ticks; ++i) {
        made.push_back(market.advance());
        recorder->append(market.spec(), made.back(), firstMs + i / 3); // three within each millisecond
    }
    recorder->finish();
    recorder->wait();

    auto source = ReplaySource::open(name, {});
    QVERIFY(bool(source));
    ReplaySource replay = source.takeValue();
    for (int i = 0; i < ticks; ++i) {
        const Tick &tick = made[std::size_t(i)];
        if (tick.quotes.empty())
            continue;
        const auto replayed = replay.next();
        QVERIFY2(replayed && *replayed, qPrintable(replayed ? QString() : replayed.error().message.english()));
        QCOMPARE((*replayed)->seq, tick.seq);
        QCOMPARE((*replayed)->timeNs, (firstMs + i / 3) * 1'000'000);
        QCOMPARE((*replayed)->quotes.size(), tick.quotes.size());
        for (const Quote &quote : tick.quotes) {
            const Instrument &instrument = market.spec().instruments[quote.instrument];
            const int place = replay.spec().indexOf(instrument.symbol);
            const auto &quotes = (*replayed)->quotes;
            const auto found = std::find_if(quotes.begin(), quotes.end(),
                                            [&](const ReplayQuote &other) { return other.instrument == place; });
            QVERIFY(found != quotes.end());
            QCOMPARE(replay.spec().instruments[std::size_t(place)].grid.decimals(), instrument.grid.decimals());
            QCOMPARE(found->price, quote.price);
            QCOMPARE(found->size, quote.size);
        }
    }
    QVERIFY(replay.next()->kind() == ReplayNext::Kind::End);
}

/// With all of their decimals, so that the first ones tell the reader how many later ones have.
void RecorderTest::sizesWithDecimals()
{
    MarketSpec spec = twoInstruments();
    spec.instruments[0].sizes = SizeScale(8);
    const QString name = path();
    auto recorder = start(name);
    constexpr int ticks = 5000; // more than the part of a file by which it is understood
    const auto sizeOf = [](int i) { return quint64(i + 1 < ticks ? 50'000'000 : 50'000'001); };
    for (int i = 0; i < ticks; ++i) {
        Tick tick = tickOf(quint64(i) + 1, -5);
        tick.quotes[0].size = sizeOf(i);
        recorder->append(spec, tick, firstMs + i);
    }
    recorder->finish();
    recorder->wait();
    QVERIFY(contents(name).contains(",5000,ACME,-5,0.50000001\n"));
    ReplaySource replay = ReplaySource::open(name, {}).takeValue();
    for (int i = 0; i < ticks; ++i) {
        const auto tick = replay.next();
        QVERIFY(tick && *tick);
        QCOMPARE((*tick)->quotes[0].size, sizeOf(i));
    }
}

/// As after the clock was set back: the file must be playable all the same.
void RecorderTest::timesRunForward()
{
    const QString name = path();
    auto recorder = start(name);
    recorder->append(twoInstruments(), tickOf(1, 7), firstMs);
    recorder->append(twoInstruments(), tickOf(2, 8), firstMs - 3'600'000);
    recorder.reset();
    ReplaySource replay = ReplaySource::open(name, {}).takeValue();
    for (quint64 seq = 1; seq <= 2; ++seq) {
        const auto tick = replay.next();
        QVERIFY(tick && *tick);
        QCOMPARE((*tick)->seq, seq);
        QCOMPARE((*tick)->timeNs, firstMs * 1'000'000);
    }
}

void RecorderTest::existingFiles()
{
    const QString name = path();
    const QString part = name + QStringLiteral(".part");
    start(name).reset();
    const auto refused = Recorder::start(name, {});
    QVERIFY(!refused);
    QCOMPARE(refused.error(), QStringLiteral("This file already exists. Choose another name."));

    auto recorder = start(name, {true, {}});
    recorder->append(twoInstruments(), tickOf(1, 7), firstMs);
    const auto other = Recorder::start(m_folder.filePath(QStringLiteral("other")), {}); // in the same folder
    QVERIFY(bool(other));
    QCOMPARE(contents(name), QByteArray("time,seq,symbol,price,size\n")); // until it has finished
    recorder.reset();
    QVERIFY(contents(name).contains(",ACME,7,"));

    QVERIFY(QFile::rename(name, part)); // what a failure leaves behind
    QVERIFY(Recorder::start(name, {}).error().english().contains(part));
    QVERIFY(contents(part).contains(",ACME,7,"));
    start(name, {true, {}}).reset();
    QCOMPARE(contents(name), QByteArray("time,seq,symbol,price,size\n"));
}

void RecorderTest::nameIsTakenMeanwhile()
{
    const QString name = path();
    auto recorder = start(name);
    QFile other(name);
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write("precious") == 8);
    other.close();
    recorder->finish();
    recorder->wait();
    QCOMPARE(recorder->state(), State::Failed);
    QVERIFY2(recorder->error().english().contains(QStringLiteral("could not be renamed")),
             qPrintable(recorder->error().english()));
    QCOMPARE(contents(name), QByteArray("precious"));
    QVERIFY(contents(name + QStringLiteral(".part")).startsWith("time,"));
}

void RecorderTest::cannotBeStarted()
{
    const auto why = [](const QString &name, bool overwrite) {
        const auto recorder = Recorder::start(name, {overwrite, {}});
        return recorder ? QString() : recorder.error().english();
    };
    const QString nowhere = m_folder.filePath(QStringLiteral("nowhere/x.csv"));
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(nowhere, link));
    const QString pipe = m_folder.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const bool overwrite : {false, true}) {
        QCOMPARE(why(m_folder.path(), overwrite), QStringLiteral("This is a folder. Choose a file."));
        QCOMPARE(why(pipe, overwrite), QStringLiteral("This is a pipe. Use a regular file instead."));
        QCOMPARE(why(link, overwrite),
                 QStringLiteral("This is a link to a file that does not exist. Choose another name."));
        QVERIFY(!why(nowhere, overwrite).isEmpty());
    }
    QVERIFY(!QFile::exists(link + QStringLiteral(".part")));
}

void RecorderTest::endsByItself()
{
    std::atomic_int ends = 0;
    auto recorder = start(path(), {false, [&ends] { ++ends; }});
    QCOMPARE(ends.load(), 0);
    recorder->finish();
    QTRY_COMPARE(ends.load(), 1);
    QCOMPARE(recorder->state(), State::Done);
    recorder.reset();
    QCOMPARE(ends.load(), 1);
}

void RecorderTest::fullDevice()
{
    auto file = std::make_unique<QFile>(QStringLiteral("/dev/full"));
    if (!file->open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        QSKIP("there is no /dev/full");
    bool finished = false;
    std::atomic_int ends = 0;
    RecorderWriter writer({std::move(file),
                           [&finished](QIODevice &) -> std::optional<QString> {
                               finished = true;
                               return std::nullopt;
                           },
                           QStringLiteral("X")},
                          [&ends] { ++ends; });
    QVERIFY(writer.write("block"));
    writer.wait();
    QCOMPARE(writer.state(), State::Failed);
    QCOMPARE(writer.error(), QStringLiteral("Recording to X stopped: No space left on device."));
    QVERIFY(!writer.write("block"));
    writer.finish();
    QCOMPARE(writer.state(), State::Failed);
    QTRY_COMPARE(ends.load(), 1);
    QVERIFY(!finished);
}

/// In a process of its own, which may not write longer files.
void RecorderTest::fullDisk()
{
    constexpr rlim_t most = 100'000;
    const QString name = path();
    const pid_t child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{most, most};
        (void)::setrlimit(RLIMIT_FSIZE, &limit);
        const auto recorder = start(name);
        for (quint64 seq = 1; seq < 10'000; ++seq)
            recorder->append(twoInstruments(), tickOf(seq, 7), firstMs);
        recorder->finish();
        recorder->wait();
        const bool isRight = recorder->state() == State::Failed
            && recorder->error().english().contains(QStringLiteral("File too large"));
        ::_exit(isRight ? 0 : 1);
    }
    int status = -1;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QCOMPARE(status, 0);
    QVERIFY(!QFile::exists(name));
    // What was written stays, and can be played but for its last line.
    const QString part = name + QStringLiteral(".part");
    QCOMPARE(QFile(part).size(), qint64(most));
    auto source = ReplaySource::open(part, {});
    QVERIFY(bool(source));
    ReplaySource replay = source.takeValue();
    quint64 ticks = 0;
    auto tick = replay.next();
    for (; tick && *tick; tick = replay.next())
        QCOMPARE((*tick)->seq, ++ticks);
    QVERIFY(ticks > 1000);
}

void RecorderTest::slowDisk()
{
    QSemaphore released;
    std::atomic_int ends = 0;
    RecorderWriter writer(
        {std::make_unique<SlowDevice>(released), [](QIODevice &) { return std::nullopt; }, QStringLiteral("X")},
        [&ends] { ++ends; });
    const QByteArray block(1024 * 1024, 'x');
    qsizetype taken = 0;
    while (writer.write(block))
        QVERIFY(++taken <= 20);
    // One of them may be with the device already.
    QVERIFY(taken * block.size() >= RecorderWriter::mostQueuedBytes);
    QVERIFY(taken * block.size() <= RecorderWriter::mostQueuedBytes + block.size());
    QCOMPARE(writer.state(), State::Failed);
    QCOMPARE(writer.error(),
             QStringLiteral("Recording to X stopped: the disk is too slow, 16 MiB are still unwritten."));
    QCOMPARE(ends.load(), 0);
    released.release();
    writer.wait();
    QTRY_COMPARE(ends.load(), 1);
}

TICKER_TEST(RecorderTest)
#include "tst_recorder.moc"
