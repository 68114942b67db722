// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_bench.h"
#include "ticker_test.h"

#include <cmath>
#include <limits>

using namespace ticker;
using namespace ticker::test;

class MarketEventsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data();
    void accepts();
    void eventsAreKept();
    void eventsAreBounded();
    void ofOneOrOfEvery();
    void spikeAndCrash();
    void spikeShowsAtOnce();
    void spikeWaitsForTheHaltsEnd();
    void haltStopsAndResumes();
    void haltShiftsNoDraws();
    void flatKeepsThePrice();
    void flatPriceJumps();
    void cancelledEventsLeaveNoTrace();
    void sameEventsGiveTheSameTicks();
};

void MarketEventsTest::accepts_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("instrument");
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *name, Kind kind, int instrument, double value, bool accepted) {
        QTest::addRow("%s %d %g", name, instrument, value) << int(kind) << instrument << value << accepted;
    };
    constexpr double above = 1 + std::numeric_limits<double>::epsilon();
    row("spike", Kind::Spike, 0, 0.05, true);
    row("spike", Kind::Spike, 0, 10, true);
    row("spike, a little too high", Kind::Spike, 0, 10 * above, false);
    row("spike", Kind::Spike, 0, 0, false);
    row("spike", Kind::Spike, 0, -0.1, false);
    row("crash", Kind::Crash, 0, 0.999, true);
    row("crash", Kind::Crash, 0, 1, false);
    row("crash", Kind::Crash, 0, 0, false);
    row("halt", Kind::Halt, 0, 0, true);
    row("halt", Kind::Halt, 0, 1, false);
    row("resume", Kind::Resume, 0, 0, true);
    row("resume", Kind::Resume, 0, 1, false);
    row("flat", Kind::Flat, 0, 1, true);
    row("flat", Kind::Flat, 0, 0, true);
    row("flat", Kind::Flat, 0, 0.5, false);
    row("burst", Kind::Burst, 0, 1, true);
    row("burst", Kind::Burst, 0, 1'000'000, true);
    row("burst", Kind::Burst, 0, 1'000'001, false);
    row("burst", Kind::Burst, 0, 0, false);
    row("burst", Kind::Burst, 0, 2.5, false);
    row("drift", Kind::Drift, 0, 0.1, true);
    row("drift", Kind::Drift, 0, -0.1, true);
    row("drift", Kind::Drift, 0, 0, true);
    row("drift, a little too high", Kind::Drift, 0, 0.1 * above, false);
    row("drift, a little too low", Kind::Drift, 0, -0.1 * above, false);
    row("last instrument", Kind::Halt, modelCount - 1, 0, true);
    row("behind the last instrument", Kind::Halt, modelCount, 0, false);
    row("every instrument", Kind::Halt, every, 0, true);
    row("below every instrument", Kind::Halt, -2, 0, false);
    row("no kind", Kind(200), 0, 0, false);
    for (const Kind kind : {Kind::Spike, Kind::Crash, Kind::Halt, Kind::Resume, Kind::Flat, Kind::Burst, Kind::Drift}) {
        for (const double value : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()})
            row(QByteArray::number(int(kind)).constData(), kind, 0, value, false);
    }
}

void MarketEventsTest::accepts()
{
    QFETCH(int, kind);
    QFETCH(int, instrument);
    QFETCH(double, value);
    QFETCH(bool, accepted);
    const Market market(specOfModels(1), 1);
    QCOMPARE(market.accepts({Kind(kind), instrument, value}), accepted);
}

/// With the tick that they had their first effect on, whatever the caller gave.
void MarketEventsTest::eventsAreKept()
{
    Market market(specOfModels(1), 1);
    market.apply({Kind::Halt, 2, 0, 77});
    market.advance();
    market.advance();
    market.apply({Kind::Spike, every, 0.5, 1});
    QCOMPARE(market.events().size(), std::size_t(2));
    QVERIFY((market.events()[0] == MarketEvent{Kind::Halt, 2, 0, 1}));
    QVERIFY((market.events()[1] == MarketEvent{Kind::Spike, every, 0.5, 3}));
}

void MarketEventsTest::eventsAreBounded()
{
    Market market(specOfModels(1), 1);
    constexpr auto most = int(Market::mostEvents);
    for (int i = 0; i < most + 7; ++i) {
        market.apply({Kind::Burst, 0, double(i + 1)});
        QVERIFY(market.events().size() <= Market::mostEvents);
    }
    QCOMPARE(market.events().size(), Market::mostEvents);
    QCOMPARE(market.events().front().value, 8.0);
    QCOMPARE(market.events().back().value, most + 7.0);
}

