// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model_samples.h"
#include "simulation/price_process.h"
#include "ticker_test.h"

#include <array>
#include <cmath>

using namespace ticker;
using namespace ticker::test;

// GARCH against its closed forms, as in tst_price_models.cpp; and how volatile each process says it is.

namespace {

constexpr int copies = 500;

/// Whose clusters show, and whose squares have a mean that can be estimated: all moments up to the eighth exist.
constexpr GarchModel visibleModel{0.0002, 0.001, 0.12, 0.65};

/// What the theory says of the squares of the moves, divided by the long run's variance.
struct Squares final
{
    explicit Squares(const GarchModel &model)
        : sum(model.alpha + model.beta),
          kurtosis(3 * (1 - sum * sum) / (1 - sum * sum - 2 * model.alpha * model.alpha)),
          first(model.alpha * (1 - model.alpha * model.beta - model.beta * model.beta)
                / (1 - 2 * model.alpha * model.beta - model.beta * model.beta))
    {
    }
    [[nodiscard]] double correlation(int lag) const { return first * std::pow(sum, lag - 1); }

    double sum;
    double kurtosis;
    double first; ///< The correlation of neighbours.
};

Instrument instrumentOf(const PriceModel &model)
{
    return {QStringLiteral("ONE"), {}, fineGrid, fineStart, model, 1};
}

/// Makes a step, with the draws at its number.
void step(PriceProcess &process, const CounterRandom &random, quint64 tick)
{
    std::visit([&](auto &chosen) { chosen.step(StepDraws(random, tick, 0)); }, process);
}

qint64 priceOf(const PriceProcess &process)
{
    return std::visit([](const auto &chosen) { return chosen.price(); }, process);
}

} // namespace

class GarchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsItsRecursion();
    void hasItsLongRunVariance();
    void squaresAreCorrelated_data();
    void squaresAreCorrelated();
    void isGeometricBrownianWithoutClusters();
    void growsByItsDrift();
    void tellsItsVolatility();
    void othersTellTheirVolatility();
    void regimesTellTheirVolatility_data();
    void regimesTellTheirVolatility();
};

/// Number for number, as it is published.
void GarchTest::followsItsRecursion()
{
    const GarchModel model = visibleModel;
    const CounterRandom random(5);
    PriceProcess process = processOf(instrumentOf(model));
    const double longRun = model.volatility * model.volatility;
    double variance = longRun;
    double logarithm = std::log(fineGrid.toDouble(fineStart));
    for (quint64 tick = 1; tick <= 1000; ++tick) {
        QVERIFY(std::abs(relativeVolatility(process) - std::sqrt(variance / longRun)) < 1e-12);
        const double move = std::sqrt(variance) * random.normal(tick, 0);
        logarithm += model.drift - variance / 2 + move;
        variance = longRun * (1 - model.alpha - model.beta) + model.alpha * move * move + model.beta * variance;
        step(process, random, tick);
        QVERIFY(std::abs(fineGrid.toDouble(priceOf(process)) / std::exp(logarithm) - 1) < 1e-11);
    }
}

/// The mean of the squares, however they cluster; and their tails.
void GarchTest::hasItsLongRunVariance()
{
    const Squares theory(visibleModel);
    Market market = copiesOf(visibleModel, copies);
    forEachReturn(market, 100, [](int, double) {});
    constexpr int ticks = 2000;
    std::array<double, copies> squares{};
    std::array<double, copies> fourths{};
    forEachReturn(market, ticks, [&](int copy, double change) {
        const double square = std::pow((change - visibleModel.drift) / visibleModel.volatility, 2);
        squares.at(std::size_t(copy)) += square / ticks;
        fourths.at(std::size_t(copy)) += square * square / ticks;
    });
    Sample square;
    Sample fourth;
    for (std::size_t copy = 0; copy < copies; ++copy) {
        square.add(squares.at(copy));
        fourth.add(fourths.at(copy));
    }
    VERIFY_MEAN(square, 1, 0.02);
    VERIFY_MEAN(fourth, theory.kurtosis, 0.1);
    QVERIFY(theory.kurtosis > 3.2);
}

void GarchTest::squaresAreCorrelated_data()
{
    QTest::addColumn<int>("lag");
    for (const int lag : {1, 2, 5, 10, 50})
        QTest::addRow("%d", lag) << lag;
}

/// By the lags between them, at 4 standard errors of the copies' means.
void GarchTest::squaresAreCorrelated()
{
    QFETCH(int, lag);
    const Squares theory(visibleModel);
    Market market = copiesOf(visibleModel, copies);
    forEachReturn(market, 100, [](int, double) {});
    constexpr int ticks = 2000;
    std::vector<std::vector<double>> squares(copies);
    forEachReturn(market, ticks, [&](int copy, double change) {
        squares[std::size_t(copy)].push_back(std::pow((change - visibleModel.drift) / visibleModel.volatility, 2) - 1);
    });
    Sample correlation;
    for (const std::vector<double> &ofCopy : squares) {
        double sum = 0;
        for (std::size_t i = 0; i + std::size_t(lag) < ofCopy.size(); ++i)
            sum += ofCopy[i] * ofCopy[i + std::size_t(lag)];
        correlation.add(sum / (ticks - lag) / (theory.kurtosis - 1));
    }
    VERIFY_MEAN(correlation, theory.correlation(lag), 0.02);
}

