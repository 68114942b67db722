// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/tick_history.h"
#include "ticker_test.h"

#include "instruments/instrument.h"
#include "random_ticks.h"

#include <algorithm>

using namespace ticker;

namespace {

using Trades = std::vector<TickHistory::Trade>;
using Limits = TickHistory::Limits;

constexpr std::size_t chunkBytes = 256 * 1024;
constexpr std::size_t megabyte = 1024 * 1024;

/// Every trade, and nothing clever.
struct Model final
{
    quint64 firstSeq = 0;
    std::vector<qint64> times; ///< From firstSeq on.
    Trades trades;

    void append(const Tick &tick, qint64 timeMs)
    {
        if (times.empty())
            firstSeq = tick.seq;
        times.push_back(timeMs);
        for (const Quote &quote : tick.quotes)
            trades.push_back({tick.seq, timeMs, quote.price, quote.previous, quote.size, quote.instrument});
    }
    template<typename Wanted>
    [[nodiscard]] Trades those(const Wanted &wanted) const
    {
        Trades found;
        std::copy_if(trades.begin(), trades.end(), std::back_inserter(found), wanted);
        return found;
    }
};

template<typename Walk>
Trades all(Walk walk)
{
    Trades found;
    while (const auto trade = walk.next())
        found.push_back(*trade);
    // The end is final.
    return walk.next() ? Trades() : found;
}

void compareTimes(const TickHistory &history, const Model &model, quint64 seq)
{
    const bool held = seq >= history.firstSeq() && seq <= history.lastSeq();
    const auto time = history.timeMs(seq);
    QCOMPARE(time.has_value(), held);
    if (held)
        QCOMPARE(*time, model.times[seq - model.firstSeq]);
    QVERIFY(all(history.tradesOf(seq)) == model.those([=](const auto &trade) { return held && trade.seq == seq; }));
}

void compareWalks(const TickHistory &history, const Model &model, int instrument, quint64 seq)
{
    const quint64 first = history.firstSeq();
    QVERIFY(all(history.tradesFrom(instrument, seq)) == model.those([=](const auto &trade) {
        return trade.instrument == instrument && trade.seq >= first && trade.seq >= seq;
    }));
    Trades back = model.those(
        [=](const auto &trade) { return trade.instrument == instrument && trade.seq >= first && trade.seq <= seq; });
    std::reverse(back.begin(), back.end());
    QVERIFY(all(history.tradesBack(instrument, seq)) == back);
    auto walk = history.tradesBack(instrument, seq);
    walk.skip(back.size() / 2);
    QVERIFY(all(walk) == Trades(back.begin() + std::ptrdiff_t(back.size() / 2), back.end()));
    walk.skip(back.size());
    QVERIFY(!walk.next());
}

} // namespace

class TickHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHoldsNothing();
    void sameAsEverythingKept_data();
    void sameAsEverythingKept();
    void edgesOfChunks_data();
    void edgesOfChunks();
    void keepsExactlyTheLimit_data();
    void keepsExactlyTheLimit();
    void ticksWithoutTrades();
    void extremeValues();
    void timesBeyondTheRange();
    void clearedForAnotherTape();
    void survivesAMove();
};

void TickHistoryTest::emptyHoldsNothing()
{
    const TickHistory history(3, Limits());
    QVERIFY(history.isEmpty());
    QCOMPARE(history.firstSeq(), quint64(0));
    QCOMPARE(history.lastSeq(), quint64(0));
    QCOMPARE(history.bytes(), std::size_t(0));
    for (const quint64 seq : {quint64(0), quint64(1), TickHistory::newest}) {
        QVERIFY(!history.timeMs(seq));
        QVERIFY(all(history.tradesOf(seq)).empty());
        QVERIFY(all(history.tradesFrom(2, seq)).empty());
        QVERIFY(all(history.tradesBack(2, seq)).empty());
    }
}

