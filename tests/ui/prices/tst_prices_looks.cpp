// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "prices_bench.h"
#include "samples.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QLineEdit>

using namespace ticker;

namespace {

using Model = PricesModel;
using Bench = test::PricesBench;
using test::symbols;

} // namespace

/// What the page with the prices looks like, and what a screen reader is told of it.
class TestPricesLooks final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void everyControlHasAName();
    void everyControlIsReachedByTab();
    void looks();
};

void TestPricesLooks::everyControlHasAName()
{
    const Bench bench;
    int controls = 0;
    for (auto *widget : bench.page.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QTableView *>(widget) || widget->objectName() == QStringLiteral("priceChart");
        if (!isControl || widget->objectName().isEmpty() || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        ++controls;
        QVERIFY2(!QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty(),
                 qPrintable(widget->objectName()));
    }
    QCOMPARE_GE(controls, 12);
    QAccessibleTableInterface *table = QAccessible::queryAccessibleInterface(bench.table())->tableInterface();
    QCOMPARE(table->cellAt(0, Model::InChart)->text(QAccessible::Name), QStringLiteral("ACME in the chart"));
    QCOMPARE(table->cellAt(0, Model::Price)->text(QAccessible::Name), QStringLiteral("100, rising"));
}

void TestPricesLooks::everyControlIsReachedByTab()
{
    Bench bench;
    QSet<QString> reached;
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(&bench.page, Qt::Key_Tab);
        if (const QWidget *widget = bench.page.focusWidget())
            reached.insert(widget->objectName());
    }
    for (const char *name : {"chart1min", "chart5min", "chart15min", "chart1h", "chartAll", "chartPercentButton",
                             "exportChartButton", "priceChart", "pricesFilter", "pricesColumnsButton", "pricesTable"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

/// Pictures for people to look at, in the folder named by TICKER_SCREENSHOTS.
void TestPricesLooks::looks()
{
    QDir folder(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        if (dark)
            QApplication::setPalette(samples::darkPalette());
        MainWindow window;
        auto *page = new PricesPage;
        window.addView(page, QStringLiteral("Prices"));
        PricesSettings settings;
        settings.charted = symbols({"ACME", "MOON", "ROCK"});
        page->applySettings(settings);
        WindowSettings shown;
        shown.view = page->objectName();
        window.applySettings(shown);
        window.resize(1000, 750);
        window.showStatus(samples::listening());
        window.showSnapshot(samples::running());
        page->showUpdate(samples::market(12));
        int seed = 0;
        for (const QString &symbol : page->charted()) {
            QList<PricePoint> line = samples::rising(3000, 0, samples::nowMs, 100);
            double price = 300 + 100 * seed;
            quint32 random = quint32(++seed);
            for (PricePoint &point : line) {
                random = random * 1664525 + 1013904223;
                price += double(random >> 16) / 32768 - 1;
                point.price = price;
            }
            page->showUpdate(samples::charted(symbol, line));
        }
        MarketUpdate update;
        update.tape = 1;
        update.prices = {samples::price(0, 104), samples::price(3, 380, -20)};
        update.prices.last().previous = 390;
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(150); // it is drawn
        QTest::mouseMove(page->findChild<QWidget *>(QStringLiteral("priceChart")), {400, 60});
        page->showUpdate(update);
        const QImage picture = window.grab().toImage();
        QVERIFY(picture.save(
            folder.filePath(dark ? QStringLiteral("prices-dark.png") : QStringLiteral("prices-light.png"))));
        const QColor base = page->palette().color(QPalette::Base);
        QCOMPARE(picture.pixelColor(page->findChild<QWidget *>(QStringLiteral("plot"))->mapTo(&window, QPoint(3, 3))),
                 base);
    }
    QApplication::setPalette(before);
}

TICKER_WIDGET_TEST(TestPricesLooks)
#include "tst_prices_looks.moc"
