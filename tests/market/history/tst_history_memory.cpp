// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/candle_book.h"
#include "history/tick_history.h"
#include "instruments/instrument.h"
#include "random_ticks.h"
#include "ticker_test.h"

#include <cstddef>
#include <cstdlib>
#include <new>

using namespace ticker;

namespace {

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::size_t megabyte = 1024 * 1024;
constexpr qint64 startMs = 1'795'377'208'008;

/// What this program, of one thread, takes from operator new.
struct CountedHeap final
{
    static inline std::size_t bytes = 0;       ///< Held now, as they were asked for.
    static inline std::size_t mostBytes = 0;   ///< Held at any time since this was set.
    static inline std::size_t allocations = 0; ///< Ever made.
};

} // namespace

/// In front of each allocation stands its size, in as many bytes as keep it aligned.
void *operator new(std::size_t size)
{
    constexpr std::size_t front = alignof(std::max_align_t);
    auto *const start = static_cast<std::byte *>(std::malloc(size + front));
    if (start == nullptr)
        std::abort();
    new (start) std::size_t(size);
    CountedHeap::bytes += size;
    CountedHeap::mostBytes = CountedHeap::bytes > CountedHeap::mostBytes ? CountedHeap::bytes : CountedHeap::mostBytes;
    ++CountedHeap::allocations;
    return start + front;
}

void operator delete(void *memory) noexcept
{
    if (memory == nullptr)
        return;
    auto *const start = static_cast<std::byte *>(memory) - alignof(std::max_align_t);
    CountedHeap::bytes -= *std::launder(reinterpret_cast<std::size_t *>(start));
    std::free(start);
}

void operator delete(void *memory, std::size_t) noexcept
{
    operator delete(memory);
}

/// Memory of TickHistory and CandleBook, counted.
class HistoryMemoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void walksAllocateNothing();
    void ticksTakeOneChunkAtFirst();
    void ticksOfTwelveInstruments();
    void ticksKeepToTheLimit_data();
    void ticksKeepToTheLimit();
    void ticksAllocateNothingInTheEnd_data();
    void ticksAllocateNothingInTheEnd();
    void candlesKeepToTheLimit_data();
    void candlesKeepToTheLimit();
    void candlesOfTwelveInstruments();
    void candlesAllocateNothingInTheEnd();
};

