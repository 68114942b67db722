// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_samples.h"
#include "ticker_test.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace ticker;
using namespace ticker::test;

// Each model against its closed forms, seen through the market as anybody sees it. Seeds are fixed. A mean has to be
// within 4 of its standard errors, which a right program with another seed would miss once in 16,000 times; and the
// standard error has to be small enough for a wrong one to be found.

class PriceModelsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void uniformIsUniform();
    void uniformKeepsToItsMultiples();
    void randomWalkSteps();
    void randomWalkIsReflected();
    void geometricBrownianMotion();
    void meanReversionIsStationary();
    void meanReversionHalvesADistance();
    void jumpDiffusion();
    void regimesHaveTheirShares();
    void regimesFollowEachOther();
    void regimesMixVariances();
};

/// Mean, variance, and each price as often: 999 degrees of freedom. Too even would be as wrong as too uneven.
void PriceModelsTest::uniformIsUniform()
{
    Market market = copiesOf(UniformModel{0, 999}, 10, PriceGrid(0, 1), 500);
    constexpr int ticks = 100'000;
    std::array<int, 1000> counts{};
    Sample mean;
    Sample variance;
    for (int tick = 0; tick < ticks; ++tick) {
        for (const Quote &quote : market.advance().quotes) {
            ++counts.at(std::size_t(quote.price));
            const double off = double(quote.price) - 499.5;
            mean.add(off);
            variance.add(off * off);
        }
    }
    VERIFY_MEAN(mean, 0, 1.5);
    VERIFY_MEAN(variance, (1000.0 * 1000 - 1) / 12, 400);
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - 1000.0) * (count - 1000.0) / 1000;
    QVERIFY2(std::abs(chiSquare - 999) < 4 * std::sqrt(2 * 999.0), qPrintable(QString::number(chiSquare)));
}

void PriceModelsTest::uniformKeepsToItsMultiples()
{
    Market market = copiesOf(UniformModel{0.5, 0.65}, 1, PriceGrid(2, 5), 50);
    std::array<int, 4> counts{};
    for (int tick = 0; tick < 4000; ++tick) {
        const qint64 price = market.advance().quotes.front().price;
        QVERIFY(price >= 50 && price <= 65 && price % 5 == 0);
        ++counts.at(std::size_t((price - 50) / 5));
    }
    // A binomial count: 4 standard deviations.
    for (const int count : counts)
        QVERIFY2(std::abs(count - 1000) < 4 * std::sqrt(4000 * 0.25 * 0.75), qPrintable(QString::number(count)));
}

/// Each step is up or down, and after n of them the variance is n steps squared.
void PriceModelsTest::randomWalkSteps()
{
    constexpr int ticks = 1000;
    constexpr qint64 start = 1'000'000;
    Sample mean;
    Sample variance;
    for (int round = 0; round < 4; ++round) {
        MarketSpec spec = copiesOf(RandomWalkModel{0.25}, 500, PriceGrid(2, 5), start).spec();
        Market market(spec, quint64(round));
        for (int tick = 0; tick < ticks; ++tick) {
            for (const Quote &quote : market.advance().quotes)
                QCOMPARE(std::abs(quote.price - quote.previous), qint64(25));
        }
        for (const Quote &quote : market.quotes()) {
            const double steps = double(quote.price - start) / 25;
            mean.add(steps);
            variance.add(steps * steps);
        }
    }
    VERIFY_MEAN(mean, 0, 4);
    VERIFY_MEAN(variance, ticks, 140);
}

/// At one tick size the next step is up; and it is there as often as one that is folded over there: as often as a walk
/// without bounds is at its start, of which the expected number is 2m C(2m, m) / 4^m in 2m ticks.
void PriceModelsTest::randomWalkIsReflected()
{
    constexpr int copies = 500;
    constexpr int ticks = 1000;
    Market market = copiesOf(RandomWalkModel{0.05}, copies, PriceGrid(2, 5), 5);
    std::array<int, copies> visits{};
    for (int tick = 0; tick < ticks; ++tick) {
        for (const Quote &quote : market.advance().quotes) {
            if (quote.previous == 5) {
                QCOMPARE(quote.price, qint64(10));
                ++visits.at(quote.instrument);
            } else {
                QVERIFY(quote.price >= 5);
                QCOMPARE(std::abs(quote.price - quote.previous), qint64(5));
            }
        }
    }
    Sample visitsOfOne;
    for (const int count : visits)
        visitsOfOne.add(count);
    const double chance = std::exp(std::lgamma(ticks + 1.0) - 2 * std::lgamma(ticks / 2.0 + 1.0)
                                   - ticks * std::log(2.0));
    VERIFY_MEAN(visitsOfOne, ticks * chance, 4);
}

