// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_chart.h"
#include "market_samples.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

const QString acme = QStringLiteral("ACME");
constexpr qint64 second = 1000;

/// A chart whose prices are a second apart, the newest ones behind the start.
struct Bench final
{
    explicit Bench(qint64 generatedToMs)
    {
        chart.setLines({{acme, 0, 0}});
        chart.resize(700, 300);
        chart.show();
        if (!QTest::qWaitForWindowExposed(&chart))
            qFatal("not shown");
        chart.setGeneratedTo(generatedToMs);
        tell(samples::rising(600, 1000, samples::nowMs, second));
    }
    void tell(const QList<PricePoint> &line)
    {
        const MarketUpdate update = samples::charted(acme, line);
        chart.showUpdate(update.charted, update.timeMs);
        QTRY_VERIFY(chart.isDrawn());
    }
    /// Of the column at that share of the width, below the legend.
    [[nodiscard]] QColor ground(double share)
    {
        const QImage picture = chart.grab().toImage();
        return picture.pixelColor(int(share * picture.width()), picture.height() * 2 / 3);
    }
    [[nodiscard]] bool saysIt() const { return chart.summary().contains(QStringLiteral("are generated")); }

    PriceChart chart;
};

} // namespace

/// What is before the start is told apart from what was.
class ChartGeneratedTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isShadedAndSaid();
    void isNotWhereNothingIs();
    void goesWithTheWindow();
    void isOverWhereTheClockIsSetBack();
    void isInPictures();
};

void ChartGeneratedTest::isShadedAndSaid()
{
    Bench bench(samples::nowMs - 150 * second); // in the middle of five minutes
    QVERIFY(bench.saysIt());
    QVERIFY(bench.ground(0.05) != bench.ground(0.75));
}

void ChartGeneratedTest::isNotWhereNothingIs()
{
    Bench bench(0);
    QVERIFY(!bench.saysIt());
    QCOMPARE(bench.ground(0.05), bench.ground(0.75));
}

void ChartGeneratedTest::goesWithTheWindow()
{
    Bench bench(samples::nowMs - 400 * second);
    QVERIFY(!bench.saysIt()); // five minutes are shown
    bench.chart.setLength(std::nullopt);
    QTRY_VERIFY(bench.chart.isDrawn());
    QVERIFY(bench.saysIt());
    QVERIFY(bench.ground(0.05) != bench.ground(0.75));
}

void ChartGeneratedTest::isOverWhereTheClockIsSetBack()
{
    Bench bench(samples::nowMs - 150 * second);
    bench.tell(samples::rising(600, 1000, samples::nowMs - 3600 * second, second));
    QVERIFY(!bench.saysIt());
}

void ChartGeneratedTest::isInPictures()
{
    Bench bench(samples::nowMs - 150 * second);
    QVERIFY(bench.chart.svg().contains("generated"));
    Bench without(0);
    QVERIFY(!without.chart.svg().contains("generated"));
}

TICKER_WIDGET_TEST(ChartGeneratedTest)
#include "tst_chart_generated.moc"
