// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/exact_math.h"
#include "simulation/random.h"
#include "ticker_test.h"

#include <bit>
#include <cmath>
#include <limits>

using namespace ticker;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();

/// How many doubles lie between two of the same sign; infinity follows the largest.
quint64 ulpsBetween(double a, double b)
{
    const auto place = [](double x) {
        const auto bits = std::bit_cast<qint64>(x);
        return bits < 0 ? std::numeric_limits<qint64>::min() - bits : bits;
    };
    return quint64(std::abs(place(a) - place(b)));
}

quint64 bitsOf(double x)
{
    return std::bit_cast<quint64>(x);
}

/// Any positive double that is finite, all exponents alike.
double anyPositive(const CounterRandom &random, quint64 counter)
{
    return std::bit_cast<double>(random.below(bitsOf(infinity) - 1, counter) + 1);
}

} // namespace

class ExactMathTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logIsNearTheLibrarys();
    void logOfSpecialValues();
    void expIsNearTheLibrarys();
    void expOfSpecialValues();
    void bitsAreFixed_data();
    void bitsAreFixed();
    void meanOfDecay();
    void inverseNormalInvertsTheDistribution();
    void inverseNormalOfKnownChances_data();
    void inverseNormalOfKnownChances();
    void inverseNormalIsSymmetricAndRises();
    void inverseNormalOfSpecialValues();
    void inversePoissonFollowsTheDistribution_data();
    void inversePoissonFollowsTheDistribution();
    void inversePoissonEnds();
};

void ExactMathTest::logIsNearTheLibrarys()
{
    const CounterRandom random(1);
    for (quint64 i = 0; i < 500'000; ++i) {
        const double anywhere = anyPositive(random, i);
        const double nearOne = 0.5 + 1.5 * random.uniform(i, 1);
        const double veryNearOne = 1 + (random.uniform(i, 2) - 0.5) * 1e-6;
        for (const double x : {anywhere, nearOne, veryNearOne})
            QVERIFY2(ulpsBetween(exactLog(x), std::log(x)) <= 2, qPrintable(QString::number(x, 'g', 17)));
    }
}

void ExactMathTest::logOfSpecialValues()
{
    QCOMPARE(exactLog(0.0), -infinity);
    QCOMPARE(exactLog(-0.0), -infinity);
    QCOMPARE(bitsOf(exactLog(1.0)), bitsOf(0.0));
    QCOMPARE(exactLog(infinity), infinity);
    for (const double x : {-smallest, -1.0, -infinity, notANumber})
        QVERIFY(std::isnan(exactLog(x)));
    for (const double x : {smallest, 3 * smallest, std::numeric_limits<double>::min(), largest})
        QVERIFY(ulpsBetween(exactLog(x), std::log(x)) <= 2);
}

void ExactMathTest::expIsNearTheLibrarys()
{
    const CounterRandom random(2);
    for (quint64 i = 0; i < 500'000; ++i) {
        const double anywhere = -746 + (746 + 710) * random.uniform(i); // subnormal and infinite results, too
        const double around = 2 * random.uniform(i, 1) - 1;
        const double nearNothing = anyPositive(random, i) / largest * (i % 2 == 0 ? 1 : -1);
        for (const double x : {anywhere, around, nearNothing})
            QVERIFY2(ulpsBetween(exactExp(x), std::exp(x)) <= 2, qPrintable(QString::number(x, 'g', 17)));
    }
}

void ExactMathTest::expOfSpecialValues()
{
    QCOMPARE(exactExp(0.0), 1.0);
    QCOMPARE(exactExp(-0.0), 1.0);
    QCOMPARE(exactExp(smallest), 1.0);
    QCOMPARE(exactExp(infinity), infinity);
    QCOMPARE(exactExp(-infinity), 0.0);
    QCOMPARE(exactExp(largest), infinity);
    QCOMPARE(exactExp(-largest), 0.0);
    QCOMPARE(exactExp(709.79), infinity);
    QVERIFY(std::isfinite(exactExp(709.78)));
    QCOMPARE(exactExp(-745.2), 0.0);
    QCOMPARE(exactExp(-745.1), smallest);
    QVERIFY(std::isnan(exactExp(notANumber)));
}

/// Computed once; every machine has to agree.
void ExactMathTest::bitsAreFixed_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<quint64>("bits");
    QTest::newRow("log of a tenth") << exactLog(0.1) << quint64(0xc0026bb1bbb55515);
    QTest::newRow("log of 3") << exactLog(3) << quint64(0x3ff193ea7aad030a);
    QTest::newRow("log of a subnormal") << exactLog(1e-310) << quint64(0xc0864e69394d9508);
    QTest::newRow("exp of 1") << exactExp(1) << quint64(0x4005bf0a8b14576a);
    QTest::newRow("exp of -1") << exactExp(-1) << quint64(0x3fd78b56362cef38);
    QTest::newRow("exp of 100") << exactExp(100) << quint64(0x48f3494a9b171bf5);
    QTest::newRow("exp, subnormal") << exactExp(-740) << quint64(0x55);
    QTest::newRow("normal, middle") << inverseNormal(0.3) << quint64(0xbfe0c7e39582c5fa);
    QTest::newRow("normal, low") << inverseNormal(0.01) << quint64(0xc0029c5c4630ff0e);
    QTest::newRow("normal, high") << inverseNormal(0.999) << quint64(0x4008b8cbb7204470);
    QTest::newRow("normal, far") << inverseNormal(1e-20) << quint64(0xc022865170b43a4b);
}

