// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_controller_fixture.h"
#include "ticker_test.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace ticker;
using namespace ticker::test;

using Fixture = SettingsControllerFixture;

/// What counts until the program ends or an hour is over, and is not there at the next start; with a real server.
class SettingsForNowTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();

    void networkForAnHour();
    void theHourIsOver();
    void whatWasGivenIsNotStoredWithWhatIsChosen();
    void forNowIsNotStored();
    void forNowThatCannotBeHad();
    void trayLeadsToTheCode();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    CommandLine m_anyPort;
};

void SettingsForNowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
    m_anyPort.port = 0;
}

/// The next start finds it closed.
void SettingsForNowTest::networkForAnHour()
{
    Fixture f(m_anyPort);
    f.controller.open();
    f.child<QCheckBox>("lanHourBox")->click();
    f.child<QCheckBox>("lanBox")->click();
    QTRY_VERIFY(f.controller.preferences().listen.isEverywhere());
    QTRY_VERIFY(f.child<QLabel>("lanClosing")->isVisible());
    QCOMPARE(f.stored().listen.address, QStringLiteral("127.0.0.1"));
    f.child<QCheckBox>("lanHourBox")->click(); // longer, after all
    QVERIFY(!f.child<QLabel>("lanClosing")->isVisible());
    QCOMPARE(f.stored().listen.address, QStringLiteral("0.0.0.0"));
}

void SettingsForNowTest::theHourIsOver()
{
    LanAccess::Environment lan = LanAccess::thisMachine();
    lan.openTime = std::chrono::milliseconds(200);
    lan.lookInterval = std::chrono::milliseconds(50);
    Fixture f(m_anyPort, {}, lan);
    const QSignalSpy lines(&f.controller, &SettingsController::reported);
    const QSignalSpy commands(&f.controller, &SettingsController::listenWanted);
    f.child<QCheckBox>("lanHourBox")->click();
    f.child<QCheckBox>("lanBox")->click();
    QTRY_COMPARE(commands.size(), 2); // to open it, and to close it
    QTRY_VERIFY(!f.controller.preferences().listen.isEverywhere());
    QCOMPARE(lines.size(), 1);
    QCOMPARE(f.ask(), 200); // from here
    QVERIFY(!f.child<QCheckBox>("lanBox")->isChecked());
}

/// A port of the command line, when only the network is chosen.
void SettingsForNowTest::whatWasGivenIsNotStoredWithWhatIsChosen()
{
    CommandLine commandLine;
    commandLine.port = freePort();
    Fixture f(commandLine);
    f.child<QCheckBox>("lanBox")->click();
    QTRY_COMPARE(f.stored().listen.address, QStringLiteral("0.0.0.0"));
    QCOMPARE(f.stored().listen.port, Settings().listen.port);
    const quint16 other = freePort();
    Q_EMIT f.controller.dialog().listenWanted({QStringLiteral("0.0.0.0"), other});
    QTRY_COMPARE(f.stored().listen.port, other);
    Q_EMIT f.controller.dialog().listenWanted({QStringLiteral("0.0.0.0"), *commandLine.port}); // now by choice
    QTRY_COMPARE(f.stored().listen.port, *commandLine.port);
}

void SettingsForNowTest::forNowIsNotStored()
{
    Fixture f(m_anyPort);
    const quint16 port = freePort();
    ChosenLimits limits = f.controller.preferences().limits;
    limits.pingInterval = std::chrono::milliseconds(1234);
    int done = 0;
    f.controller.useForNow({QStringLiteral("127.0.0.1"), port}, limits, [&](const std::optional<ServerError> &error) {
        ++done;
        QVERIFY(!error);
    });
    QTRY_COMPARE(f.status.port, port);
    QTRY_COMPARE(done, 1);
    QTRY_COMPARE(f.child<QSpinBox>("portField")->value(), int(port));
    QCOMPARE(f.child<QSpinBox>("pingIntervalField")->value(), 1234);
    QCOMPARE(f.stored(), Settings());
}

void SettingsForNowTest::forNowThatCannotBeHad()
{
    Fixture f(m_anyPort);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QSignalSpy lines(&f.controller, &SettingsController::reported);
    std::optional<ServerError> refused;
    f.controller.useForNow({QStringLiteral("127.0.0.1"), other.serverPort()}, f.controller.preferences().limits,
                           [&](const std::optional<ServerError> &error) { refused = error; });
    QTRY_COMPARE(lines.size(), 1);
    QVERIFY(refused);
    QCOMPARE(refused->code, ServerError::Code::PortInUse);
    const QString line = lines.first().first().value<LocalizedText>().english();
    QVERIFY2(line.contains(QString::number(other.serverPort())), qPrintable(line));
    QCOMPARE(f.controller.preferences().listen.port, quint16(0));
    QCOMPARE(f.ask(), 200);
    QCOMPARE(f.stored(), Settings());
}

void SettingsForNowTest::trayLeadsToTheCode()
{
    Fixture f(m_anyPort);
    auto *entry = f.tray.menu()->findChild<QAction *>(QStringLiteral("trayQrCodeAction"));
    QVERIFY(entry && !entry->isVisible());
    Q_EMIT f.controller.dialog().listenWanted({QStringLiteral("0.0.0.0"), 0});
    if (LanAccess::thisMachine().interfaces().isEmpty())
        QSKIP("this machine has no network");
    QTRY_VERIFY(entry->isVisible());
    entry->trigger();
    QVERIFY(f.controller.dialog().isVisible());
    QVERIFY(QTest::qWaitForWindowExposed(&f.controller.dialog()));
    const auto *code = f.child<QWidget>("qrCode");
    QTRY_VERIFY(code->isVisible());
    QTRY_VERIFY(!code->visibleRegion().isEmpty());
    Q_EMIT f.controller.dialog().listenWanted({QStringLiteral("127.0.0.1"), 0});
    QTRY_VERIFY(!entry->isVisible());
}

TICKER_WIDGET_TEST(SettingsForNowTest)
#include "tst_settings_for_now.moc"