/// Mean and variance of the logarithm's change, no correlation of neighbours, and the expected price.
void PriceModelsTest::geometricBrownianMotion()
{
    constexpr double drift = 0.002;
    constexpr double volatility = 0.02;
    constexpr double mean = drift - volatility * volatility / 2;
    constexpr int copies = 500;
    Market market = copiesOf(GeometricBrownianModel{drift, volatility}, copies);
    Sample change;
    Sample square;
    Sample fourth;
    Sample product;
    std::array<double, copies> before{};
    forEachReturn(market, 500, [&](int copy, double value) {
        const double normal = (value - mean) / volatility;
        change.add(value);
        square.add(normal * normal);
        fourth.add(normal * normal * normal * normal);
        product.add(normal * std::exchange(before.at(std::size_t(copy)), normal));
    });
    VERIFY_MEAN(change, mean, 2e-4);
    VERIFY_MEAN(square, 1, 0.02);
    VERIFY_MEAN(fourth, 3, 0.1);
    VERIFY_MEAN(product, 0, 0.01);

    Sample growth;
    for (quint64 seed = 0; seed < 20; ++seed) {
        Market other(market.spec(), seed);
        for (int tick = 0; tick < 100; ++tick)
            other.advance();
        for (const Quote &quote : other.quotes())
            growth.add(double(quote.price) / double(fineStart));
    }
    VERIFY_MEAN(growth, std::exp(100 * drift), 0.02);
}

/// The stationary mean, the variance volatility^2 / (2 speed), and the autocorrelation exp(-speed lag).
void PriceModelsTest::meanReversionIsStationary()
{
    constexpr double speed = 0.1;
    constexpr double volatility = 0.02;
    constexpr double variance = volatility * volatility / (2 * speed);
    constexpr double mean = 12'000;
    constexpr int copies = 500;
    constexpr int lag = 7;
    Sample average;
    Sample square;
    Sample product;
    for (quint64 seed = 0; seed < 20; ++seed) {
        Market market(copiesOf(MeanReversionModel{mean, speed, volatility}, copies).spec(), seed);
        for (int tick = 0; tick < 300; ++tick) // until nothing is left of the start: exp(-30)
            market.advance();
        const std::vector<Quote> early(market.quotes().begin(), market.quotes().end());
        for (int tick = 0; tick < lag; ++tick)
            market.advance();
        for (std::size_t i = 0; i < early.size(); ++i) {
            const double x = std::log(fineGrid.toDouble(early[i].price) / mean);
            average.add(x);
            square.add(x * x / variance);
            product.add(x * std::log(fineGrid.toDouble(market.quotes()[i].price) / mean) / variance);
        }
    }
    VERIFY_MEAN(average, 0, 0.002);
    VERIFY_MEAN(square, 1, 0.06);
    VERIFY_MEAN(product, std::exp(-speed * lag), 0.05);
}

