// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_samples.h"
#include "tape_hash.h"
#include "ticker_test.h"

#include <array>
#include <cmath>
#include <utility>

using namespace ticker;
using namespace ticker::test;

// A day that is a U: its shape, and that volatility, activity and sizes follow it.

namespace {

constexpr quint32 ticksPerDay = 10;
constexpr DayShape shape{0.6};

MarketSpec withShape(MarketSpec spec)
{
    spec.ticksPerDay = ticksPerDay;
    spec.dayShape = shape;
    return spec;
}

double levelOf(const Market &market)
{
    return shape.levelAt(quint32((market.seq() - 1) % ticksPerDay), ticksPerDay);
}

} // namespace

class DayShapeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasTheMeanOne_data();
    void hasTheMeanOne();
    void isAU();
    void volatilityFollows_data();
    void volatilityFollows();
    void pricesGrowAllTheSame();
    void othersDoNotFollow();
    void activityFollows();
    void sizesFollow();
    void manyTicksAreFixed();
};

void DayShapeTest::hasTheMeanOne_data()
{
    QTest::addColumn<quint32>("ticks");
    for (const quint32 ticks : {1, 2, 3, 4, 10, 999, 1000, 23'400})
        QTest::addRow("%d", int(ticks)) << ticks;
}

void DayShapeTest::hasTheMeanOne()
{
    QFETCH(quint32, ticks);
    for (const double depth : {0.0, 0.1, 0.5, DayShape::deepest}) {
        double sum = 0;
        for (quint32 tick = 0; tick < ticks; ++tick) {
            const double level = DayShape{depth}.levelAt(tick, ticks);
            QVERIFY(level > 0 && level <= 1 + 2 * depth);
            QCOMPARE(DayShape{depth}.levelAt(ticks - 1 - tick, ticks), level);
            sum += level;
        }
        QVERIFY(std::abs(sum / ticks - 1) < 1e-12);
    }
}

/// Falling to 1 - depth at noon, and rising to 1 + 2 depth at the end.
void DayShapeTest::isAU()
{
    constexpr quint32 ticks = 1'000'000'000;
    QVERIFY(std::abs(shape.levelAt(0, ticks) - (1 + 2 * 0.6)) < 1e-6);
    QVERIFY(std::abs(shape.levelAt(ticks / 2, ticks) - (1 - 0.6)) < 1e-6);
    QVERIFY(std::abs(shape.levelAt(ticks - 1, ticks) - (1 + 2 * 0.6)) < 1e-6);
    for (quint32 tick = 1; tick < 500; ++tick)
        QVERIFY(shape.levelAt(tick, 1000) < shape.levelAt(tick - 1, 1000));
    QCOMPARE(DayShape{}.levelAt(0, 1000), 1.0);
}

void DayShapeTest::volatilityFollows_data()
{
    QTest::addColumn<PriceModel>("model");
    QTest::newRow("geometric Brownian motion") << PriceModel(GeometricBrownianModel{0, 0.001});
    QTest::newRow("mean reversion") << PriceModel(MeanReversionModel{10'000, 0.00001, 0.001});
    QTest::newRow("jump diffusion, without jumps") << PriceModel(JumpDiffusionModel{0, 0.001, 0, 0, 0});
    QTest::newRow("regimes alike") << PriceModel(RegimeSwitchingModel{{{0, 0.001, 0.1}, {0, 0.001, 0.2}}});
    QTest::newRow("GARCH") << PriceModel(GarchModel{0, 0.001, 0.05, 0.9});
}

/// The mean square at each time of the day, of those moves between two trades that are of one tick: at noon there are ticks
/// without a trade.
void DayShapeTest::volatilityFollows()
{
    QFETCH(PriceModel, model);
    Market market(withShape(copiesOf(model, 100).spec()), 1);
    std::array<Sample, ticksPerDay> squares;
    std::array<quint64, 100> lastTrades{};
    forEachReturn(market, 10'000, [&](int copy, double change) {
        if (std::exchange(lastTrades.at(std::size_t(copy)), market.seq()) + 1 != market.seq())
            return;
        const double normal = change / 0.001 / levelOf(market);
        squares.at(std::size_t((market.seq() - 1) % ticksPerDay)).add(normal * normal);
    });
    for (const Sample &square : squares)
        VERIFY_MEAN(square, 1, 0.045);
}

/// However restless a time is, the expected price grows by the drift.
void DayShapeTest::pricesGrowAllTheSame()
{
    constexpr double drift = 0.002;
    const MarketSpec spec = withShape(copiesOf(GeometricBrownianModel{drift, 0.03}, 500).spec());
    Sample growth;
    for (quint64 seed = 0; seed < 100; ++seed) {
        Market market(spec, seed);
        for (quint32 tick = 0; tick < ticksPerDay; ++tick)
            (void)market.advance();
        for (const Quote &quote : market.quotes())
            growth.add(double(quote.price) / double(fineStart));
    }
    VERIFY_MEAN(growth, std::exp(ticksPerDay * drift), 0.003);
}

/// Prices that know no volatility.
void DayShapeTest::othersDoNotFollow()
{
    for (const PriceModel &model : {PriceModel(UniformModel{5000, 15'000}), PriceModel(RandomWalkModel{1})}) {
        const MarketSpec spec = copiesOf(model, 3).spec();
        Market flat(spec, 1);
        Market shaped(withShape(spec), 1);
        for (int tick = 0; tick < 1000; ++tick) {
            (void)flat.advance();
            for (const Quote &quote : shaped.advance().quotes)
                QCOMPARE(quote.price, flat.quotes()[quote.instrument].price);
        }
    }
}

/// A binomial count at each time of the day, within 4 standard deviations; where it would be more than 1 it is 1.
void DayShapeTest::activityFollows()
{
    constexpr int days = 5000;
    MarketSpec spec = copiesOf(UniformModel{}, 2, PriceGrid(0, 1), 500).spec();
    spec.instruments[0].activity = 0.3;
    spec.instruments[1].activity = 0.7;
    Market market(withShape(spec), 1);
    std::array<std::array<int, ticksPerDay>, 2> trades{};
    for (int tick = 0; tick < days * int(ticksPerDay); ++tick) {
        for (const Quote &quote : market.advance().quotes)
            ++trades.at(quote.instrument).at(std::size_t(tick) % ticksPerDay);
    }
    for (std::size_t i = 0; i < 2; ++i) {
        for (quint32 tick = 0; tick < ticksPerDay; ++tick) {
            const double chance = std::min(spec.instruments[i].activity * shape.levelAt(tick, ticksPerDay), 1.0);
            const double off = trades.at(i).at(tick) - days * chance;
            QVERIFY2(std::abs(off) <= 4 * std::sqrt(days * chance * (1 - chance)), qPrintable(QString::number(off)));
        }
    }
    QCOMPARE(trades.at(1).at(0), days);
}

/// The share above s is that of a flat day above (s + 1) / level - 1.
void DayShapeTest::sizesFollow()
{
    constexpr int days = 20'000;
    Market market(withShape(copiesOf(UniformModel{}, 1, PriceGrid(0, 1), 500).spec()), 1);
    constexpr std::array<double, 4> bounds{5, 69, 500, 50'000};
    std::array<std::array<int, bounds.size()>, ticksPerDay> above{};
    for (int tick = 0; tick < days * int(ticksPerDay); ++tick) {
        for (const Quote &quote : market.advance().quotes) {
            QVERIFY(quote.size >= 1 && quote.size <= 100'000);
            for (std::size_t i = 0; i < bounds.size(); ++i)
                above.at(std::size_t(tick) % ticksPerDay).at(i) += double(quote.size) > bounds.at(i) ? 1 : 0;
        }
    }
    // It also trades less often in the quiet times.
    for (quint32 tick = 0; tick < ticksPerDay; ++tick) {
        const double level = shape.levelAt(tick, ticksPerDay);
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            const double chance = std::min(level, 1.0) * std::pow(1 + ((bounds.at(i) + 1) / level - 1) / 100, -4.0 / 3);
            const double off = above.at(tick).at(i) - days * chance;
            QVERIFY2(std::abs(off) < 4 * std::sqrt(days * chance * (1 - chance)), qPrintable(QString::number(off)));
        }
    }
}

/// Computed once; they must never change.
void DayShapeTest::manyTicksAreFixed()
{
    const std::vector<PriceModel> models{UniformModel{1, 999},
                                         RandomWalkModel{0.5},
                                         GeometricBrownianModel{0, 0.001},
                                         MeanReversionModel{10'000, 0.01, 0.001},
                                         JumpDiffusionModel{0, 0.001, 0.01, 0, 0.02},
                                         RegimeSwitchingModel{{{0, 0.001, 0.1}, {0, 0.002, 0.1}}},
                                         GarchModel{0, 0.001, 0.1, 0.8}};
    MarketSpec spec;
    for (std::size_t i = 0; i < models.size(); ++i)
        spec.instruments.push_back({QStringLiteral("M%1").arg(i), {}, fineGrid, fineStart, models[i], 0.6});
    spec.ticksPerDay = 997;
    spec.dayShape = {0.3};
    Market market(spec, 42);
    QCOMPARE(tapeHash(market, 100'000), QStringLiteral("249be376699901f5"));
}

TICKER_TEST(DayShapeTest)
#include "tst_day_shape.moc"
