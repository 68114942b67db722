// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "status/status_presenter.h"
#include "ticker_test.h"

using namespace ticker;
using State = StatusView::State;
using Code = ServerError::Code;

Q_DECLARE_METATYPE(ticker::StatusView::State)
Q_DECLARE_METATYPE(ticker::ServerError::Code)

class TestStatusPresenter final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void present_data();
    void present();
    void describe_data();
    void describe();
    void anErrorWithNothingInItStillSaysSomething();
    void failedWithoutAnErrorStillSaysSomething();
    void authority();
};

void TestStatusPresenter::present_data()
{
    QTest::addColumn<ServerStatus>("status");
    QTest::addColumn<ServerSnapshot>("snapshot");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("toolTip");
    QTest::addColumn<QString>("iconName");

    QTest::newRow("stopped") << ServerStatus() << ServerSnapshot() << State::Stopped << QStringLiteral("Stopped")
                             << QStringLiteral("TickerTray, stopped") << QStringLiteral("tray-stopped");
    QTest::newRow("running, alone") << samples::listening() << samples::running(0, 1000) << State::Running
                                    << QStringLiteral("Running")
                                    << QStringLiteral("127.0.0.1:8000, no clients, 1 tick/s, running")
                                    << QStringLiteral("tray-running");
    QTest::newRow("running, one client") << samples::listening() << samples::running(1) << State::Running
                                         << QStringLiteral("Running")
                                         << QStringLiteral("127.0.0.1:8000, 1 client, 20 ticks/s, running")
                                         << QStringLiteral("tray-running");
    QTest::newRow("running, three clients")
        << samples::listening(8001) << samples::running(3) << State::Running << QStringLiteral("Running")
        << QStringLiteral("127.0.0.1:8001, 3 clients, 20 ticks/s, running") << QStringLiteral("tray-running");
    QTest::newRow("paused") << samples::listening() << samples::paused(3) << State::Paused << QStringLiteral("Paused")
                            << QStringLiteral("127.0.0.1:8000, 3 clients, 20 ticks/s, paused")
                            << QStringLiteral("tray-paused");
    QTest::newRow("error") << samples::failed() << samples::running(3) << State::Error << QStringLiteral("Not running")
                           << QStringLiteral("Cannot listen on 127.0.0.1:8000: another program uses this port.")
                           << QStringLiteral("tray-error");
    QTest::newRow("error while paused") << samples::failed(Code::PermissionDenied) << samples::paused() << State::Error
                                        << QStringLiteral("Not running")
                                        << QStringLiteral(
                                               "Cannot listen on 127.0.0.1:8000: the system does not allow it.")
                                        << QStringLiteral("tray-error");
}

void TestStatusPresenter::present()
{
    QFETCH(ServerStatus, status);
    QFETCH(ServerSnapshot, snapshot);
    const StatusView view = StatusPresenter::present(status, snapshot);
    QTEST(view.state, "state");
    QTEST(view.text, "text");
    QTEST(view.toolTip, "toolTip");
    QTEST(view.iconName, "iconName");
}

void TestStatusPresenter::describe_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("detail");
    const QString none;
    const QString why = QStringLiteral("WHY");
    QTest::newRow("port in use") << Code::PortInUse << QStringLiteral("Cannot listen on HERE: WHY.") << none;
    QTest::newRow("address") << Code::AddressNotAvailable
                             << QStringLiteral("Cannot listen on HERE: this computer does not have that address.")
                             << none;
    QTest::newRow("permission") << Code::PermissionDenied
                                << QStringLiteral("Cannot listen on HERE: the system does not allow it.") << why;
    QTest::newRow("web root") << Code::WebRootUnreadable
                              << QStringLiteral("Cannot serve the folder HERE: it cannot be read.") << why;
    QTest::newRow("other") << Code::Other << QStringLiteral("WHAT: HERE") << why;
}

void TestStatusPresenter::describe()
{
    QFETCH(Code, code);
    const ErrorText text = StatusPresenter::describe(
        {code, QStringLiteral("WHAT"), QStringLiteral("HERE"), QStringLiteral("WHY")});
    QTEST(text.title, "title");
    QTEST(text.detail, "detail");
}

void TestStatusPresenter::anErrorWithNothingInItStillSaysSomething()
{
    QCOMPARE(StatusPresenter::describe({}).title, QStringLiteral("The server cannot start."));
    QCOMPARE(StatusPresenter::describe({Code::Other, QStringLiteral("WHAT"), {}, {}}).title, QStringLiteral("WHAT"));
}

void TestStatusPresenter::failedWithoutAnErrorStillSaysSomething()
{
    const ServerStatus status{ServerStatus::State::Failed, {}, 0, std::nullopt};
    QCOMPARE(StatusPresenter::present(status, {}).toolTip, QStringLiteral("The server cannot start."));
}

void TestStatusPresenter::authority()
{
    QCOMPARE(StatusPresenter::authority(samples::listening()), QStringLiteral("127.0.0.1:8000"));
    QCOMPARE(StatusPresenter::authority(samples::failed()), QString());
    ServerStatus v6 = samples::listening();
    v6.url = QStringLiteral("http://[::1]:8000/");
    QCOMPARE(StatusPresenter::authority(v6), QStringLiteral("[::1]:8000"));
}

TICKER_CORE_TEST(TestStatusPresenter)
#include "tst_status_presenter.moc"