/// Without alpha the variance stays what it is at the start.
void GarchTest::isGeometricBrownianWithoutClusters()
{
    Market garch = copiesOf(GarchModel{0.0001, 0.002, 0, 0.9}, 3);
    Market brownian = copiesOf(GeometricBrownianModel{0.0001, 0.002}, 3);
    for (int tick = 0; tick < 1000; ++tick) {
        (void)garch.advance();
        (void)brownian.advance();
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(std::abs(double(garch.quotes()[i].price) / double(brownian.quotes()[i].price) - 1) < 1e-10);
    }
}

void GarchTest::growsByItsDrift()
{
    constexpr GarchModel model{0.001, 0.01, 0.1, 0.85};
    Sample growth;
    for (quint64 seed = 0; seed < 20; ++seed) {
        Market market(copiesOf(model, copies).spec(), seed);
        for (int tick = 0; tick < 100; ++tick)
            (void)market.advance();
        for (const Quote &quote : market.quotes())
            growth.add(double(quote.price) / double(fineStart));
    }
    VERIFY_MEAN(growth, std::exp(100 * model.drift), 0.01);
}

/// Its square has the mean 1 in the long run; and moves are as large as it says before them.
void GarchTest::tellsItsVolatility()
{
    const CounterRandom random(9);
    Sample square;
    Sample move;
    for (quint64 copy = 0; copy < copies; ++copy) {
        PriceProcess process = processOf(instrumentOf(visibleModel));
        QCOMPARE(relativeVolatility(process), 1.0);
        for (quint64 tick = 0; tick < 100; ++tick)
            step(process, random, copy * 1000 + tick);
        const double volatility = relativeVolatility(process);
        square.add(volatility * volatility);
        const double before = std::log(double(priceOf(process)));
        step(process, random, copy * 1000 + 999);
        move.add(std::pow((std::log(double(priceOf(process))) - before) / volatility / visibleModel.volatility, 2));
    }
    VERIFY_MEAN(square, 1, 0.1);
    VERIFY_MEAN(move, 1 + visibleModel.drift * visibleModel.drift, 0.4);
}

void GarchTest::othersTellTheirVolatility()
{
    const CounterRandom random(9);
    const std::vector<PriceModel> models{UniformModel{}, RandomWalkModel{}, GeometricBrownianModel{},
                                         MeanReversionModel{}, JumpDiffusionModel{}};
    for (const PriceModel &model : models) {
        PriceProcess process = processOf(instrumentOf(model));
        for (quint64 tick = 0; tick < 100; ++tick) {
            QCOMPARE(relativeVolatility(process), 1.0);
            step(process, random, tick);
        }
    }
}

void GarchTest::regimesTellTheirVolatility_data()
{
    QTest::addColumn<QList<double>>("leave");
    QTest::addColumn<double>("expected"); // of the first regime; volatilities are 1, 2 and 3
    QTest::newRow("as long") << QList<double>{0.1, 0.1, 0.1} << std::sqrt(3 / 14.0);
    QTest::newRow("by their time") << QList<double>{0.1, 0.2, 0.4} << std::sqrt(7 / (4 + 2 * 4.0 + 9));
    QTest::newRow("in one in the end") << QList<double>{0.1, 0, 0.4} << 1 / 2.0;
    QTest::newRow("in two in the end") << QList<double>{0.1, 0, 0} << std::sqrt(2 / 13.0);
    QTest::newRow("in the first for ever") << QList<double>{0, 0, 0.1} << 1.0;
    QTest::newRow("nearly for ever") << QList<double>{5e-324, 1, 1} << 1.0;
}

void GarchTest::regimesTellTheirVolatility()
{
    QFETCH(QList<double>, leave);
    QFETCH(double, expected);
    RegimeSwitchingModel model;
    model.regimes = {{0, 0.01, leave[0]}, {0, 0.02, leave[1]}, {0, 0.03, leave[2]}};
    const PriceProcess process = processOf(instrumentOf(model));
    QVERIFY2(std::abs(relativeVolatility(process) - expected) < 1e-12,
             qPrintable(QString::number(relativeVolatility(process))));
    for (auto &regime : model.regimes)
        regime.volatility = 0;
    QCOMPARE(relativeVolatility(processOf(instrumentOf(model))), 1.0);
}

TICKER_TEST(GarchTest)
#include "tst_garch.moc"
