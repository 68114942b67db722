// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hostile_texts.h"
#include "samples.h"
#include "settings_fixture.h"
#include "ticker_test.h"

#include <QMessageBox>

using namespace ticker;
using namespace ticker::test;

/// The dialog of all settings: what it shows and what it asks for. Real keys and clicks.
class TestSettingsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void showsWhatIsSet();
    void showingAsksForNothing();
    void enterAsksForTheAddress();
    void leavingTheFieldAsksToo();
    void whatIsNoAddressIsToldWhileTyping();
    void refusedAddressIsToldAndStays_data();
    void refusedAddressIsToldAndStays();
    void refusedAddressIsForgottenWithTheDialog();
    void portsAreExplained();
    void originsAreAddedAndRemoved();
    void whatIsNoHostIsTold();
    void loginStart();
    void looks();
    void limitsAreTakenWhole();
    void defaultsAreAskedFor();
    void filesAreChosen();
    void readsNoMarkup();
};

void TestSettingsDialog::showsWhatIsSet()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    f.dialog.showStatus(samples::listening(9000));
    QCOMPARE(f.child<QLineEdit>("bindAddressField")->text(), QStringLiteral("0.0.0.0"));
    QCOMPARE(f.child<QSpinBox>("portField")->value(), 9000);
    QCOMPARE(f.text("listenState"), QStringLiteral("Now running at http://127.0.0.1:9000/"));
    QVERIFY(f.child<QAbstractButton>("lanBox")->isChecked());
    QCOMPARE(f.child<QListWidget>("originsList")->item(0)->text(), QStringLiteral("https://example.org"));
    QCOMPARE(f.child<QListWidget>("hostsList")->item(0)->text(), QStringLiteral("feed.lan"));
    QVERIFY(f.child<QAbstractButton>("nullOriginBox")->isChecked());
    QVERIFY(f.child<QAbstractButton>("loginBox")->isChecked());
    QVERIFY(f.child<QAbstractButton>("loginHiddenBox")->isChecked());
    QCOMPARE(f.child<QComboBox>("themeChooser")->currentText(), QStringLiteral("Dark"));
    QCOMPARE(f.child<QComboBox>("trayIconChooser")->currentText(), QStringLiteral("Light, for dark panels"));
    QCOMPARE(f.child<QComboBox>("risingChooser")->currentText(), QStringLiteral("Rising red, falling green"));
    QVERIFY(!f.child<QAbstractButton>("notificationsBox")->isChecked());
    QCOMPARE(f.child<QSpinBox>("maxConnectionsField")->value(), 77);
    QCOMPARE(f.child<QSpinBox>("maxSessionsField")->value(), 78);
    QCOMPARE(f.child<QSpinBox>("maxUnsentField")->value(), 4);
    QCOMPARE(f.child<QSpinBox>("pingIntervalField")->value(), 1234);
    QCOMPARE(f.child<QComboBox>("slowClientsChooser")->currentText(), QStringLiteral("are disconnected"));
    QVERIFY(f.child<QAbstractButton>("jsonpBox")->isChecked());
}

void TestSettingsDialog::showingAsksForNothing()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    f.dialog.showPreferences(unusualPreferences());
    f.dialog.showPreferences({});
    f.dialog.showAnswer(refusal(ServerError::Code::PortInUse, 8001));
    for (const QSignalSpy *spy : {&f.listens, &f.accesses, &f.limits, &f.looks, &f.logins, &f.defaults})
        QCOMPARE(spy->size(), 0);
}

void TestSettingsDialog::enterAsksForTheAddress()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *address = f.child<QLineEdit>("bindAddressField");
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("::1"));
    QCOMPARE(f.listens.size(), 0);
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(f.listens.size(), 1);
    QCOMPARE(f.listens.first().first().value<ListenAddress>(), (ListenAddress{QStringLiteral("::1"), 8000}));
    QVERIFY(f.dialog.isVisible()); // Enter presses no button

    f.dialog.showAnswer({{QStringLiteral("::1"), 8000}, std::nullopt});
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(f.listens.size(), 1); // it is there
}

