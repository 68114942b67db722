// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/prices_controller.h"
#include "ticker/server_thread.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>

using namespace ticker;

namespace {

constexpr int patienceMs = 20'000;

ServerConfig livelyConfig()
{
    ServerConfig config;
    config.listen.port = 0;
    config.interval = *TickInterval::fromMilliseconds(10);
    return config;
}

} // namespace

/// The page with the prices in the window, beside a whole server.
class PricesControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theServerWorksWhileSomebodyLooks();
    void remembersWhatWasChosen();
};

void PricesControllerTest::theServerWorksWhileSomebodyLooks()
{
    ServerThread thread(livelyConfig());
    MainWindow window;
    const PricesController controller(thread.server(), &window, {});
    QObject::connect(thread.server(), &TickerServer::statusChanged, &window, &MainWindow::showStatus);
    QObject::connect(thread.server(), &TickerServer::snapshotTaken, &window, &MainWindow::showSnapshot);
    QSignalSpy update(thread.server(), &TickerServer::marketMoved);
    QSignalSpy snapshots(thread.server(), &TickerServer::snapshotTaken);
    window.applySettings({});
    thread.start();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY_WITH_TIMEOUT(snapshots.size() > 5, patienceMs);
    QCOMPARE(update.size(), 0); // clients are in front

    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    const auto *table = window.findChild<QTableView *>(QStringLiteral("pricesTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 12, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(update.size() > 5, patienceMs);
    const auto *chart = window.findChild<QWidget *>(QStringLiteral("priceChart"));
    QVERIFY(chart->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(chart->accessibleDescription().startsWith(QStringLiteral("TEAPOT ")), patienceMs);

    window.hide();
    snapshots.clear();
    QTRY_VERIFY_WITH_TIMEOUT(!snapshots.isEmpty(), patienceMs); // by now it knows
    update.clear();
    snapshots.clear();
    QTRY_VERIFY_WITH_TIMEOUT(snapshots.size() > 2, patienceMs);
    QCOMPARE(update.size(), 0);
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(update.size() > 2, patienceMs);
}

void PricesControllerTest::remembersWhatWasChosen()
{
    ServerThread thread(livelyConfig());
    MainWindow window;
    PricesSettings settings;
    settings.charted = QStringList{QStringLiteral("SLOTH")};
    settings.seconds = 900;
    settings.relative = true;
    const PricesController controller(thread.server(), &window, settings);
    WindowSettings kept;
    controller.addTo(&kept);
    QCOMPARE(kept.prices.charted, settings.charted);
    QCOMPARE(kept.prices.seconds, 900);
    QVERIFY(kept.prices.relative);
}

TICKER_WIDGET_TEST(PricesControllerTest)
#include "tst_prices_controller.moc"
