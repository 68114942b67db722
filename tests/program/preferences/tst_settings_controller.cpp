// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/settings_transfer.h"
#include "settings_controller_fixture.h"
#include "ticker_test.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace ticker;
using namespace ticker::test;

using Fixture = SettingsControllerFixture;

/// What is chosen in the settings dialog has its effect at once and is stored; with a real server.
class SettingsControllerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();

    void opensFromMenuAndTray();
    void nothingChosenStoresNothing();
    void portIsTakenAndStored();
    void refusedPortIsNotStored();
    void originIsAllowedAtOnce();
    void themeIsAppliedAtOnce();
    void loginStartIsWritten();
    void exportedAndImported();
    void brokenImportChangesNothing();
    void importedPortInUse();
    void defaults();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    CommandLine m_anyPort;
};

void SettingsControllerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", m_folder->path().toLocal8Bit());
    m_anyPort.port = 0;
}

void SettingsControllerTest::opensFromMenuAndTray()
{
    Fixture f(m_anyPort);
    f.window.findChild<QAction *>(QStringLiteral("settingsAction"))->trigger();
    QVERIFY(f.controller.dialog().isVisible());
    f.controller.dialog().close();
    f.tray.menu()->findChild<QAction *>(QStringLiteral("traySettingsAction"))->trigger();
    QVERIFY(f.controller.dialog().isVisible());
}

/// What the command line says is shown, and is not stored.
void SettingsControllerTest::nothingChosenStoresNothing()
{
    CommandLine commandLine = m_anyPort;
    commandLine.pingInterval = std::chrono::milliseconds(777);
    const Fixture f(commandLine);
    QCOMPARE(f.child<QSpinBox>("pingIntervalField")->value(), 777);
    QCOMPARE(f.child<QSpinBox>("portField")->value(), 0);
    QCOMPARE(f.stored(), Settings());
}

void SettingsControllerTest::portIsTakenAndStored()
{
    Fixture f(m_anyPort);
    const QSignalSpy changes(&f.controller, &SettingsController::changed);
    f.controller.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.controller.dialog()));
    const quint16 port = freePort();
    auto *field = f.child<QSpinBox>("portField");
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, QString::number(port));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(f.stored().listen.port, port);
    QCOMPARE(f.status.port, port);
    QCOMPARE(f.ask(), 200);
    QVERIFY(!changes.isEmpty());
    QVERIFY(f.child<QLabel>("listenState")->text().contains(QString::number(port)));
}

void SettingsControllerTest::refusedPortIsNotStored()
{
    Fixture f(m_anyPort);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    Q_EMIT f.controller.dialog().listenWanted({QStringLiteral("127.0.0.1"), other.serverPort()});
    QTRY_VERIFY(f.child<QLabel>("listenProblem")->text().contains(QString::number(other.serverPort())));
    QVERIFY(f.child<QLabel>("listenProblem")->text().contains(f.status.url)); // where it goes on
    QCOMPARE(f.ask(), 200);
    QCOMPARE(f.stored(), Settings());
}

void SettingsControllerTest::originIsAllowedAtOnce()
{
    Fixture f(m_anyPort);
    QCOMPARE(f.ask("https://example.org"), 403);
    auto *field = f.child<QLineEdit>("originsField");
    QTest::keyClicks(field, QStringLiteral("HTTPS://example.org:443/"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(f.ask("https://example.org"), 200);
    QCOMPARE(f.stored().access.origins, QStringList{QStringLiteral("https://example.org")});
}

void SettingsControllerTest::themeIsAppliedAtOnce()
{
    const QColor before = QApplication::palette().color(QPalette::Window);
    Settings settings;
    settings.look.theme = Theme::Dark;
    Fixture f(m_anyPort, settings);
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 100);
    Q_EMIT f.controller.dialog().lookChosen({Theme::Light, TrayIconStyle::Colour, true, false});
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() > 200);
    QVERIFY(QApplication::palette().color(QPalette::WindowText).lightness() < 100);
    QCOMPARE(f.stored().look, (LookSettings{Theme::Light, TrayIconStyle::Colour, true, false}));
    Q_EMIT f.controller.dialog().lookChosen({});
    QCOMPARE(QApplication::palette().color(QPalette::Window), before);
}