void TestSettingsDialog::leavingTheFieldAsksToo()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *port = f.child<QSpinBox>("portField");
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("8123"));
    QCOMPARE(f.listens.size(), 0);
    QTest::keyClick(port, Qt::Key_Tab);
    QCOMPARE(f.listens.size(), 1);
    QCOMPARE(f.listens.first().first().value<ListenAddress>().port, quint16(8123));
    f.dialog.showAnswer(refusal(ServerError::Code::PortInUse, 8123));
    port->setFocus();
    QTest::keyClick(port, Qt::Key_Tab);
    QCOMPARE(f.listens.size(), 1); // not again for looking at it
    port->setFocus();
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(f.listens.size(), 2); // but when it is asked for
}

void TestSettingsDialog::whatIsNoAddressIsToldWhileTyping()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *address = f.child<QLineEdit>("bindAddressField");
    address->setFocus();
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("example.org"));
    QVERIFY(f.child<QLabel>("listenProblem")->isVisible());
    QVERIFY(f.text("listenProblem").contains(QStringLiteral("Not an IP address")));
    QCOMPARE(address->accessibleDescription(), f.text("listenProblem"));
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(f.listens.size(), 0);
    address->selectAll();
    QTest::keyClicks(address, QStringLiteral("localhost")); // means what it means on the command line
    QVERIFY(!f.child<QLabel>("listenProblem")->isVisible());
    QTest::keyClick(address, Qt::Key_Return);
    QCOMPARE(f.listens.size(), 0); // and that is what it is
}

void TestSettingsDialog::refusedAddressIsToldAndStays_data()
{
    QTest::addColumn<ServerError::Code>("code");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<QString>("words");
    QTest::newRow("in use") << ServerError::Code::PortInUse << quint16(8001)
                            << QStringLiteral("127.0.0.1:8001: words of the system");
    QTest::newRow("low port") << ServerError::Code::PermissionDenied << quint16(80)
                              << QStringLiteral("Ports below 1024 require special privileges");
    QTest::newRow("not ours") << ServerError::Code::AddressNotAvailable << quint16(8001)
                              << QStringLiteral("this computer does not have that address");
    QTest::newRow("else") << ServerError::Code::Other << quint16(8001) << QStringLiteral("words of the system");
}

void TestSettingsDialog::refusedAddressIsForgottenWithTheDialog()
{
    SettingsFixture f;
    f.dialog.show();
    f.child<QSpinBox>("portField")->setValue(8123);
    f.dialog.showAnswer(refusal(ServerError::Code::PortInUse, 8123));
    QVERIFY(!f.text("listenProblem").isEmpty());
    f.dialog.reject();
    f.dialog.show();
    QCOMPARE(f.text("listenProblem"), QString());
    QCOMPARE(f.child<QSpinBox>("portField")->value(), int(ListenAddress().port));
}

void TestSettingsDialog::refusedAddressIsToldAndStays()
{
    QFETCH(ServerError::Code, code);
    QFETCH(quint16, port);
    QFETCH(QString, words);
    SettingsFixture f;
    f.dialog.showStatus(samples::listening());
    f.child<QSpinBox>("portField")->setValue(port);
    f.dialog.showAnswer(refusal(code, port));
    const QString problem = f.text("listenProblem");
    QVERIFY2(problem.contains(words), qPrintable(problem));
    QVERIFY2(problem.contains(QStringLiteral("127.0.0.1:%1").arg(port)), qPrintable(problem));
    QVERIFY2(problem.contains(QStringLiteral("The server is still running at http://127.0.0.1:8000/")),
             qPrintable(problem));
    QCOMPARE(f.child<QSpinBox>("portField")->value(), int(port)); // to be corrected
    f.dialog.showAnswer({{QStringLiteral("127.0.0.1"), 8002}, std::nullopt});
    QCOMPARE(f.text("listenProblem"), QString());
    QCOMPARE(f.child<QSpinBox>("portField")->value(), 8002);
}

