// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_series.h"
#include "market_samples.h"
#include "ticker_test.h"

#include <algorithm>
#include <cmath>

using namespace ticker;

namespace {

constexpr qint64 minuteMs = 60'000;

bool isSorted(const QList<PricePoint> &points)
{
    return std::ranges::is_sorted(points, {}, &PricePoint::timeMs);
}

/// A price at each step, which waves, with one spike.
QList<PricePoint> wave(qint64 fromMs, int count, double stepMs)
{
    QList<PricePoint> points;
    for (int i = 0; i < count; ++i)
        points.append({fromMs + qint64(i * stepMs), 100 + 10 * std::sin(double(i) / 50)});
    points[count / 3].price = 500;
    return points;
}

} // namespace

class TestPriceSeries final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsFewPointsWhole();
    void staysBounded_data();
    void staysBounded();
    void theNewestStayFine();
    void thePastComesBefore();
    void aClockThatRunsBackwards();
    void aClockThatIsSetBack();
    void tellsThePriceOfAMoment();
    void tellsWhatAStretchHad();
    void aLineHasAsManyPointsAsColumns();
    void aLineGoesOnBeyondItsEnds();
    void knowsNothing();
};

void TestPriceSeries::keepsFewPointsWhole()
{
    PriceSeries series;
    const QList<PricePoint> points = samples::rising(5000, 5000);
    series.append(points.first(2000));
    series.append(points.sliced(2000));
    QCOMPARE(series.points(), points);
}

void TestPriceSeries::staysBounded_data()
{
    QTest::addColumn<double>("stepMs");
    QTest::addColumn<int>("count");
    QTest::newRow("10,000 a second") << 0.1 << 200'000;
    QTest::newRow("1,000 a second") << 1.0 << 400'000;
    QTest::newRow("20 a second, for hours") << 50.0 << 400'000;
    QTest::newRow("1 a second, for days") << 1000.0 << 400'000;
    QTest::newRow("one in 100 seconds") << 100'000.0 << 100'000;
}

void TestPriceSeries::staysBounded()
{
    QFETCH(double, stepMs);
    QFETCH(int, count);
    constexpr int atOnce = 100;
    const QList<PricePoint> points = wave(samples::nowMs, count, stepMs);
    PriceSeries series;
    for (int i = 0; i < count; i += atOnce) {
        series.append(points.sliced(i, atOnce));
        QCOMPARE_LE(series.points().size(), PriceSeries::Limits::mostPoints);
    }
    QVERIFY(isSorted(series.points()));
    QCOMPARE(series.firstMs(), points.first().timeMs);
    QCOMPARE(series.points().last(), points.last());
    const auto extent = series.extent(series.firstMs(), series.lastMs());
    QCOMPARE(extent->high, 500.0); // the spike is still there
    QVERIFY(std::abs(extent->low - 90) < 0.1);
}

void TestPriceSeries::theNewestStayFine()
{
    PriceSeries series;
    const int count = 300'000;
    series.append(wave(0, count, 50));
    const qint64 last = series.lastMs();
    // Twenty a second are a point for each 50 ms: none of the last minute is merged.
    const auto inLastMinute = std::ranges::count_if(
        series.points(), [last](const PricePoint &point) { return point.timeMs > last - minuteMs; });
    QCOMPARE_GE(inLastMinute, 1000);
    for (qsizetype i = 1; i < series.points().size(); ++i) {
        const qint64 gap = series.points().at(i).timeMs - series.points().at(i - 1).timeMs;
        QVERIFY2(gap <= 2 * last / 1000, qPrintable(QString::number(gap))); // no hole anywhere
    }
}

void TestPriceSeries::thePastComesBefore()
{
    const QList<PricePoint> points = samples::rising(3000, 3000);
    PriceSeries series;
    series.append(points.sliced(2000));
    series.prepend(points.sliced(500, 1500));
    series.append({{samples::nowMs + 50, 7}});
    series.prepend(points.first(500));
    QCOMPARE(series.points(), points + QList<PricePoint>({{samples::nowMs + 50, 7}}));
    for (int i = 0; i < 20; ++i)
        series.prepend(samples::rising(5000, 5000, series.firstMs() - 1));
    QCOMPARE_LE(series.points().size(), PriceSeries::Limits::mostPoints);
    QVERIFY(isSorted(series.points()));
}