void HistoryMemoryTest::walksAllocateNothing()
{
    TickHistory history(1, TickHistory::Limits());
    RandomTicks feed(1, RandomTicks::always, 9);
    for (int i = 0; i < 50'000; ++i)
        history.append(feed.next(), feed.timeMs);
    std::size_t seen = 0;
    quint64 seq = history.lastSeq();
    const std::size_t before = CountedHeap::allocations;
    for (auto walk = history.tradesBack(0); seen < 20'000; ++seen) {
        const auto trade = walk.next();
        if (!trade || trade->seq != seq--)
            break;
    }
    const std::size_t allocations = CountedHeap::allocations - before;
    QCOMPARE(seen, std::size_t(20'000));
    QCOMPARE(allocations, std::size_t(0));
}

void HistoryMemoryTest::ticksTakeOneChunkAtFirst()
{
    const std::size_t before = CountedHeap::bytes;
    TickHistory history(MarketSpec::mostInstruments, TickHistory::Limits());
    history.append({1, {}}, 0);
    const std::size_t taken = CountedHeap::bytes - before;
    QVERIFY2(taken <= chunkBytes + 4096, qPrintable(QString::number(taken)));
    QVERIFY(taken <= history.bytes());
}

/// 100,000 ticks in which all twelve trade: 1.2 million trades.
void HistoryMemoryTest::ticksOfTwelveInstruments()
{
    Tick tick{0, std::vector<Quote>(12)};
    const std::size_t before = CountedHeap::bytes;
    TickHistory history(12, TickHistory::Limits());
    for (int i = 0; i < 250'000; ++i) {
        ++tick.seq;
        for (quint16 place = 0; place < 12; ++place) {
            Quote &quote = tick.quotes[place];
            quote = {.instrument = place, .size = 1, .price = qint64(tick.seq), .previous = quote.price};
        }
        history.append(tick, i);
    }
    const std::size_t taken = CountedHeap::bytes - before;
    QCOMPARE(history.lastSeq() - history.firstSeq() + 1, quint64(100'000));
    QVERIFY2(taken <= 20 * megabyte, qPrintable(QString::number(taken)));
    QVERIFY(taken <= history.bytes());
}

void HistoryMemoryTest::ticksKeepToTheLimit_data()
{
    QTest::addColumn<quint64>("limit");
    QTest::newRow("64 MB") << quint64(64 * megabyte);
    QTest::newRow("8 MB") << quint64(8 * megabyte);
    QTest::newRow("1 MB") << quint64(megabyte);
}

void HistoryMemoryTest::ticksKeepToTheLimit()
{
    QFETCH(quint64, limit);
    CountedHeap::mostBytes = CountedHeap::bytes;
    const std::size_t before = CountedHeap::bytes;
    TickHistory history(MarketSpec::mostInstruments, {100'000, limit});
    RandomTicks feed(MarketSpec::mostInstruments, RandomTicks::always, 11);
    quint64 fewest = TickHistory::newest;
    const quint64 full = limit / (MarketSpec::mostInstruments * 16); // No more could be held.
    for (quint64 i = 0; i < full * 3 / 2; ++i) {
        history.append(feed.next(), feed.timeMs);
        if (i > full)
            fewest = std::min(fewest, history.lastSeq() - history.firstSeq() + 1);
    }
    const std::size_t most = CountedHeap::mostBytes - before;
    const std::size_t ofTheFeed = 64 * 1024;
    QVERIFY2(most <= limit + ofTheFeed, qPrintable(QString::number(most)));
    QVERIFY(history.bytes() <= limit);
    const quint64 chunk = chunkBytes / (MarketSpec::mostInstruments * 16);
    QVERIFY2(fewest + 2 * chunk >= full * 9 / 10 && fewest <= full, qPrintable(QString::number(fewest)));
}

void HistoryMemoryTest::ticksAllocateNothingInTheEnd_data()
{
    QTest::addColumn<int>("instruments");
    QTest::addColumn<quint64>("bytes");
    QTest::newRow("limit of ticks") << 3 << quint64(64 * megabyte);
    QTest::newRow("limit of bytes") << MarketSpec::mostInstruments << quint64(2 * megabyte);
}

void HistoryMemoryTest::ticksAllocateNothingInTheEnd()
{
    QFETCH(int, instruments);
    QFETCH(quint64, bytes);
    TickHistory history(std::size_t(instruments), {10'000, bytes});
    RandomTicks feed(instruments, RandomTicks::always, 2);
    const auto play = [&](int ticks) {
        for (int i = 0; i < ticks; ++i)
            history.append(feed.next(), feed.timeMs);
    };
    const int ticks = instruments == 3 ? 40'000 : 1000;
    play(ticks);
    const std::size_t before = CountedHeap::allocations;
    play(ticks);
    QCOMPARE(CountedHeap::allocations - before, std::size_t(0));
}

void HistoryMemoryTest::candlesKeepToTheLimit_data()
{
    QTest::addColumn<quint64>("limit");
    QTest::addColumn<qint64>("stepMs");
    QTest::newRow("32 MB, seconds") << quint64(32 * megabyte) << qint64(1000);
    QTest::newRow("32 MB, hours") << quint64(32 * megabyte) << qint64(3'600'000);
    QTest::newRow("4 MB, seconds") << quint64(4 * megabyte) << qint64(1000);
    QTest::newRow("4 MB, minutes") << quint64(4 * megabyte) << qint64(60'000);
}

void HistoryMemoryTest::candlesKeepToTheLimit()
{
    QFETCH(quint64, limit);
    QFETCH(qint64, stepMs);
    RandomTicks feed(MarketSpec::mostInstruments, RandomTicks::always, 4);
    const Tick tick = feed.next();
    CountedHeap::mostBytes = CountedHeap::bytes;
    const std::size_t before = CountedHeap::bytes;
    CandleBook book(MarketSpec::mostInstruments, {.bytes = limit});
    for (int i = 0; i < 2500; ++i) {
        book.append(tick, startMs + i * stepMs);
        if (book.bytes() > limit)
            QFAIL(qPrintable(QString::number(book.bytes())));
    }
    const std::size_t held = CountedHeap::bytes - before;
    const std::size_t most = CountedHeap::mostBytes - before;
    QCOMPARE(held, book.bytes());
    // While a series moves to another place, it has both.
    QVERIFY2(most <= limit + 1000 * sizeof(Candle), qPrintable(QString::number(most)));
    QVERIFY2(held >= limit / 2, qPrintable(QString::number(held)));
}

/// The built-in market has place for a thousand candles of every interval, and takes it only when they come.
void HistoryMemoryTest::candlesOfTwelveInstruments()
{
    RandomTicks feed(12, RandomTicks::always, 4);
    const Tick tick = feed.next();
    CandleBook book(12, {});
    const std::size_t atFirst = 16 * 1024;
    QVERIFY(book.bytes() <= atFirst);
    for (int day = 0; day < 1100; ++day)
        book.append(tick, startMs + day * candleIntervalMs(CandleInterval::Day));
    for (const CandleInterval interval : candleIntervals) {
        const auto pieces = book.candles(11, interval, {.limit = 5000});
        QCOMPARE(pieces[0].size() + pieces[1].size(), std::size_t(1000));
    }
    QVERIFY(book.bytes() <= 8 * megabyte);
}

void HistoryMemoryTest::candlesAllocateNothingInTheEnd()
{
    RandomTicks feed(MarketSpec::mostInstruments, RandomTicks::always, 4);
    const Tick tick = feed.next();
    CandleBook book(MarketSpec::mostInstruments, {.bytes = megabyte});
    const qint64 stepMs = candleIntervalMs(CandleInterval::Day) / 2 + 1;
    int step = 0;
    const auto play = [&](int steps) {
        for (const int end = step + steps; step < end; ++step)
            book.append(tick, startMs + step * stepMs);
    };
    play(500);
    const std::size_t before = CountedHeap::allocations;
    play(500);
    QCOMPARE(CountedHeap::allocations - before, std::size_t(0));
}

TICKER_TEST(HistoryMemoryTest)
#include "tst_history_memory.moc"