void SettingsControllerTest::loginStartIsWritten()
{
    const Fixture f(m_anyPort);
    const AutostartFile file(QStringLiteral("/usr/bin/tickertray"), {});
    auto *box = f.child<QCheckBox>("loginBox");
    box->click();
    QVERIFY(file.read().on);
    box->click();
    QVERIFY(!QFile::exists(file.path()));
    qputenv("XDG_CONFIG_HOME", "/proc/nowhere");
    const Fixture other(m_anyPort);
    auto *vain = other.child<QCheckBox>("loginBox");
    vain->click();
    QVERIFY(!vain->isChecked()); // as it is
    QVERIFY(other.child<QLabel>("settingsMessage")->text().contains(QStringLiteral("/proc/nowhere")));
}

void SettingsControllerTest::exportedAndImported()
{
    const QString path = m_folder->filePath(QStringLiteral("a.json"));
    Settings other;
    other.listen.port = freePort();
    other.access.origins = QStringList{QStringLiteral("https://example.org")};
    other.limits.maxConnections = 50;
    other.look.risingIsRed = true;
    QVERIFY(!exportSettings(path, other));
    Fixture f(m_anyPort);
    QSignalSpy imports(&f.controller, &SettingsController::imported);
    Q_EMIT f.controller.dialog().importWanted(path);
    QCOMPARE(imports.size(), 1);
    QTRY_COMPARE(f.status.port, other.listen.port);
    QCOMPARE(f.ask("https://example.org"), 200);
    QCOMPARE(f.child<QSpinBox>("maxConnectionsField")->value(), 50);
    QTRY_COMPARE(f.stored(), other);

    const QString copy = m_folder->filePath(QStringLiteral("b.json"));
    Q_EMIT f.controller.dialog().exportWanted(copy);
    QVERIFY(f.child<QLabel>("settingsMessage")->text().contains(copy));
    QCOMPARE(importSettings(copy)->settings, other);
    Q_EMIT f.controller.dialog().exportWanted(QStringLiteral("/proc/a.json"));
    QVERIFY(f.child<QLabel>("settingsMessage")
                ->text()
                .contains(QStringLiteral("Cannot write the settings to /proc/a.json")));
}

void SettingsControllerTest::brokenImportChangesNothing()
{
    const QString path = m_folder->filePath(QStringLiteral("a.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"version":2,"maxConnections":5})");
    file.close();
    Fixture f(m_anyPort);
    const QSignalSpy imports(&f.controller, &SettingsController::imported);
    const Preferences before = f.controller.preferences();
    Q_EMIT f.controller.dialog().importWanted(path);
    QCOMPARE(imports.size(), 0);
    QCOMPARE(f.controller.preferences(), before);
    QVERIFY(f.child<QLabel>("settingsMessage")->text().contains(QStringLiteral("newer version of TickerTray")));
    QCOMPARE(f.stored(), Settings());
}

/// The port of another computer may be taken on this one: the server goes on where it is, also after the next start.
void SettingsControllerTest::importedPortInUse()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const QString path = m_folder->filePath(QStringLiteral("a.json"));
    Settings other;
    other.listen.port = taken.serverPort();
    QVERIFY(!exportSettings(path, other));
    Fixture f(m_anyPort);
    f.settings = other; // as the application stores it
    Q_EMIT f.controller.dialog().importWanted(path);
    QTRY_VERIFY(f.child<QLabel>("listenProblem")->text().contains(QString::number(taken.serverPort())));
    QCOMPARE(f.stored().listen.port, quint16(0));
    QCOMPARE(f.ask(), 200);
}

void SettingsControllerTest::defaults()
{
    Settings settings;
    settings.access.origins = QStringList{QStringLiteral("https://example.org")};
    settings.limits.maxConnections = 50;
    settings.look.notifications = false;
    Fixture f(m_anyPort, settings);
    QCOMPARE(f.ask("https://example.org"), 200);
    QVERIFY(!AutostartFile(QStringLiteral("/usr/bin/tickertray"), {}).write({true, true, false}));
    Q_EMIT f.controller.dialog().defaultsWanted();
    QTRY_COMPARE(f.ask("https://example.org"), 403);
    QCOMPARE(f.controller.preferences().limits, ChosenLimits());
    QCOMPARE(f.controller.preferences().look, LookSettings());
    QVERIFY(!f.controller.preferences().login.on);
    const Settings stored = f.stored();
    QCOMPARE(stored.limits.maxConnections, Limits().maxConnections);
    QVERIFY(stored.look.notifications);
}

TICKER_WIDGET_TEST(SettingsControllerTest)
#include "tst_settings_controller.moc"