void TestSettingsDialog::portsAreExplained()
{
    SettingsFixture f;
    f.child<QSpinBox>("portField")->setValue(443);
    QVERIFY(f.text("listenHint").contains(QStringLiteral("below 1024")));
    f.child<QSpinBox>("portField")->setValue(0);
    QVERIFY(f.text("listenHint").contains(QStringLiteral("any free port")));
}

void TestSettingsDialog::originsAreAddedAndRemoved()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *field = f.child<QLineEdit>("originsField");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("HTTPS://Example.org"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.accesses.size(), 1);
    QCOMPARE(f.accesses.last().first().value<AccessRules>().origins,
             QStringList{QStringLiteral("https://example.org")});
    QCOMPARE(field->text(), QString());
    QTest::keyClicks(field, QStringLiteral("https://example.org"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.accesses.size(), 1); // it is in the list already
    f.click("nullOriginBox");
    QVERIFY(f.accesses.last().first().value<AccessRules>().allowNullOrigin);
    auto *list = f.child<QListWidget>("originsList");
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(f.accesses.last().first().value<AccessRules>().origins, QStringList());
    QVERIFY(!f.child<QAbstractButton>("originsRemoveButton")->isEnabled());
}

void TestSettingsDialog::whatIsNoHostIsTold()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *field = f.child<QLineEdit>("hostsField");
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("http://feed.lan"));
    f.click("hostsAddButton");
    QCOMPARE(f.accesses.size(), 0);
    QVERIFY(f.text("hostsProblem").contains(QStringLiteral("No scheme")));
    QCOMPARE(field->text(), QStringLiteral("http://feed.lan")); // to be corrected
    QCOMPARE(field->accessibleDescription(), f.text("hostsProblem"));
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("feed.lan"));
    QCOMPARE(f.text("hostsProblem"), QString());
    f.click("hostsAddButton");
    QCOMPARE(f.accesses.last().first().value<AccessRules>().hosts, QStringList{QStringLiteral("feed.lan")});
}

void TestSettingsDialog::loginStart()
{
    SettingsFixture f;
    QVERIFY(!f.child<QAbstractButton>("loginHiddenBox")->isEnabled());
    f.click("loginBox");
    QCOMPARE(f.logins.last().first().value<Autostart>(), (Autostart{true, true, false}));
    f.click("loginHiddenBox");
    QCOMPARE(f.logins.last().first().value<Autostart>(), (Autostart{true, true, true}));
    Preferences preferences;
    preferences.login.available = false;
    f.dialog.showPreferences(preferences);
    QVERIFY(!f.child<QAbstractButton>("loginBox")->isEnabled());
    QVERIFY(f.text("loginExplanation").contains(QStringLiteral("Flatpak")));
}

void TestSettingsDialog::looks()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *theme = f.child<QComboBox>("themeChooser");
    theme->setFocus();
    QTest::keyClick(theme, Qt::Key_Down);
    QTest::keyClick(theme, Qt::Key_Down);
    QCOMPARE(f.looks.last().first().value<LookSettings>().theme, Theme::Dark);
    auto *rising = f.child<QComboBox>("risingChooser");
    rising->setFocus();
    QTest::keyClick(rising, Qt::Key_Down);
    QVERIFY(f.looks.last().first().value<LookSettings>().risingIsRed);
    f.click("notificationsBox");
    QVERIFY(!f.looks.last().first().value<LookSettings>().notifications);
    QCOMPARE(f.looks.last().first().value<LookSettings>().theme, Theme::Dark);
}