void TickHistoryTest::sameAsEverythingKept_data()
{
    QTest::addColumn<int>("instruments");
    QTest::addColumn<int>("perThousand");
    QTest::addColumn<quint64>("mostTicks");
    QTest::addColumn<quint64>("mostBytes");
    QTest::addColumn<int>("ticks");

    const quint64 many = 100'000;
    const quint64 roomy = 64 * megabyte;
    QTest::newRow("one instrument") << 1 << RandomTicks::always << many << roomy << 30'000;
    QTest::newRow("one, fewer ticks than a chunk has") << 1 << RandomTicks::always << quint64(500) << roomy << 30'000;
    QTest::newRow("one tick is kept") << 2 << 700 << quint64(1) << roomy << 20'000;
    QTest::newRow("two ticks are kept") << 2 << 700 << quint64(2) << roomy << 20'000;
    QTest::newRow("limit of 0 means 1") << 2 << 700 << quint64(0) << roomy << 500;
    QTest::newRow("twelve") << 12 << 800 << quint64(3000) << roomy << 8000;
    QTest::newRow("twelve, few bytes") << 12 << 800 << many << quint64(3 * chunkBytes + 1000) << 12'000;
    QTest::newRow("twelve, no bytes") << 12 << 800 << many << quint64(0) << 12'000;
    QTest::newRow("rare trades") << 40 << 3 << quint64(60'000) << roomy << 80'000;
    QTest::newRow("500, always") << MarketSpec::mostInstruments << RandomTicks::always << many << quint64(megabyte)
                                 << 200;
    QTest::newRow("500, rarely") << MarketSpec::mostInstruments << 20 << quint64(2000) << quint64(megabyte) << 6000;
}

void TickHistoryTest::sameAsEverythingKept()
{
    QFETCH(int, instruments);
    QFETCH(int, perThousand);
    QFETCH(quint64, mostTicks);
    QFETCH(quint64, mostBytes);
    QFETCH(int, ticks);

    TickHistory history(std::size_t(instruments), {mostTicks, mostBytes});
    RandomTicks feed(instruments, perThousand, 42);
    Model model;
    const int checks = 8;
    for (int i = 1; i <= ticks; ++i) {
        const Tick &tick = feed.next();
        history.append(tick, feed.timeMs);
        model.append(tick, feed.timeMs);
        QCOMPARE(history.lastSeq(), tick.seq);
        if (i > 3 && i % (ticks / checks) != 0)
            continue;
        const quint64 first = history.firstSeq();
        const quint64 inside = first + feed.below(tick.seq - first + 1);
        for (const quint64 seq : {quint64(0), first - 1, first, inside, tick.seq, tick.seq + 1, TickHistory::newest}) {
            compareTimes(history, model, seq);
            compareWalks(history, model, int(feed.below(quint64(instruments))), seq);
            compareWalks(history, model, instruments - 1, seq);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void TickHistoryTest::edgesOfChunks_data()
{
    QTest::addColumn<int>("instruments");
    QTest::addColumn<bool>("follow");
    QTest::newRow("1") << 1 << true;
    QTest::newRow("12") << 12 << true;
    QTest::newRow("500") << MarketSpec::mostInstruments << true;
    QTest::newRow("12, each with a previous price of its own") << 12 << false;
    QTest::newRow("500, each with a previous price of its own") << MarketSpec::mostInstruments << false;
}

/// Whatever place a tick has in its chunk, its trades come back, and the walks lead from and to it.
void TickHistoryTest::edgesOfChunks()
{
    QFETCH(int, instruments);
    QFETCH(bool, follow);
    TickHistory history(std::size_t(instruments), {100'000, 4 * chunkBytes + 64 * 1024});
    RandomTicks feed(instruments, 900, 7);
    std::vector<Trades> kept;
    const std::size_t chunksSeen = 6;
    const std::size_t ticks = chunksSeen * chunkBytes / (std::size_t(instruments) * 14 + 8);
    for (std::size_t i = 0; i < ticks; ++i) {
        Tick tick = feed.next();
        for (Quote &quote : tick.quotes)
            quote.previous = follow ? quote.previous : -1;
        Model model;
        model.append(tick, feed.timeMs);
        kept.push_back(model.trades);
        history.append(tick, feed.timeMs);
        QVERIFY(all(history.tradesOf(tick.seq)) == model.trades);
    }
    QVERIFY(history.firstSeq() > 1);
    Trades last;
    for (quint64 seq = history.firstSeq(); seq <= history.lastSeq(); ++seq) {
        const Trades &trades = kept[seq - 1];
        QVERIFY(all(history.tradesOf(seq)) == trades);
        if (trades.empty())
            continue;
        auto forward = history.tradesFrom(trades.back().instrument, seq);
        QVERIFY(forward.next() == trades.back());
        auto back = history.tradesBack(trades.front().instrument, seq);
        QVERIFY(back.next() == trades.front());
    }
}

void TickHistoryTest::keepsExactlyTheLimit_data()
{
    QTest::addColumn<quint64>("limit");
    for (const quint64 limit : {1, 2, 3, 1309, 1310, 1311, 2620, 5000})
        QTest::addRow("%d", int(limit)) << limit;
}

void TickHistoryTest::keepsExactlyTheLimit()
{
    QFETCH(quint64, limit);
    TickHistory history(12, {limit, 64 * megabyte});
    RandomTicks feed(12, RandomTicks::always, 3);
    for (quint64 seq = 1; seq <= 12'000; ++seq) {
        history.append(feed.next(), feed.timeMs);
        QCOMPARE(history.firstSeq(), seq > limit ? seq - limit + 1 : 1);
    }
    QVERIFY(!history.timeMs(history.firstSeq() - 1));
    QVERIFY(all(history.tradesOf(history.firstSeq() - 1)).empty());
    QCOMPARE(all(history.tradesFrom(5, 0)).size(), std::size_t(limit));
    QCOMPARE(all(history.tradesBack(5)).size(), std::size_t(limit));
}

void TickHistoryTest::ticksWithoutTrades()
{
    TickHistory history(2, Limits());
    Tick tick;
    const quint64 ticks = 70'000; // More than two chunks of them.
    for (tick.seq = 1; tick.seq <= ticks; ++tick.seq) {
        tick.quotes.clear();
        if (tick.seq % 30'000 == 0)
            tick.quotes.push_back({.instrument = 1, .size = 5, .price = qint64(tick.seq), .previous = 4});
        history.append(tick, qint64(tick.seq) * 10);
    }
    QCOMPARE(history.firstSeq(), quint64(1));
    QVERIFY(all(history.tradesBack(0)).empty());
    QVERIFY(all(history.tradesFrom(0, 1)).empty());
    const Trades trades{{30'000, 300'000, 30'000, 4, 5, 1}, {60'000, 600'000, 60'000, 4, 5, 1}};
    QVERIFY(all(history.tradesFrom(1, 1)) == trades);
    QVERIFY(all(history.tradesFrom(1, 30'000)) == trades);
    QVERIFY(all(history.tradesFrom(1, 30'001)) == Trades{trades[1]});
    QVERIFY(all(history.tradesBack(1, 59'999)) == Trades{trades[0]});
    QVERIFY(all(history.tradesOf(60'000)) == Trades{trades[1]});
    QVERIFY(all(history.tradesOf(60'001)).empty());
    QCOMPARE(*history.timeMs(60'001), qint64(600'010));
}

void TickHistoryTest::extremeValues()
{
    TickHistory history(MarketSpec::mostInstruments, Limits());
    Model model;
    const quint16 last = MarketSpec::mostInstruments - 1;
    const qint64 lowest = std::numeric_limits<qint64>::min();
    const qint64 highest = std::numeric_limits<qint64>::max();
    const quint64 largest = SizeScale::largest;
    quint64 seq = quint64(1) << 63;
    for (const qint64 price : {qint64(0), PriceGrid::largestPrice, qint64(1), -PriceGrid::largestPrice, qint64(-1)}) {
        for (const qint64 previous : {price, lowest, highest, qint64(-1), qint64(0)}) {
            const Tick tick{seq++,
                            {{.instrument = 0, .size = largest, .price = price, .previous = previous},
                             {.instrument = last, .size = 0xFFFF'FFFF, .price = price, .previous = previous}}};
            history.append(tick, price % 2 == 0 ? TickHistory::latestTimeMs : TickHistory::earliestTimeMs);
            model.append(tick, price % 2 == 0 ? TickHistory::latestTimeMs : TickHistory::earliestTimeMs);
        }
    }
    for (quint64 each = history.firstSeq(); each <= history.lastSeq(); ++each)
        compareTimes(history, model, each);
    compareWalks(history, model, 0, history.firstSeq());
    compareWalks(history, model, last, history.lastSeq());
    compareWalks(history, model, 250, history.lastSeq());
}

void TickHistoryTest::timesBeyondTheRange()
{
    TickHistory history(1, Limits());
    history.append({1, {}}, std::numeric_limits<qint64>::max());
    history.append({2, {}}, std::numeric_limits<qint64>::min());
    history.append({3, {}}, -1);
    QCOMPARE(*history.timeMs(1), TickHistory::latestTimeMs);
    QCOMPARE(*history.timeMs(2), TickHistory::earliestTimeMs);
    QCOMPARE(*history.timeMs(3), qint64(-1));
}

void TickHistoryTest::clearedForAnotherTape()
{
    TickHistory history(12, Limits());
    RandomTicks feed(12, RandomTicks::always, 5);
    for (int i = 0; i < 5000; ++i)
        history.append(feed.next(), feed.timeMs);
    history.clear();
    QVERIFY(history.isEmpty());
    QCOMPARE(history.firstSeq(), quint64(0));
    QVERIFY(!history.timeMs(5000));
    QVERIFY(all(history.tradesBack(3)).empty());
    QVERIFY(history.bytes() > 0 && history.bytes() < 2 * chunkBytes);

    Model model;
    for (const quint64 start : {quint64(1), quint64(900'000), quint64(17)}) {
        feed.jumpTo(start);
        history.clear();
        model = {};
        for (int i = 0; i < 3000; ++i) {
            const Tick &tick = feed.next();
            history.append(tick, feed.timeMs);
            model.append(tick, feed.timeMs);
        }
        QCOMPARE(history.firstSeq(), start);
        compareWalks(history, model, 3, start);
        compareWalks(history, model, 3, start + 2999);
        compareTimes(history, model, start - 1);
        compareTimes(history, model, start);
    }
}

void TickHistoryTest::survivesAMove()
{
    TickHistory history(2, Limits());
    RandomTicks feed(2, RandomTicks::always, 5);
    Model model;
    for (int i = 0; i < 20'000; ++i) {
        const Tick &tick = feed.next();
        history.append(tick, feed.timeMs);
        model.append(tick, feed.timeMs);
    }
    TickHistory moved(std::move(history));
    compareWalks(moved, model, 1, 1);
    history = std::move(moved);
    compareWalks(history, model, 1, 20'000);
}

TICKER_TEST(TickHistoryTest)
#include "tst_tick_history.moc"
