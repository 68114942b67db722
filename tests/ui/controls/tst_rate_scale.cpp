// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rate_scale.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;

class TestRateScale final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsAreTheRange();
    void fasterToTheRight();
    void positionsRoundTrip();
    void roundIntervalsHaveAPosition_data();
    void roundIntervalsHaveAPosition();
    void everyIntervalHasANearPosition();
    void arrowsGoByRoundNumbers();
    void pagesGoByDecades();
    void stepsStopAtTheEnds();
};

void TestRateScale::endsAreTheRange()
{
    QCOMPARE(RateScale::intervalAt(0).nanoseconds(), TickInterval::longest);
    QCOMPARE(RateScale::intervalAt(RateScale::maximum).nanoseconds(), TickInterval::shortest);
    QCOMPARE(RateScale::intervalAt(-5), RateScale::intervalAt(0));
    QCOMPARE(RateScale::intervalAt(RateScale::maximum + 5), RateScale::intervalAt(RateScale::maximum));
    QCOMPARE(RateScale::positionOf(TickInterval::bounded(TickInterval::longest)), 0);
    QCOMPARE(RateScale::positionOf(TickInterval::bounded(TickInterval::shortest)), RateScale::maximum);
}

void TestRateScale::fasterToTheRight()
{
    for (int position = 1; position <= RateScale::maximum; ++position)
        QVERIFY2(RateScale::intervalAt(position) < RateScale::intervalAt(position - 1),
                 qPrintable(QString::number(position)));
}

void TestRateScale::positionsRoundTrip()
{
    for (int position = 0; position <= RateScale::maximum; ++position)
        QCOMPARE(RateScale::positionOf(RateScale::intervalAt(position)), position);
}

void TestRateScale::roundIntervalsHaveAPosition_data()
{
    QTest::addColumn<double>("ms");
    for (const int ms : ratePresetsMs)
        QTest::addRow("preset %d", ms) << double(ms);
    for (int exponent = -1; exponent < 5; ++exponent) {
        const double decade = std::pow(10.0, exponent);
        for (const double number : {1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0})
            QTest::addRow("%g", number * decade) << number * decade;
    }
}

void TestRateScale::roundIntervalsHaveAPosition()
{
    QFETCH(double, ms);
    const auto interval = TickInterval::fromMilliseconds(ms);
    QVERIFY(interval);
    QCOMPARE(RateScale::intervalAt(RateScale::positionOf(*interval)), *interval);
}

void TestRateScale::everyIntervalHasANearPosition()
{
    constexpr int samples = 20'000;
    for (int i = 0; i <= samples; ++i) {
        const double ms = 0.1 * std::pow(10.0, 6.0 * i / samples);
        const auto interval = TickInterval::fromMilliseconds(ms);
        QVERIFY(interval);
        const double shown = RateScale::intervalAt(RateScale::positionOf(*interval)).milliseconds();
        QVERIFY2(std::abs(shown / interval->milliseconds() - 1) < 0.025, qPrintable(QString::number(ms)));
    }
}

void TestRateScale::arrowsGoByRoundNumbers()
{
    const auto from = [](double ms, int steps) {
        const int position = RateScale::positionOf(*TickInterval::fromMilliseconds(ms));
        return RateScale::intervalAt(RateScale::stepped(position, steps)).milliseconds();
    };
    QCOMPARE(from(1000, 1), 900.0);
    QCOMPARE(from(1000, -1), 1200.0);
    QCOMPARE(from(50, 1), 40.0);
    QCOMPARE(from(50, -1), 60.0);
    QCOMPARE(from(977, 1), 900.0); // from between two round numbers to the next
    QCOMPARE(from(977, -1), 1000.0);
    QCOMPARE(from(1000, 12), 100.0);
    QCOMPARE(from(50, 0), 50.0);
}

void TestRateScale::pagesGoByDecades()
{
    const int second = RateScale::positionOf(TickInterval());
    QCOMPARE(RateScale::intervalAt(RateScale::paged(second, 1)).milliseconds(), 100.0);
    QCOMPARE(RateScale::intervalAt(RateScale::paged(second, -1)).milliseconds(), 10'000.0);
}

void TestRateScale::stepsStopAtTheEnds()
{
    QCOMPARE(RateScale::stepped(0, -1), 0);
    QCOMPARE(RateScale::stepped(RateScale::maximum, 1), RateScale::maximum);
    QCOMPARE(RateScale::stepped(0, 1000), RateScale::maximum);
    QCOMPARE(RateScale::stepped(RateScale::maximum, -1000), 0);
    QCOMPARE(RateScale::paged(50, -1), 0);
    QCOMPARE(RateScale::paged(RateScale::maximum - 50, 1), RateScale::maximum);
}

TICKER_CORE_TEST(TestRateScale)
#include "tst_rate_scale.moc"
