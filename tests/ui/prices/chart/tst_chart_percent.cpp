// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_chart.h"
#include "market_samples.h"
#include "ticker_test.h"

#include <QTest>

using namespace ticker;

namespace {

constexpr int points = 6000; // five minutes at twenty a second

/// A chart of one instrument that has risen by one with each tick for five minutes, on the screen.
struct Bench final
{
    explicit Bench(double last)
    {
        chart.setLines({{QStringLiteral("ACME"), 0, 0}});
        chart.resize(700, 300);
        chart.show();
        if (!QTest::qWaitForWindowExposed(&chart))
            qFatal("not shown");
        const MarketUpdate update = samples::charted(QStringLiteral("ACME"), samples::rising(points, last));
        chart.showUpdate(update.charted, update.timeMs);
        settle();
    }

    void settle() const
    {
        if (!QTest::qWaitFor([this] { return chart.isDrawn(); }))
            qFatal("not drawn");
    }
    void setRelative(bool relative)
    {
        chart.setRelative(relative);
        settle();
    }
    /// Figures of the scale that have a unit.
    [[nodiscard]] int percentagesOfScale() const
    {
        return int(QString::fromUtf8(chart.svg()).count(QStringLiteral(" %")));
    }

    PriceChart chart;
};

} // namespace

/// What the chart says in figures while its lines are in per cent.
class TestChartPercent final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void theScale();
    void theCrosshair();
    void theDescription();
    void nothingIsAShareOfNothing();
};

void TestChartPercent::theScale()
{
    Bench bench(2 * points);
    QCOMPARE(bench.percentagesOfScale(), 0);
    bench.setRelative(true);
    QVERIFY2(bench.percentagesOfScale() >= 3, qPrintable(QString::number(bench.percentagesOfScale())));
    bench.setRelative(false);
    QCOMPARE(bench.percentagesOfScale(), 0);
}

void TestChartPercent::theCrosshair()
{
    Bench bench(2 * points); // twice as much at its end
    bench.setRelative(true);
    QTest::mouseMove(&bench.chart, {350, 100});
    QTRY_VERIFY(!bench.chart.readOut().isEmpty());
    const QString figure = bench.chart.readOut().section(QStringLiteral("ACME "), 1);
    QVERIFY2(figure.startsWith(QLatin1Char('+')) && figure.endsWith(QStringLiteral(" %")), qPrintable(figure));
    const double percent = QLocale().toDouble(figure.mid(1).chopped(2)); // in the middle
    QVERIFY2(percent > 40 && percent < 60, qPrintable(figure));
    bench.setRelative(false);
    QTRY_VERIFY(!bench.chart.readOut().contains(QLatin1Char('%')));
}

void TestChartPercent::theDescription()
{
    Bench bench(2 * points);
    QTRY_VERIFY(bench.chart.accessibleDescription().startsWith(QStringLiteral("ACME 12,000, up ")));
    bench.setRelative(true);
    QTRY_VERIFY(bench.chart.accessibleDescription().startsWith(QStringLiteral("ACME +99.")));
    QCOMPARE(bench.chart.summary().count(QStringLiteral(" %")), 3); // now, lowest, highest
    bench.setRelative(false);
    QTRY_VERIFY(bench.chart.accessibleDescription().startsWith(QStringLiteral("ACME 12,000, up ")));
}

void TestChartPercent::nothingIsAShareOfNothing()
{
    PriceSeries::Extent extent;
    QVERIFY(!extent.percentOf(512));
    extent.first = 512;
    QCOMPARE(extent.percentOf(768).value_or(0), 50.0);
    extent.first = -10; // what rises from below zero has risen
    QCOMPARE(extent.percentOf(5).value_or(0), 150.0);

    Bench bench(points - 1); // from 0
    bench.chart.setLength(std::nullopt);
    bench.setRelative(true);
    QTest::mouseMove(&bench.chart, {340, 120}); // where it has not been
    QTRY_VERIFY2(bench.chart.readOut().endsWith(QStringLiteral("ACME –")), qPrintable(bench.chart.readOut()));
    QVERIFY(bench.percentagesOfScale() >= 1); // a scale of no prices
}

TICKER_WIDGET_TEST(TestChartPercent)
#include "tst_chart_percent.moc"
