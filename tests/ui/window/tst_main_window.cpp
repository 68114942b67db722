// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/clients_model.h"
#include "controls/rate_control.h"
#include "samples.h"
#include "ticker_test.h"
#include "window_fixture.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace ticker;

namespace {

/// Stands in for the browser.
class PageOpener final : public QObject
{
    Q_OBJECT

public:
    PageOpener() { QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "open"); }
    ~PageOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("http")); }

    Q_INVOKABLE void open(const QUrl &url) { opened.append(url); }

    QList<QUrl> opened;
};

struct Fixture final : test::WindowFixture
{
    explicit Fixture(const ServerStatus &status = samples::listening(),
                     const ServerSnapshot &snapshot = samples::running())
    {
        show(status, snapshot);
    }

    [[nodiscard]] QString text(const char *label) const { return child<QLabel>(label)->text(); }

    QSignalSpy pauses{&window, &MainWindow::pauseRequested};
    QSignalSpy intervals{&window, &MainWindow::intervalRequested};
    QSignalSpy retries{&window, &MainWindow::retryRequested};
    QSignalSpy nextPorts{&window, &MainWindow::nextFreePortRequested};
    QSignalSpy quits{&window, &MainWindow::quitRequested};
    QSignalSpy hints{&window, &MainWindow::closeHintDue};
    QSignalSpy savings{&window, &MainWindow::settingsChanged};
    QSignalSpy shown{&window, &MainWindow::shownChanged};
};

} // namespace

class TestMainWindow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void beforeAnythingIsKnown();
    void showsWhereItServes();
    void showsTheFigures();
    void emptyStateAndTable();
    void pausesAndResumes();
    void changesTheRate();
    void portInUseOffersWaysOut();
    void noticesStayUntilDismissed();
    void otherErrorsOfferRetryOnly();
    void anErrorForgetsTheClients();
    void copiesAndOpens();
    void actionsNeedAServer();
    void hiddenWindowIsUpdatedWhenShown();
    void columnsCanBeHidden();
    void namesOfClients();
    void quits();
    void aboutBox();
};

void TestMainWindow::beforeAnythingIsKnown()
{
    const Fixture f{ServerStatus(), ServerSnapshot()};
    QCOMPARE(f.text("stateLabel"), QStringLiteral("Stopped"));
    QCOMPARE(f.window.windowTitle(), QStringLiteral("TickerTray"));
    QVERIFY(f.child<QWidget>("messageBar")->isHidden());
    QVERIFY(f.child<QWidget>("emptyState")->isVisible());
    QCOMPARE(f.text("emptyStateTitle"), QStringLiteral("The server is not running."));
    QCOMPARE(MainWindow().size(), QSize(960, 700));
}

void TestMainWindow::showsWhereItServes()
{
    Fixture f;
    QCOMPARE(f.text("addressLabel"), QStringLiteral("http://127.0.0.1:8000/"));
    QCOMPARE(f.text("stateLabel"), QStringLiteral("Running"));
    QVERIFY(f.window.windowTitle().contains(QStringLiteral("127.0.0.1:8000")));
    f.window.showStatus(samples::listening(8001));
    QCOMPARE(f.text("addressLabel"), QStringLiteral("http://127.0.0.1:8001/"));
}

void TestMainWindow::showsTheFigures()
{
    Fixture f{samples::listening(), samples::running(3)};
    QCOMPARE(f.text("clientCountValue"), QStringLiteral("3"));
    QCOMPARE(f.text("actualRateValue"), QStringLiteral("20 ticks/s"));
    QCOMPARE(f.text("priceValue"), QStringLiteral("512"));
    QCOMPARE(f.text("seedValue"), QStringLiteral("20240607"));
    ServerSnapshot ofASmallCoin = samples::running();
    ofASmallCoin.featuredPrice = 0.0000012345;
    ofASmallCoin.featuredDecimals = 10;
    f.window.showSnapshot(ofASmallCoin);
    QCOMPARE(f.text("priceValue"), QStringLiteral("0.0000012345"));
    ServerSnapshot beforeTheFirstTick = samples::running();
    beforeTheFirstTick.featuredPrice.reset();
    f.window.showSnapshot(beforeTheFirstTick);
    QCOMPARE(f.text("priceValue"), QStringLiteral("no data yet"));
    QCOMPARE(f.text("clientCountValue"), QStringLiteral("0"));
}

