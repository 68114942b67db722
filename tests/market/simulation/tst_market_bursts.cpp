// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "event_bench.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;
using namespace ticker::test;

class MarketBurstsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void burst();
    void burstMakesTenSteps();
    void burstIsReplacedAndEnds();
    void drift();
    void driftOfAWalk();
};

/// Trades in each tick, sizes times ten, and all as ever after it.
void MarketBurstsTest::burst()
{
    Pair pair(0.3);
    pair.advance(5);
    for (Market *market : {&pair.plain, &pair.eventful})
        market->apply({Kind::Flat, every, 1}); // so that both are where they were when it is over
    pair.eventful.apply({Kind::Burst, every, 50});
    for (int tick = 0; tick < 50; ++tick) {
        pair.advance();
        QCOMPARE(pair.eventful.tick().quotes.size(), std::size_t(modelCount));
        for (const Quote &quote : pair.plain.tick().quotes)
            QCOMPARE(pair.eventful.quotes()[quote.instrument].size, 10 * quote.size);
    }
    for (int tick = 0; tick < 50; ++tick) {
        pair.advance();
        QCOMPARE(pair.eventful.tick().quotes.size(), pair.plain.tick().quotes.size());
        for (const Quote &quote : pair.plain.tick().quotes)
            QCOMPARE(pair.eventful.quotes()[quote.instrument].size, quote.size);
    }
}

/// Ten steps of a walk: an even number of them away, of variance 10, with draws that do not repeat.
void MarketBurstsTest::burstMakesTenSteps()
{
    MarketSpec spec = specOfModels(1);
    spec.instruments[walk].startPrice = 1'000'000'000'000;
    Market market(spec, 3);
    constexpr int ticks = 20'000;
    market.apply({Kind::Burst, walk, ticks});
    double squares = 0;
    double products = 0;
    int last = 0;
    for (int tick = 0; tick < ticks; ++tick) {
        const Quote &quote = market.advance().quotes[walk];
        const double steps = double(quote.price - quote.previous) / 0.5e8;
        const int whole = int(std::lround(steps));
        QVERIFY(steps == whole && std::abs(whole) <= 10 && whole % 2 == 0);
        squares += whole * whole;
        products += whole * last;
        last = whole;
    }
    // The fourth moment of ten steps is 280, so the square's variance is 180; within 4 standard deviations.
    QVERIFY2(std::abs(squares / ticks - 10) < 4 * std::sqrt(180.0 / ticks),
             qPrintable(QString::number(squares / ticks)));
    QVERIFY(std::abs(products / ticks) < 4 * 10 / std::sqrt(ticks));
}

/// It counts the market's ticks, halted or not; a later one counts anew.
void MarketBurstsTest::burstIsReplacedAndEnds()
{
    Market market(specOfModels(0.001), 3);
    const auto tradesIn = [&market](int ticks) {
        std::size_t trades = 0;
        for (int tick = 0; tick < ticks; ++tick)
            trades += market.advance().quotes.size();
        return trades;
    };
    market.apply({Kind::Burst, brownian, 1000});
    market.apply({Kind::Burst, brownian, 10});
    const std::size_t ofBurst = tradesIn(30);
    QVERIFY2(ofBurst >= 10 && ofBurst < 15, qPrintable(QString::number(ofBurst)));
    market.apply({Kind::Burst, brownian, 20});
    market.apply({Kind::Halt, brownian});
    QVERIFY(tradesIn(15) < 5);
    market.apply({Kind::Resume, brownian});
    const std::size_t ofRest = tradesIn(30);
    QVERIFY2(ofRest >= 5 && ofRest < 10, qPrintable(QString::number(ofRest)));
}

/// So much of the logarithm in each tick, in bursts too; where each price is new, that factor and no more.
void MarketBurstsTest::drift()
{
    Pair pair;
    pair.advance(3);
    pair.eventful.apply({Kind::Drift, every, 0.01});
    for (int tick = 1; tick <= 50; ++tick) {
        if (tick == 25) {
            pair.plain.apply({Kind::Burst, every, 10});
            pair.eventful.apply({Kind::Burst, every, 10});
        }
        pair.advance();
        QVERIFY(isNear(pair.ratio(uniform), std::exp(0.01)));
        for (const int i : {brownian, jumping, switching, clustering})
            QVERIFY2(isNear(pair.ratio(i), std::exp(0.01 * tick)), qPrintable(QString::number(pair.ratio(i), 'g', 12)));
    }
    pair.eventful.apply({Kind::Drift, every, -0.02});
    pair.advance(20);
    QVERIFY(isNear(pair.ratio(brownian), std::exp(0.5 - 0.4)));
    pair.eventful.apply({Kind::Drift, every, 0});
    pair.advance(20);
    QVERIFY(isNear(pair.ratio(brownian), std::exp(0.5 - 0.4)));
    QCOMPARE(pair.ratio(uniform), 1.0);
}

/// Of one that hardly moves by itself.
void MarketBurstsTest::driftOfAWalk()
{
    MarketSpec spec = specOfModels(1);
    spec.instruments[walk].model = RandomWalkModel{1e-12};
    Market still(spec, 3);
    still.apply({Kind::Drift, walk, 0.01});
    for (int tick = 0; tick < 100; ++tick)
        still.advance();
    QVERIFY(isNear(price(still, walk), double(start) * std::exp(1.0)));
}

TICKER_TEST(MarketBurstsTest)
#include "tst_market_bursts.moc"
