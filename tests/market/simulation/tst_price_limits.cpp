// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/market.h"
#include "ticker_test.h"

#include <array>

using namespace ticker;

class PriceLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pricesStayOnTheGrid();
    void pricesTurnAtTheGridsEnds();
    void uniformMayBeZero();
    void modelsWithoutChanceStandStill();
};

/// The wildest parameters, with every event, for a million ticks: always a multiple of the tick size, never beyond the
/// grid, and so never a number that is none.
void PriceLimitsTest::pricesStayOnTheGrid()
{
    const std::vector<PriceModel> models{UniformModel{0, 1e9},
                                         RandomWalkModel{1e300},
                                         RandomWalkModel{1e-300},
                                         RandomWalkModel{0.03},
                                         GeometricBrownianModel{0.1, 0},
                                         GeometricBrownianModel{-0.1, 1},
                                         MeanReversionModel{1e300, 1, 1},
                                         MeanReversionModel{1e-300, 1e-300, 1},
                                         JumpDiffusionModel{0.1, 1, 10, 1, 1},
                                         JumpDiffusionModel{-0.1, 1, 10, -1, 1},
                                         RegimeSwitchingModel{{{0.1, 1, 1}, {-0.1, 1, 1}, {0, 0, 0.5}}},
                                         GarchModel{0.1, 1, 1 - 0x1p-53, 0},
                                         GarchModel{-0.1, 1, 0.5, 0.5 - 0x1p-53}};
    const std::array<PriceGrid, 4> grids{PriceGrid(8, 1), PriceGrid(0, 1'000'000), PriceGrid(3, 7), PriceGrid(2, 5)};
    MarketSpec spec;
    for (std::size_t i = 0; i < models.size(); ++i) {
        const PriceGrid &grid = grids.at(i % grids.size());
        spec.instruments.push_back({QStringLiteral("WILD%1").arg(i), {}, grid, 20 * grid.tickSize(), models[i], 1});
    }
    Market market(spec, 1);
    constexpr int ticks = 1'000'000;
    constexpr std::array<MarketEvent, 6> events{
        MarketEvent{MarketEvent::Kind::Spike, -1, 10},   MarketEvent{MarketEvent::Kind::Burst, -1, 50},
        MarketEvent{MarketEvent::Kind::Drift, -1, 0.1},  MarketEvent{MarketEvent::Kind::Crash, -1, 1 - 0x1p-53},
        MarketEvent{MarketEvent::Kind::Drift, -1, -0.1}, MarketEvent{MarketEvent::Kind::Drift, -1, 0}};
    int wrong = 0;
    for (int tick = 0; tick < ticks; ++tick) {
        if (tick % 1000 == 0)
            market.apply(events.at(std::size_t(tick / 1000) % events.size()));
        for (const Quote &quote : market.advance().quotes) {
            const qint64 tickSize = spec.instruments[quote.instrument].grid.tickSize();
            const qint64 lowest = quote.instrument == 0 ? 0 : tickSize;
            const bool isRight = quote.price >= lowest && quote.price <= PriceGrid::largestPrice
                && quote.price % tickSize == 0 && quote.low >= lowest && quote.low <= quote.price
                && quote.high >= quote.price && quote.size >= 1;
            wrong += isRight ? 0 : 1;
        }
    }
    QCOMPARE(wrong, 0);
}

/// What has come to the end of the grid is there, not beyond it: it turns at once.
void PriceLimitsTest::pricesTurnAtTheGridsEnds()
{
    MarketSpec spec;
    spec.instruments.push_back({QStringLiteral("UP"), {}, PriceGrid(2, 1), 1'00, GeometricBrownianModel{0.1, 0}, 1});
    spec.instruments.push_back({QStringLiteral("DOWN"), {}, PriceGrid(2, 1), 1'00, GeometricBrownianModel{-0.1, 0}, 1});
    Market market(spec, 3);
    for (int tick = 0; tick < 10'000; ++tick)
        market.advance();
    QVERIFY(market.quotes()[0].price > PriceGrid::largestPrice - 1000); // but for the last digits of a logarithm
    QCOMPARE(market.quotes()[1].price, qint64(1));
    market.apply({MarketEvent::Kind::Crash, 0, 0.5});
    market.apply({MarketEvent::Kind::Spike, 1, 9});
    market.advance();
    QVERIFY(market.quotes()[0].price < PriceGrid::largestPrice * 51 / 100);
    QCOMPARE(market.quotes()[1].price, qint64(10));
}

/// The tutorial's prices from 0 on: a spike leaves it 0, and others are what they were drawn, times the spike.
void PriceLimitsTest::uniformMayBeZero()
{
    MarketSpec spec;
    spec.instruments.push_back({QStringLiteral("ZERO"), {}, PriceGrid(0, 1), 0, UniformModel{0, 1}, 1});
    Market market(spec, 3);
    QCOMPARE(market.quotes().front().price, qint64(0));
    std::array<int, 2> counts{};
    for (int tick = 0; tick < 1000; ++tick) {
        market.apply({MarketEvent::Kind::Spike, 0, 4});
        const qint64 price = market.advance().quotes.front().price;
        QVERIFY(price == 0 || price == 5);
        ++counts.at(price == 0 ? 0 : 1);
    }
    QVERIFY(counts[0] > 400 && counts[1] > 400);
}

/// A model at its mean without volatility gives its start price for ever.
void PriceLimitsTest::modelsWithoutChanceStandStill()
{
    MarketSpec spec;
    const std::vector<PriceModel> models{UniformModel{12.35, 12.35},
                                         GeometricBrownianModel{0, 0},
                                         MeanReversionModel{12.35, 0.5, 0},
                                         JumpDiffusionModel{0, 0, 0, 1, 1},
                                         RegimeSwitchingModel{{{0, 0, 0.5}, {0, 0, 0.5}}},
                                         GarchModel{0, 0, 0.5, 0.4}};
    for (std::size_t i = 0; i < models.size(); ++i)
        spec.instruments.push_back({QStringLiteral("STILL%1").arg(i), {}, PriceGrid(2, 5), 12'35, models[i], 1});
    Market market(spec, 3);
    for (int tick = 0; tick < 10'000; ++tick) {
        for (const Quote &quote : market.advance().quotes)
            QCOMPARE(quote.price, qint64(12'35));
        QCOMPARE(market.tick().quotes.size(), models.size());
    }
}

TICKER_TEST(PriceLimitsTest)
#include "tst_price_limits.moc"