void TestMainWindow::emptyStateAndTable()
{
    Fixture f;
    QVERIFY(f.child<QWidget>("emptyState")->isVisible());
    QCOMPARE(f.text("emptyStateTitle"), QStringLiteral("No clients connected yet."));
    QVERIFY(f.text("emptyStateText").contains(QStringLiteral("http://127.0.0.1:8000/")));
    f.window.showSnapshot(samples::running(3));
    QVERIFY(!f.child<QWidget>("emptyState")->isVisible());
    auto *table = f.child<QTableView>("clientsTable");
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    table->sortByColumn(ClientsModel::Bytes, Qt::DescendingOrder);
    QCOMPARE(table->model()->index(0, ClientsModel::Bytes).data().toString(), QStringLiteral("3.7 MB"));
    table->selectRow(2);
    table->selectAll(); // one is selected to be followed, never many
    ServerSnapshot next = samples::running(3);
    next.clients.first().bytesSent = 9'000'000;
    f.window.showSnapshot(next);
    QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(table->selectionModel()->selectedRows().first().row(), 0);
    f.window.showSnapshot(samples::running(0));
    QVERIFY(f.child<QWidget>("emptyState")->isVisible());
}

void TestMainWindow::pausesAndResumes()
{
    Fixture f;
    QCOMPARE(f.child<QToolButton>("pauseButton")->text(), QStringLiteral("Pause"));
    f.click("pauseButton");
    QCOMPARE(f.pauses.takeFirst().first().toBool(), true);
    f.window.showSnapshot(samples::paused());
    QCOMPARE(f.child<QToolButton>("pauseButton")->text(), QStringLiteral("Resume feed"));
    QCOMPARE(f.text("stateLabel"), QStringLiteral("Paused"));
    QCOMPARE(f.text("actualRateValue"), QStringLiteral("paused"));
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    QTest::keyClick(&f.window, Qt::Key_P, Qt::ControlModifier);
    QCOMPARE(f.pauses.count(), 1);
    QCOMPARE(f.pauses.first().first().toBool(), false);
}

void TestMainWindow::changesTheRate()
{
    Fixture f;
    QCOMPARE(f.child<RateControl>("rateControl")->interval().milliseconds(), 50.0);
    QVERIFY(f.intervals.isEmpty());
    f.click("ratePreset10");
    QCOMPARE(f.intervals.count(), 1);
    QCOMPARE(f.intervals.first().first().value<TickInterval>().milliseconds(), 10.0);
}

void TestMainWindow::noticesStayUntilDismissed()
{
    Fixture f;
    QVERIFY(!f.child<QWidget>("noticeBar")->isVisible());
    for (const char *notice : {"first", "second", "third", "<b>fourth</b>"})
        f.window.showNotice(QString::fromLatin1(notice));
    QVERIFY(f.child<QWidget>("noticeBar")->isVisible());
    QCOMPARE(f.text("noticeText"), QStringLiteral("second\nthird\n<b>fourth</b>"));
    f.window.showStatus(samples::listening());
    QVERIFY(f.child<QWidget>("noticeBar")->isVisible());
    f.click("noticeDismissButton");
    QVERIFY(!f.child<QWidget>("noticeBar")->isVisible());
    f.window.showNotice(QStringLiteral("later"));
    QCOMPARE(f.text("noticeText"), QStringLiteral("later"));
}

void TestMainWindow::portInUseOffersWaysOut()
{
    Fixture f{samples::failed(), ServerSnapshot()};
    QVERIFY(f.child<QWidget>("messageBar")->isVisible());
    QVERIFY(f.text("messageTitle").contains(QStringLiteral("127.0.0.1:8000")));
    QVERIFY(!f.child<QLabel>("messageDetail")->isVisible()); // the title says it all
    QCOMPARE(f.text("stateLabel"), QStringLiteral("Not running"));
    QVERIFY(f.child<QWidget>("nextFreePortButton")->isVisible());
    f.click("retryButton");
    QCOMPARE(f.retries.count(), 1);
    f.click("nextFreePortButton");
    QCOMPARE(f.nextPorts.count(), 1);

    f.window.showSnapshot(ServerSnapshot()); // stays until solved
    f.window.showStatus(samples::failed());
    QVERIFY(f.child<QWidget>("messageBar")->isVisible());
    f.window.showStatus(samples::listening(8001));
    QVERIFY(!f.child<QWidget>("messageBar")->isVisible());
}

void TestMainWindow::otherErrorsOfferRetryOnly()
{
    const Fixture f{samples::failed(ServerError::Code::PermissionDenied), ServerSnapshot()};
    QVERIFY(f.child<QWidget>("messageBar")->isVisible());
    QVERIFY(!f.child<QWidget>("nextFreePortButton")->isVisible());
    QVERIFY(f.child<QWidget>("retryButton")->isVisible());
}