void ExactMathTest::bitsAreFixed()
{
    QFETCH(double, value);
    QFETCH(quint64, bits);
    QCOMPARE(QString::number(bitsOf(value), 16), QString::number(bits, 16));
}

void ExactMathTest::meanOfDecay()
{
    QCOMPARE(exactMeanOfDecay(0), 1.0);
    QCOMPARE(exactMeanOfDecay(smallest), 1.0);
    for (double x = 1e-18; x < 1000; x *= 1.01) {
        const double expected = -std::expm1(-x) / x;
        QVERIFY2(std::abs(exactMeanOfDecay(x) / expected - 1) < 3e-13, qPrintable(QString::number(x, 'g', 17)));
    }
}

void ExactMathTest::inverseNormalInvertsTheDistribution()
{
    const CounterRandom random(3);
    for (quint64 i = 0; i < 300'000; ++i) {
        const double ordinary = random.uniform(i) / 2;
        const double tiny = anyPositive(random, i) / largest;
        for (const double chance : {ordinary, tiny}) {
            if (chance < 1e-300)
                continue;
            const double x = inverseNormal(chance);
            // An error of x shows x^2 times as large in so small a chance.
            const double relative = std::erfc(-x / std::sqrt(2.0)) / 2 / chance - 1;
            QVERIFY2(std::abs(relative) < 1e-15 * (2 + x * x), qPrintable(QString::number(chance, 'g', 17)));
        }
    }
}

/// From tables with many digits (quantiles of the standard normal distribution).
void ExactMathTest::inverseNormalOfKnownChances_data()
{
    QTest::addColumn<double>("chance");
    QTest::addColumn<double>("quantile");
    QTest::newRow("0.975") << 0.975 << 1.95996398454005385560;
    QTest::newRow("0.75") << 0.75 << 0.67448975019608174320;
    QTest::newRow("0.995") << 0.995 << 2.57582930354890045386;
    QTest::newRow("0.001") << 0.001 << -3.09023230616781353536;
    QTest::newRow("1e-6") << 1e-6 << -4.75342430882289895734;
    QTest::newRow("1e-20") << 1e-20 << -9.26234008979840757963;
}

void ExactMathTest::inverseNormalOfKnownChances()
{
    QFETCH(double, chance);
    QFETCH(double, quantile);
    QVERIFY(std::abs(inverseNormal(chance) - quantile) <= 2e-15 * std::max(std::abs(quantile), 0.01));
}

void ExactMathTest::inverseNormalIsSymmetricAndRises()
{
    QCOMPARE(inverseNormal(0.5), 0.0);
    constexpr int steps = 1 << 16;
    double before = -infinity;
    for (int i = 1; i < steps; ++i) {
        const double x = inverseNormal(double(i) / steps);
        QVERIFY(x > before);
        QCOMPARE(bitsOf(std::abs(x)), bitsOf(std::abs(inverseNormal(double(steps - i) / steps))));
        before = x;
    }
}

void ExactMathTest::inverseNormalOfSpecialValues()
{
    QCOMPARE(inverseNormal(0), -infinity);
    QCOMPARE(inverseNormal(1), infinity);
    for (const double chance : {-smallest, -1.0, 1 + std::numeric_limits<double>::epsilon(), infinity, notANumber})
        QVERIFY(std::isnan(inverseNormal(chance)));
    QVERIFY(inverseNormal(smallest) > -38.5 && inverseNormal(smallest) < -38.4);
}

void ExactMathTest::inversePoissonFollowsTheDistribution_data()
{
    QTest::addColumn<double>("mean");
    for (const double mean : {0.0, 0.002, 0.5, 1.0, 4.0, 10.0})
        QTest::addRow("%g", mean) << mean;
}

/// It steps from one count to the next exactly where the distribution function does.
void ExactMathTest::inversePoissonFollowsTheDistribution()
{
    QFETCH(double, mean);
    const double chanceOfNone = exactExp(-mean);
    double below = 0;
    for (int count = 0; count < 12; ++count) {
        const double chance = std::exp(-mean) * std::pow(mean, count) / std::tgamma(count + 1.0);
        constexpr double margin = 1e-12;
        if (chance > 3 * margin) {
            QCOMPARE(inversePoisson(below + margin, mean, chanceOfNone), count);
            QCOMPARE(inversePoisson(below + chance - margin, mean, chanceOfNone), count);
        }
        below += chance;
    }
}

void ExactMathTest::inversePoissonEnds()
{
    constexpr double nearlyOne = 1 - std::numeric_limits<double>::epsilon() / 2;
    QCOMPARE(inversePoisson(nearlyOne, 0, 1), 0);
    const int count = inversePoisson(nearlyOne, 10, exactExp(-10));
    QVERIFY2(count > 30 && count <= 200, qPrintable(QString::number(count)));
}

TICKER_TEST(ExactMathTest)
#include "tst_exact_math.moc"