void TestSettingsDialog::limitsAreTakenWhole()
{
    SettingsFixture f;
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    auto *connections = f.child<QSpinBox>("maxConnectionsField");
    QCOMPARE(connections->minimum(), ChosenLimits::fewestConnections);
    QCOMPARE(connections->maximum(), ChosenLimits::mostConnections);
    connections->setFocus();
    connections->selectAll();
    QTest::keyClicks(connections, QStringLiteral("250"));
    QCOMPARE(f.limits.size(), 0); // not 2, and not 25
    QTest::keyClick(connections, Qt::Key_Return);
    QCOMPARE(f.limits.size(), 1);
    QCOMPARE(f.limits.last().first().value<ChosenLimits>().maxConnections, 250);
    auto *ping = f.child<QSpinBox>("pingIntervalField");
    QCOMPARE(ping->minimum(), int(ChosenLimits::shortestPing.count()));
    QCOMPARE(ping->maximum(), int(ChosenLimits::longestPing.count()));
    f.click("jsonpBox");
    QVERIFY(f.limits.last().first().value<ChosenLimits>().allowJsonp);
    f.child<QSpinBox>("maxSessionsField")->setValue(123);
    QCOMPARE(f.limits.last().first().value<ChosenLimits>().maxSessions, 123);
    QCOMPARE(f.limits.last().first().value<ChosenLimits>().maxUnsentBytesTotal, ChosenLimits().maxUnsentBytesTotal);
    f.child<QSpinBox>("maxUnsentField")->setValue(5);
    QCOMPARE(f.limits.last().first().value<ChosenLimits>().maxUnsentBytesTotal, 5 * 1024 * 1024);
}

void TestSettingsDialog::defaultsAreAskedFor()
{
    SettingsFixture f;
    f.dialog.show();
    f.click("defaultsButton");
    auto *question = f.child<QMessageBox>("defaultsQuestion");
    QVERIFY(question->isVisible());
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!f.dialog.findChild<QMessageBox *>(QStringLiteral("defaultsQuestion")));
    QCOMPARE(f.defaults.size(), 0);
    f.click("defaultsButton");
    f.click("defaultsAcceptButton");
    QCOMPARE(f.defaults.size(), 1);
}

void TestSettingsDialog::filesAreChosen()
{
    SettingsFixture f;
    f.dialog.show();
    f.click("exportButton");
    auto *dialog = f.child<QDialog>("settingsFileDialog");
    QVERIFY(dialog->isVisible());
    f.click("importButton"); // in place of the other
    QTRY_COMPARE(f.dialog.findChildren<QDialog *>(QStringLiteral("settingsFileDialog")).size(), 1);
    QVERIFY(QMetaObject::invokeMethod(f.child<QDialog>("settingsFileDialog"), "fileSelected",
                                      Q_ARG(QString, QStringLiteral("/a.json"))));
    QCOMPARE(f.imports.last().first().toString(), QStringLiteral("/a.json"));
    f.dialog.showMessage(QStringLiteral("done"));
    QCOMPARE(f.text("settingsMessage"), QStringLiteral("done"));
    QTest::keyClick(&f.dialog, Qt::Key_Escape);
    QVERIFY(!f.dialog.isVisible());
    QTRY_VERIFY(!f.dialog.findChild<QDialog *>(QStringLiteral("settingsFileDialog")));
}

/// Of a settings file, the system's words, and what an interface is called.
void TestSettingsDialog::readsNoMarkup()
{
    SettingsFixture f;
    f.dialog.showStatus(samples::listening());
    Preferences preferences = unusualPreferences();
    preferences.access = {{hostileText()}, {hostileText()}, true};
    f.dialog.showPreferences(preferences);
    f.dialog.showMessage(hostileText());
    LanView lan = lanView();
    for (LanAddress &address : lan.addresses)
        address.interfaceName = hostileText();
    lan.addresses.last().why = hostileText();
    f.dialog.showLan(lan);
    ListenResult answer = refusal(ServerError::Code::Other, 8000);
    answer.error->why = hostileText();
    f.dialog.showAnswer(answer);
    const TextSearch search(f.dialog);
    QCOMPARE(search.complaints(), QStringList());
    QVERIFY(search.count(QStringLiteral("/dev/zero")) >= 5);
    f.click("nullOriginBox"); // what is asked for is as it was given
    QCOMPARE(f.accesses.last().first().value<AccessRules>().hosts, QStringList{hostileText()});
}

TICKER_WIDGET_TEST(TestSettingsDialog)
#include "tst_settings_dialog.moc"