void TestPriceSeries::aClockThatRunsBackwards()
{
    PriceSeries series;
    series.append({{1000, 1}, {900, 2}, {1100, 3}});
    QVERIFY(isSorted(series.points()));
    QCOMPARE(series.priceAt(1000), std::optional(2.0));
    series.prepend({{500, 4}, {2000, 5}});
    QVERIFY(isSorted(series.points()));
    QCOMPARE(series.lastMs(), 1100);
}

/// What was known of later times is of times that are yet to come.
void TestPriceSeries::aClockThatIsSetBack()
{
    PriceSeries series;
    series.append({{samples::nowMs - minuteMs, 1}, {samples::nowMs, 2}, {samples::nowMs + 60 * minuteMs, 3}});
    series.append({{samples::nowMs + 1, 4}, {samples::nowMs + 2, 5}});
    QCOMPARE(
        series.points(),
        (QList<PricePoint>{
            {samples::nowMs - minuteMs, 1}, {samples::nowMs, 2}, {samples::nowMs + 1, 4}, {samples::nowMs + 2, 5}}));
    series.append({{0, 6}});
    QCOMPARE(series.points(), QList<PricePoint>({{0, 6}}));
}

void TestPriceSeries::tellsThePriceOfAMoment()
{
    PriceSeries series;
    series.append({{1000, 1}, {2000, 2}, {3000, 3}});
    QCOMPARE(series.priceAt(999), std::nullopt);
    QCOMPARE(series.priceAt(1000), std::optional(1.0));
    QCOMPARE(series.priceAt(2999), std::optional(2.0));
    QCOMPARE(series.priceAt(9000), std::optional(3.0));
}

void TestPriceSeries::tellsWhatAStretchHad()
{
    PriceSeries series;
    series.append({{1000, 5}, {2000, 9}, {3000, 2}, {4000, 6}});
    const auto extent = series.extent(1500, 3500);
    QVERIFY(extent);
    QCOMPARE(extent->first, 5.0); // still the price when it begins
    QCOMPARE(extent->last, 2.0);
    QCOMPARE(extent->low, 2.0);
    QCOMPARE(extent->high, 9.0);
    QVERIFY(!series.extent(0, 999));
    QCOMPARE(series.extent(5000, 6000)->last, 6.0);
}

void TestPriceSeries::aLineHasAsManyPointsAsColumns()
{
    PriceSeries series;
    series.append(wave(0, 10'000, 6));
    const QList<PricePoint> line = series.line(0, minuteMs, 300);
    QCOMPARE_LE(line.size(), 2 * 301 + 2);
    QCOMPARE_GE(line.size(), 300);
    QVERIFY(isSorted(line));
    QVERIFY(std::ranges::any_of(line, [](const PricePoint &point) { return point.price == 500; }));
    QCOMPARE(series.line(0, 300, 300).size(), 52); // few are all there: 0 to 300 by 6, and one beyond
}

void TestPriceSeries::aLineGoesOnBeyondItsEnds()
{
    PriceSeries series;
    series.append({{1000, 1}, {2000, 2}, {3000, 3}, {4000, 4}});
    QCOMPARE(series.line(1500, 2500, 100), (QList<PricePoint>{{1000, 1}, {2000, 2}, {3000, 3}}));
    QCOMPARE(series.line(2100, 2200, 100), (QList<PricePoint>{{2000, 2}, {3000, 3}}));
}

void TestPriceSeries::knowsNothing()
{
    const PriceSeries series;
    QVERIFY(series.isEmpty());
    QVERIFY(series.line(0, 1000, 100).isEmpty());
    QVERIFY(!series.extent(0, 1000));
    QVERIFY(!series.priceAt(0));
}

TICKER_CORE_TEST(TestPriceSeries)
#include "tst_price_series.moc"
