// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_export.h"
#include "chart/chart_painting.h"
#include "chart/price_chart.h"
#include "market_samples.h"
#include "ticker_test.h"

#include <QFile>
#include <QProgressDialog>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace ticker;

namespace {

constexpr int noisy = 12000;

} // namespace

/// An export that takes its time.
class TestChartPainting final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paintingCanBeStopped();
};

/// Lines on a large screen take a while; the window goes on, and what is stopped leaves no file.
void TestChartPainting::paintingCanBeStopped()
{
    PriceChart chart;
    chart.setLines({{QStringLiteral("ACME"), 0, 0}});
    chart.resize(3000, 1500);
    chart.show();
    QVERIFY(QTest::qWaitForWindowExposed(&chart));
    QList<PricePoint> noise = samples::rising(noisy, 0);
    for (qsizetype i = 0; i < noise.size(); ++i)
        noise[i].price = i % 2 == 0 ? 0 : 100;
    const MarketUpdate update = samples::charted(QStringLiteral("ACME"), noise);
    chart.showUpdate(update.charted, update.timeMs);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("chart.png"));
    ChartExport writer({[&chart] { return chart.svg(); }, [&chart] { return chart.drawing(); }}, &chart);
    QSignalSpy written(&writer, &ChartExport::written);
    writer.write(path);
    auto *progress = chart.findChild<QProgressDialog *>(QStringLiteral("exportProgress"));
    QVERIFY(progress);
    QTRY_VERIFY(progress->value() > 0); // the event loop runs meanwhile
    auto *painting = writer.findChild<ChartPainting *>();
    QVERIFY(painting);
    const QSignalSpy painted(painting, &ChartPainting::painted);
    const QSignalSpy ended(painting, &QObject::destroyed);
    Q_EMIT progress->canceled();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, 30'000);
    QCOMPARE(painted.size(), 0);
    QCOMPARE(written.size(), 0);
    QVERIFY(!QFile::exists(path));
}

TICKER_WIDGET_TEST(TestChartPainting)
#include "tst_chart_painting.moc"
