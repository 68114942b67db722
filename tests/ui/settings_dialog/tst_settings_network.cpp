// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_fixture.h"
#include "ticker_test.h"
#include "widgets/qr_code.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QRadioButton>

using namespace ticker;
using namespace ticker::test;

/// What the settings dialog tells of the network. Real clicks.
class TestSettingsNetwork final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void networkSwitch();
    void onlyForAnHour();
    void codeOnlyOfWhatAnswers();
    void chosenAddressStaysChosen();
    void addressesAndCommandsAreCopied();
};

void TestSettingsNetwork::networkSwitch()
{
    SettingsFixture f;
    f.click("lanBox");
    QCOMPARE(f.listens.size(), 1);
    QCOMPARE(f.listens.first().first().value<ListenAddress>(), (ListenAddress{QStringLiteral("0.0.0.0"), 8000}));
    f.dialog.showAnswer(refusal(ServerError::Code::PortInUse, 8000));
    QVERIFY(!f.child<QAbstractButton>("lanBox")->isChecked()); // it could not be had
    f.click("lanBox");
    f.dialog.showAnswer({{QStringLiteral("0.0.0.0"), 8000}, std::nullopt});
    QVERIFY(f.child<QAbstractButton>("lanBox")->isChecked());
    QCOMPARE(f.child<QLineEdit>("bindAddressField")->text(), QStringLiteral("0.0.0.0"));
    f.click("lanBox");
    QCOMPARE(f.listens.last().first().value<ListenAddress>(), (ListenAddress{QStringLiteral("127.0.0.1"), 8000}));
}

void TestSettingsNetwork::onlyForAnHour()
{
    SettingsFixture f;
    const QSignalSpy hours(&f.dialog, &SettingsDialog::lanHourChosen);
    f.dialog.show();
    f.click("lanHourBox");
    QCOMPARE(hours.size(), 1);
    QVERIFY(hours.first().first().toBool());
    QCOMPARE(f.listens.size(), 0); // it opens nothing
    auto *closing = f.child<QLabel>("lanClosing");
    QVERIFY(!closing->isVisible());
    Preferences open;
    open.listen.address = QStringLiteral("0.0.0.0");
    open.lanForAnHour = true;
    f.dialog.showPreferences(open);
    LanView lan = lanView();
    lan.closesAt = QDateTime(QDate(2026, 5, 4), QTime(15, 7));
    f.dialog.showLan(lan);
    QVERIFY(f.child<QAbstractButton>("lanHourBox")->isChecked());
    QVERIFY(closing->isVisible());
    QVERIFY2(closing->text().contains(QStringLiteral("3:07")), qPrintable(closing->text()));
    QCOMPARE(f.child<QWidget>("lanHourBox")->accessibleDescription(), closing->text());
}

void TestSettingsNetwork::codeOnlyOfWhatAnswers()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    f.dialog.show();
    auto *code = f.child<QrCode>("qrCode");
    QVERIFY(!code->isVisible());
    LanView lan = lanView();
    lan.addresses[0].state = LanAddress::State::Asking;
    f.dialog.showLan(lan);
    QVERIFY(!code->isVisible());
    f.dialog.showLan(lanView());
    QVERIFY(code->isVisible());
    QCOMPARE(code->address(), QStringLiteral("http://192.0.2.2:8000/"));
    QVERIFY(code->modules() >= 21);
    QAccessibleInterface *face = QAccessible::queryAccessibleInterface(code);
    QCOMPARE(face->text(QAccessible::Name), QStringLiteral("QR code of http://192.0.2.2:8000/"));
    QVERIFY(face->text(QAccessible::Description).contains(QStringLiteral("http://192.0.2.2:8000/")));
    f.child<QRadioButton>("lanAddress2")->click(); // which does not answer
    QVERIFY(!code->isVisible());
    f.dialog.showLan({});
    QVERIFY(!code->isVisible());
    QVERIFY(f.text("lanState").contains(QStringLiteral("not connected to a network")));
}

void TestSettingsNetwork::chosenAddressStaysChosen()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    f.dialog.showLan(lanView());
    f.child<QRadioButton>("lanAddress1")->click();
    LanView lan = lanView();
    lan.addresses[1].state = LanAddress::State::Reachable;
    f.dialog.showLan(lan);
    QCOMPARE(f.child<QrCode>("qrCode")->address(), lan.addresses[1].url);
    QVERIFY(f.child<QRadioButton>("lanAddress1")->accessibleDescription().contains(QStringLiteral("answers")));
}

void TestSettingsNetwork::addressesAndCommandsAreCopied()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    f.dialog.show();
    LanView lan = lanView();
    f.dialog.showLan(lan);
    f.click("lanCopyButton2");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("http://[2001:db8::2]:8000/"));
    QVERIFY(!f.dialog.findChild<QLineEdit *>(QStringLiteral("firewallCommand0")));
    lan.firewallCommands = QStringList{QStringLiteral("sudo ufw allow 8000/tcp")};
    f.dialog.showLan(lan);
    QVERIFY(f.child<QLineEdit>("firewallCommand0")->isVisible());
    f.click("firewallCopyButton0");
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("sudo ufw allow 8000/tcp"));
    f.dialog.showLan(lanView());
    QTRY_VERIFY(!f.dialog.findChild<QLineEdit *>(QStringLiteral("firewallCommand0")));
}

TICKER_WIDGET_TEST(TestSettingsNetwork)
#include "tst_settings_network.moc"