void MarketEventsTest::ofOneOrOfEvery()
{
    Market market(specOfModels(1), 1);
    market.apply({Kind::Halt, brownian});
    for (int i = 0; i < modelCount; ++i)
        QCOMPARE(market.isHalted(i), i == brownian);
    QCOMPARE(market.advance().quotes.size(), std::size_t(modelCount - 1));
    market.apply({Kind::Halt, every});
    QVERIFY(market.advance().quotes.empty());
    market.apply({Kind::Resume, every});
    QCOMPARE(market.advance().quotes.size(), std::size_t(modelCount));
}

/// The level moves for good where there is a memory, is forgotten as fast as any distance where there is a mean, and
/// for one tick where each price is new. Two before the same tick multiply.
void MarketEventsTest::spikeAndCrash()
{
    Pair pair;
    pair.advance(10);
    pair.eventful.apply({Kind::Spike, every, 0.5});
    pair.eventful.apply({Kind::Crash, every, 0.2});
    pair.advance();
    for (int i = 0; i < modelCount; ++i)
        QVERIFY2(isNear(pair.ratio(i), 1.5 * 0.8), qPrintable(QString::number(pair.ratio(i), 'g', 12)));
    const double gap = price(pair.eventful, walk) - price(pair.plain, walk);
    pair.advance(20);
    QCOMPARE(pair.ratio(uniform), 1.0);
    QVERIFY(std::abs(price(pair.eventful, walk) - price(pair.plain, walk) - gap) <= 2); // but for rounding
    QVERIFY(isNear(std::log(pair.ratio(reverting)), std::log(1.2) * std::exp(-20 * 0.01)));
    for (const int i : {brownian, jumping, switching})
        QVERIFY(isNear(pair.ratio(i), 1.2));
}

/// Also where there are few trades.
void MarketEventsTest::spikeShowsAtOnce()
{
    Market market(specOfModels(0.001), 3);
    for (int time = 0; time < 20; ++time) {
        market.apply({time % 2 == 0 ? Kind::Spike : Kind::Crash, every, 0.3});
        const quint64 seq = market.events().back().seq;
        QCOMPARE(market.advance().quotes.size(), std::size_t(modelCount));
        QCOMPARE(market.seq(), seq);
    }
}

void MarketEventsTest::spikeWaitsForTheHaltsEnd()
{
    Pair pair;
    pair.advance(10);
    for (Market *market : {&pair.plain, &pair.eventful})
        market->apply({Kind::Halt, every});
    pair.eventful.apply({Kind::Spike, every, 1});
    pair.advance(5);
    for (int i = 0; i < modelCount; ++i)
        QCOMPARE(pair.ratio(i), 1.0);
    for (Market *market : {&pair.plain, &pair.eventful})
        market->apply({Kind::Resume, every});
    pair.advance();
    for (int i = 0; i < modelCount; ++i)
        QVERIFY2(isNear(pair.ratio(i), 2), qPrintable(QString::number(pair.ratio(i), 'g', 12)));
}

void MarketEventsTest::haltStopsAndResumes()
{
    Market market(specOfModels(1), 3);
    market.advance();
    const std::vector<Quote> before(market.quotes().begin(), market.quotes().end());
    market.apply({Kind::Halt, every});
    for (int tick = 0; tick < 1000; ++tick) {
        QVERIFY(market.advance().quotes.empty());
        QVERIFY(std::equal(before.begin(), before.end(), market.quotes().begin()));
    }
    QCOMPARE(market.seq(), quint64(1001));
    market.apply({Kind::Resume, every});
    market.advance();
    // One step on from where it stood: 1,000 of them would have gone further.
    QCOMPARE(std::abs(price(market, walk) - double(before[walk].price)), 0.5e8);
    QVERIFY(std::abs(std::log(price(market, brownian) / double(before[brownian].price))) < 0.06);
}

/// Afterwards each tick's draws are what they would have been: the same prices without a memory, the same changes with
/// one.
void MarketEventsTest::haltShiftsNoDraws()
{
    Pair pair;
    pair.advance(10);
    pair.eventful.apply({Kind::Halt, every});
    pair.advance(10);
    pair.eventful.apply({Kind::Resume, every});
    const double lead = pair.ratio(brownian);
    QVERIFY(!isNear(lead, 1));
    for (int tick = 0; tick < 200; ++tick) {
        pair.advance();
        QCOMPARE(price(pair.eventful, uniform), price(pair.plain, uniform));
        QVERIFY(isNear(pair.ratio(brownian), lead));
        QCOMPARE(pair.eventful.quotes()[walk].size, pair.plain.quotes()[walk].size);
    }
}