void TestMainWindow::anErrorForgetsTheClients()
{
    Fixture f{samples::listening(), samples::running(3)};
    f.window.showStatus(samples::failed());
    QCOMPARE(f.child<QTableView>("clientsTable")->model()->rowCount(), 0);
    QCOMPARE(f.text("clientCountValue"), QStringLiteral("–"));
    f.window.showSnapshot(ServerSnapshot());
    QCOMPARE(f.text("seedValue"), QStringLiteral("–"));
    f.window.showStatus(samples::listening());
    f.window.showSnapshot(samples::running());
    QCOMPARE(f.text("seedValue"), QStringLiteral("20240607"));
}

void TestMainWindow::copiesAndOpens()
{
    PageOpener browser;
    const Fixture f;
    f.click("copyAddressButton");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://127.0.0.1:8000/"));
    f.click("openPageButton");
    f.click("emptyStateOpenButton");
    QCOMPARE(browser.opened, QList<QUrl>(2, QUrl(QStringLiteral("http://127.0.0.1:8000/"))));
}

void TestMainWindow::actionsNeedAServer()
{
    PageOpener browser;
    Fixture f{samples::failed(), ServerSnapshot()};
    for (const char *name : {"copyAddressButton", "openPageButton", "pauseButton", "rateControl"})
        QVERIFY2(!f.child<QWidget>(name)->isEnabled(), name);
    QApplication::clipboard()->setText(QStringLiteral("mine"));
    f.window.openPage(); // from the tray's menu, a moment too late
    f.window.copyAddress();
    QVERIFY(browser.opened.isEmpty());
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("mine"));
    f.window.showStatus(samples::listening());
    for (const char *name : {"copyAddressButton", "openPageButton", "pauseButton", "rateControl"})
        QVERIFY2(f.child<QWidget>(name)->isEnabled(), name);
}

void TestMainWindow::hiddenWindowIsUpdatedWhenShown()
{
    Fixture f;
    f.window.hide();
    f.window.showSnapshot(samples::running(3));
    QCOMPARE(f.child<QTableView>("clientsTable")->model()->rowCount(), 0);
    f.window.bringToFront();
    QCOMPARE(f.child<QTableView>("clientsTable")->model()->rowCount(), 3);
    QCOMPARE(f.text("clientCountValue"), QStringLiteral("3"));
}

void TestMainWindow::columnsCanBeHidden()
{
    const Fixture f;
    auto *menu = f.child<QMenu>("columnsMenu");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 12); // the address stays
    menu->actions().at(1)->trigger();
    QVERIFY(f.child<QTableView>("clientsTable")->isColumnHidden(ClientsModel::Transport));

    MainWindow other;
    other.applySettings(f.window.settings());
    QVERIFY(other.findChild<QTableView *>(QStringLiteral("clientsTable"))->isColumnHidden(ClientsModel::Transport));
}

/// Their column comes with the first one, and stays away for who has hidden it since.
void TestMainWindow::namesOfClients()
{
    Fixture f;
    const auto *table = f.child<QTableView>("clientsTable");
    ServerSnapshot snapshot = samples::running(3);
    f.window.showSnapshot(snapshot);
    QVERIFY(table->isColumnHidden(ClientsModel::Name));
    snapshot.clients[1].name = QStringLiteral("<b>bot</b>");
    f.window.showSnapshot(snapshot);
    QVERIFY(!table->isColumnHidden(ClientsModel::Name));
    QCOMPARE(table->model()->index(1, ClientsModel::Name).data().toString(), QStringLiteral("<b>bot</b>"));
    QCOMPARE(table->model()->index(0, ClientsModel::Name).data().toString(), QStringLiteral("–"));
    auto *menu = f.child<QMenu>("columnsMenu");
    Q_EMIT menu->aboutToShow();
    menu->actions().constFirst()->trigger();
    QVERIFY(table->isColumnHidden(ClientsModel::Name));
    snapshot.clients[2].name = QStringLiteral("another");
    f.window.showSnapshot(snapshot);
    QVERIFY(table->isColumnHidden(ClientsModel::Name));
}

void TestMainWindow::quits()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(&f.window));
    QTest::keyClick(&f.window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(f.quits.count(), 1);
}

void TestMainWindow::aboutBox()
{
    const Fixture f;
    f.child<QAction>("aboutAction")->trigger();
    auto *box = f.child<QMessageBox>("aboutBox");
    QVERIFY(box->isVisible());
    box->close();
}

TICKER_WIDGET_TEST(TestMainWindow)
#include "tst_main_window.moc"