/// Without noise half of a distance is gone after ln 2 / speed ticks, three quarters after twice as many.
void PriceModelsTest::meanReversionHalvesADistance()
{
    constexpr int halfLife = 50;
    Market market = copiesOf(MeanReversionModel{20'000, std::log(2.0) / halfLife, 0}, 1);
    double left = std::log(10'000.0 / 20'000);
    for (int time = 0; time < 8; ++time) {
        for (int tick = 0; tick < halfLife; ++tick)
            market.advance();
        left /= 2;
        const double x = std::log(fineGrid.toDouble(market.quotes().front().price) / 20'000);
        QVERIFY2(std::abs(x - left) < 1e-11, qPrintable(QString::number(x, 'g', 15)));
    }
}

/// Mean, variance, and the third and fourth central moments, from which skewness and excess kurtosis follow: with the
/// cumulants jumps E(J^n) they are k2 = volatility^2 + jumps E(J^2), jumps E(J^3), and 3 k2^2 + jumps E(J^4).
void PriceModelsTest::jumpDiffusion()
{
    constexpr JumpDiffusionModel model{0.001, 0.01, 0.3, -0.01, 0.02};
    constexpr double m = model.jumpMean;
    constexpr double d2 = model.jumpDeviation * model.jumpDeviation;
    constexpr double mean = model.drift - model.volatility * model.volatility / 2 + model.jumpsPerTick * m;
    constexpr double k2 = model.volatility * model.volatility + model.jumpsPerTick * (m * m + d2);
    constexpr double k3 = model.jumpsPerTick * (m * m * m + 3 * m * d2);
    constexpr double k4 = model.jumpsPerTick * (m * m * m * m + 6 * m * m * d2 + 3 * d2 * d2);
    Sample change;
    Sample square;
    Sample third;
    Sample fourth;
    Sample growth;
    Market market = copiesOf(model, 500);
    forEachReturn(market, 1000, [&](int, double value) {
        const double x = value - mean;
        change.add(value);
        square.add(x * x / k2);
        third.add(x * x * x / std::pow(k2, 1.5));
        fourth.add(x * x * x * x / (k2 * k2) - 3);
        growth.add(std::exp(value));
    });
    VERIFY_MEAN(change, mean, 2e-4);
    VERIFY_MEAN(square, 1, 0.02);
    VERIFY_MEAN(third, k3 / std::pow(k2, 1.5), 0.1);
    QVERIFY(k4 / (k2 * k2) > 1); // far from a normal distribution
    VERIFY_MEAN(fourth, k4 / (k2 * k2), 0.4);
    VERIFY_MEAN(growth, std::exp(model.drift + model.jumpsPerTick * (std::exp(m + d2 / 2) - 1)), 2e-4);
}

namespace {

/// Regimes whose drift alone moves the price, so that each tick tells which one it was in.
RegimeSwitchingModel visibleRegimes()
{
    return {{{0, 0, 0.02}, {1e-6, 0, 0.05}, {-1e-6, 0, 0.1}}};
}

std::size_t regimeOf(double change)
{
    return change > 5e-7 ? 1 : change < -5e-7 ? 2 : 0;
}

} // namespace

/// As each other regime is as likely to follow, a regime's share goes with the time that it lasts, 1 / leave.
void PriceModelsTest::regimesHaveTheirShares()
{
    const RegimeSwitchingModel model = visibleRegimes();
    constexpr int copies = 500;
    constexpr int ticks = 2000;
    Market market = copiesOf(model, copies);
    forEachReturn(market, 1, [](int, double change) { QCOMPARE(regimeOf(change), std::size_t(0)); });
    forEachReturn(market, 500, [](int, double) {});
    std::array<std::array<int, 3>, copies> counts{};
    forEachReturn(market, ticks, [&](int copy, double change) { ++counts.at(std::size_t(copy)).at(regimeOf(change)); });
    const double whole = 1 / 0.02 + 1 / 0.05 + 1 / 0.1;
    for (std::size_t regime = 0; regime < model.regimes.size(); ++regime) {
        Sample share;
        for (const auto &count : counts)
            share.add(double(count.at(regime)) / ticks);
        VERIFY_MEAN(share, 1 / model.regimes[regime].leave / whole, 0.02);
    }
}

/// What follows a tick of each regime.
void PriceModelsTest::regimesFollowEachOther()
{
    const RegimeSwitchingModel model = visibleRegimes();
    constexpr int copies = 500;
    Market market = copiesOf(model, copies);
    std::array<std::size_t, copies> before{};
    std::array<std::array<Sample, 3>, 3> follows;
    forEachReturn(market, 2000, [&](int copy, double change) {
        const std::size_t regime = regimeOf(change);
        const std::size_t last = std::exchange(before.at(std::size_t(copy)), regime);
        if (market.seq() > 1) {
            for (std::size_t next = 0; next < 3; ++next)
                follows.at(last).at(next).add(next == regime ? 1 : 0);
        }
    });
    for (std::size_t last = 0; last < 3; ++last) {
        const double leave = model.regimes[last].leave;
        for (std::size_t next = 0; next < 3; ++next)
            VERIFY_MEAN(follows.at(last).at(next), next == last ? 1 - leave : leave / 2, 0.1 * leave);
    }
}

/// The variance of a change is that of the regimes by their shares; its kurtosis shows that they are not mixed
/// beforehand.
void PriceModelsTest::regimesMixVariances()
{
    constexpr double calm = 0.005;
    constexpr double wild = 0.02;
    const RegimeSwitchingModel model{{{0, calm, 0.1}, {0, wild, 0.3}}};
    constexpr double share = 0.25; // (1 / 0.3) / (1 / 0.1 + 1 / 0.3)
    Market market = copiesOf(model, 500);
    forEachReturn(market, 200, [](int, double) {});
    Sample squareOfCopy;
    Sample fourthOfCopy;
    std::array<double, 500> squares{};
    std::array<double, 500> fourths{};
    constexpr int ticks = 1000;
    forEachReturn(market, ticks, [&](int copy, double change) {
        squares.at(std::size_t(copy)) += change * change / ticks;
        fourths.at(std::size_t(copy)) += change * change * change * change / ticks;
    });
    for (std::size_t copy = 0; copy < squares.size(); ++copy) {
        squareOfCopy.add(squares.at(copy));
        fourthOfCopy.add(fourths.at(copy));
    }
    const double square = (1 - share) * calm * calm + share * wild * wild;
    const double fourth = 3 * ((1 - share) * std::pow(calm, 4) + share * std::pow(wild, 4));
    // The squared means, near 10^-8, do not count.
    VERIFY_MEAN(squareOfCopy, square, 0.03 * square);
    VERIFY_MEAN(fourthOfCopy, fourth, 0.05 * fourth);
}

TICKER_TEST(PriceModelsTest)
#include "tst_price_models.moc"
