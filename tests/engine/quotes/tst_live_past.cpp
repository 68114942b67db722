// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/live_market.h"
#include "ticker_test.h"

#include <algorithm>

using namespace ticker;

namespace {

constexpr quint64 seed = 42;
constexpr qint64 beginMs = 1'795'377'208'000;
constexpr int teapot = 1;

void givePast(LiveMarket &market, qint64 begin = beginMs)
{
    market.takePast(MadePast::of(market.spec(), market.seed(), begin));
}

std::size_t candleCount(LiveMarket &market, int instrument, CandleInterval interval)
{
    const auto pieces = market.candles().candles(instrument, interval, {});
    return pieces[0].size() + pieces[1].size();
}

} // namespace

/// The past of a market that is on.
class LivePastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isASecondATick();
    void fillsCandles();
    void touchesNothingElse();
    void comesALittleLate();
    void comesTooLateWhereTicksAreForgotten();
    void filesHaveNone();
    void keepsToTheMemoryOfCandles();
};

void LivePastTest::isASecondATick()
{
    LiveMarket market(builtInMarket(), seed);
    QVERIFY(market.past().isEmpty());
    givePast(market);
    QVERIFY(market.past().firstSeq() < -5400);
    QVERIFY(market.past().endMs() < beginMs);
    auto walk = market.past().tradesFrom(0, market.past().firstSeq()); // trades in each tick
    qint64 seq = market.past().firstSeq();
    while (const auto trade = walk.next()) {
        QCOMPARE(market.past().seqOf(*trade), seq);
        QCOMPARE(trade->timeMs, market.past().endMs() + seq * 1000);
        ++seq;
    }
    QCOMPARE(seq, qint64(1));
}

void LivePastTest::fillsCandles()
{
    LiveMarket market(builtInMarket(), seed);
    givePast(market);
    QVERIFY(candleCount(market, teapot, CandleInterval::Second) > 900);
    QVERIFY(candleCount(market, teapot, CandleInterval::Minute) >= 100);
    QVERIFY(candleCount(market, teapot, CandleInterval::Hour) >= 2);
    market.advance(beginMs + 1000);
    market.advance(beginMs + 2000);
    const auto pieces = market.candles().candles(0, CandleInterval::Second, {.limit = 3});
    QList<bool> areGenerated;
    for (const auto &piece : pieces) {
        for (const Candle &candle : piece)
            areGenerated.append(candle.isGenerated);
    }
    QCOMPARE(areGenerated, (QList<bool>{true, false, false}));
}

/// Quotes, counts, what can be caught up on, and the ticks from 1 on.
void LivePastTest::touchesNothingElse()
{
    LiveMarket market(builtInMarket(), seed);
    LiveMarket without(builtInMarket(), seed);
    givePast(market);
    QCOMPARE(market.seq(), quint64(0));
    QVERIFY(market.history().isEmpty());
    QVERIFY(market.featuredQuote() == nullptr);
    for (int i = 0; i < 12; ++i) {
        QVERIFY(market.cache().quote(i) == without.cache().quote(i));
        QCOMPARE(market.cache().ticks(i), quint64(0));
    }
    int missed = 0;
    for (int tick = 0; tick < 100; ++tick) {
        market.advance(beginMs + tick);
        without.advance(beginMs + tick);
        QVERIFY(market.tick() == without.tick());
    }
    QVERIFY(market.visitMissed(0, market.cache().all(), [&](quint64, const QByteArray &) { return ++missed > 0; }));
    QCOMPARE(missed, 100);
    for (int i = 0; i < 12; ++i) {
        QVERIFY(market.cache().quote(i) == without.cache().quote(i));
        QCOMPARE(market.cache().ticks(i), without.cache().ticks(i));
    }
}

/// As if it had been there from the start: it is made while ticks come.
void LivePastTest::comesALittleLate()
{
    LiveMarket market(builtInMarket(), seed);
    LiveMarket late(builtInMarket(), seed);
    givePast(market);
    givePast(market, beginMs + 5000); // it has one
    QCOMPARE(market.past().endMs(), beginMs - 1);
    for (int tick = 0; tick < 100; ++tick) {
        market.advance(beginMs + 10 * tick);
        late.advance(beginMs + 10 * tick);
    }
    givePast(late);
    QCOMPARE(late.past().firstSeq(), market.past().firstSeq());
    for (const CandleInterval interval : candleIntervals) {
        for (int instrument = 0; instrument < 12; ++instrument) {
            const auto expected = market.candles().candles(instrument, interval, {});
            const auto actual = late.candles().candles(instrument, interval, {});
            for (std::size_t piece = 0; piece < expected.size(); ++piece)
                QVERIFY(std::ranges::equal(actual.at(piece), expected.at(piece)));
        }
    }
}

/// Then candles would have a hole that nobody could see.
void LivePastTest::comesTooLateWhereTicksAreForgotten()
{
    LiveMarket market(builtInMarket(), seed);
    while (market.history().firstSeq() <= 1)
        market.advance(beginMs);
    givePast(market);
    QVERIFY(market.past().isEmpty());
}

void LivePastTest::filesHaveNone()
{
    LiveMarket market(builtInMarket());
    givePast(market);
    QVERIFY(market.past().isEmpty());
    QCOMPARE(candleCount(market, teapot, CandleInterval::Minute), std::size_t(0));
    QCOMPARE(market.featured().symbol, QStringLiteral("ACME"));
}

void LivePastTest::keepsToTheMemoryOfCandles()
{
    MarketSpec spec;
    for (int i = 0; i < MarketSpec::mostInstruments; ++i) {
        Instrument instrument;
        instrument.symbol = QStringLiteral("SYM%1").arg(i);
        spec.instruments.push_back(instrument);
    }
    LiveMarket market(spec, seed);
    givePast(market);
    QCOMPARE(market.past().firstSeq(), qint64(-99)); // 50,000 trades
    constexpr std::size_t megabyte = 1024 * 1024;
    QVERIFY(market.candles().bytes() <= 32 * megabyte);
    QVERIFY(market.past().bytes() <= 4 * megabyte);
}

TICKER_TEST(LivePastTest)
#include "tst_live_past.moc"