void MarketEventsTest::flatKeepsThePrice()
{
    Pair pair(0.5);
    pair.advance(10);
    const std::vector<Quote> before(pair.eventful.quotes().begin(), pair.eventful.quotes().end());
    pair.eventful.apply({Kind::Flat, every, 1});
    for (int tick = 0; tick < 200; ++tick) {
        pair.advance();
        QCOMPARE(pair.eventful.tick().quotes.size(), pair.plain.tick().quotes.size()); // it trades as often as ever
        for (const Quote &quote : pair.eventful.tick().quotes)
            QCOMPARE(quote.price, before[quote.instrument].price);
    }
    pair.eventful.apply({Kind::Flat, every, 0});
    const double lowestMove = std::abs(price(pair.eventful, walk) - double(before[walk].price));
    QCOMPARE(lowestMove, 0.0);
    pair.advance(20);
    // At most 10 steps that did not show before it was flat, and 20 after it.
    QVERIFY(std::abs(price(pair.eventful, walk) - double(before[walk].price)) <= 30 * 0.5e8);
    for (int i = 0; i < modelCount; ++i)
        QVERIFY(pair.eventful.quotes()[std::size_t(i)].price != before[std::size_t(i)].price || i == walk);
}

void MarketEventsTest::flatPriceJumps()
{
    Market market(specOfModels(1), 3);
    market.advance();
    const std::vector<Quote> before(market.quotes().begin(), market.quotes().end());
    market.apply({Kind::Flat, every, 1});
    market.apply({Kind::Drift, every, 0.05}); // a flat price does not drift
    market.advance();
    market.apply({Kind::Crash, every, 0.5});
    for (int tick = 0; tick < 10; ++tick) {
        market.advance();
        for (int i = 0; i < modelCount; ++i)
            QVERIFY(isNear(price(market, i), 0.5 * double(before[std::size_t(i)].price)));
    }
    market.apply({Kind::Drift, every, 0});
    market.apply({Kind::Flat, every, 0});
    market.advance();
    QVERIFY(std::abs(std::log(price(market, brownian) / double(before[brownian].price) / 0.5)) < 0.06);
}

/// Before the same tick.
void MarketEventsTest::cancelledEventsLeaveNoTrace()
{
    Pair pair(0.4);
    for (int tick = 0; tick < 1000; ++tick) {
        if (tick % 10 == 0) {
            pair.eventful.apply({Kind::Halt, every});
            pair.eventful.apply({Kind::Spike, every, 1});
            pair.eventful.apply({Kind::Flat, every, 1});
            pair.eventful.apply({Kind::Drift, every, 0.1});
            pair.eventful.apply({Kind::Drift, every, 0});
            pair.eventful.apply({Kind::Crash, every, 0.5});
            pair.eventful.apply({Kind::Flat, every, 0});
            pair.eventful.apply({Kind::Resume, every});
        }
        QVERIFY(pair.plain.advance() == pair.eventful.advance());
    }
}

/// What was kept, applied to another market before the ticks that it names, gives the same ones.
void MarketEventsTest::sameEventsGiveTheSameTicks()
{
    Pair pair(0.6);
    std::vector<Tick> ticks;
    for (int tick = 0; tick < 600; ++tick) {
        if (tick % 7 == 0)
            pair.eventful.apply({tick % 2 == 0 ? Kind::Spike : Kind::Crash, tick % modelCount, 0.2});
        if (tick % 50 == 3)
            pair.eventful.apply({Kind::Burst, every, 8});
        if (tick % 100 == 20)
            pair.eventful.apply({Kind::Halt, tick / 100});
        if (tick % 100 == 60)
            pair.eventful.apply({Kind::Resume, every});
        ticks.push_back(pair.eventful.advance());
    }
    std::size_t next = 0;
    int differences = 0;
    Market plain(specOfModels(0.6), 3);
    for (const Tick &tick : ticks) {
        const auto events = pair.eventful.events();
        while (next < events.size() && events[next].seq == tick.seq)
            pair.plain.apply(events[next++]);
        QVERIFY(pair.plain.advance() == tick);
        differences += plain.advance() == tick ? 0 : 1;
    }
    QVERIFY(differences > 500);
}

TICKER_TEST(MarketEventsTest)
#include "tst_market_events.moc"
