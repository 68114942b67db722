// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samples.h"
#include "settings_fixture.h"
#include "ticker_test.h"

#include <QAccessible>
#include <QApplication>
#include <QDir>
#include <QScrollArea>

using namespace ticker;
using namespace ticker::test;

/// The settings dialog as a whole: for the keyboard, for a screen reader, for the eye.
class TestSettingsPage final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void everyControlHasAName();
    void everyControlIsReachedByTab();
    void mnemonicsDiffer();
    void smallOnesScroll();
    void pictures();
};

void TestSettingsPage::everyControlHasAName()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    LanView lan = lanView();
    lan.firewallCommands = QStringList{QStringLiteral("sudo ufw allow 8000/tcp")};
    f.dialog.showLan(lan);
    int controls = 0;
    for (auto *widget : f.dialog.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
            || qobject_cast<QComboBox *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QListWidget *>(widget);
        if (!isControl || widget->objectName().isEmpty() || widget->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        ++controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName()));
    }
    QVERIFY2(controls >= 34, qPrintable(QString::number(controls)));
}

void TestSettingsPage::everyControlIsReachedByTab()
{
    SettingsFixture f;
    f.dialog.showPreferences(unusualPreferences());
    LanView lan = lanView();
    lan.firewallCommands = QStringList{QStringLiteral("sudo ufw allow 8000/tcp")};
    f.dialog.showLan(lan);
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&f.dialog));
    f.child<QListWidget>("originsList")->setCurrentRow(0);
    f.child<QLineEdit>("hostsField")->setText(QStringLiteral("a"));
    QSet<QString> reached;
    const auto *page = f.child<QScrollArea>("settingsScroller");
    QStringList inOrder;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(f.dialog.focusWidget(), Qt::Key_Tab);
        const QWidget *widget = f.dialog.focusWidget();
        inOrder.append(widget->objectName());
        reached.insert(widget->objectName());
        if (page->widget()->isAncestorOf(widget)) // scrolled to
            QVERIFY2(!widget->visibleRegion().isEmpty(), qPrintable(widget->objectName()));
    }
    for (const char *name : {"bindAddressField",
                             "portField",
                             "lanBox",
                             "lanHourBox",
                             "lanAddress0",
                             "lanCopyButton0",
                             "lanCopyButton2",
                             "firewallCommand0",
                             "firewallCopyButton0",
                             "originsList",
                             "originsRemoveButton",
                             "originsField",
                             "hostsField",
                             "hostsAddButton",
                             "nullOriginBox",
                             "loginBox",
                             "loginHiddenBox",
                             "themeChooser",
                             "trayIconChooser",
                             "risingChooser",
                             "notificationsBox",
                             "maxConnectionsField",
                             "maxSessionsField",
                             "maxUnsentField",
                             "pingIntervalField",
                             "pingTimeoutField",
                             "slowClientsChooser",
                             "jsonpBox",
                             "exportButton",
                             "importButton",
                             "defaultsButton",
                             "settingsCloseButton"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    const qsizetype box = inOrder.indexOf(QStringLiteral("lanBox"));
    QCOMPARE(
        inOrder.mid(box, 8).join(QLatin1Char(' ')),
        QStringLiteral("lanBox lanHourBox lanAddress0 lanCopyButton0 lanCopyButton1 lanCopyButton2 firewallCommand0 "
                       "firewallCopyButton0"));
}

void TestSettingsPage::mnemonicsDiffer()
{
    SettingsFixture f;
    QHash<QChar, QString> seen;
    const auto note = [&](const QString &text) {
        const qsizetype at = text.indexOf(QRegularExpression(QStringLiteral("&[^&]")));
        if (at < 0)
            return;
        const QChar key = text.at(at + 1).toLower();
        QVERIFY2(!seen.contains(key), qPrintable(text + QStringLiteral(" and ") + seen.value(key)));
        seen.insert(key, text);
    };
    for (const auto *button : f.dialog.findChildren<QAbstractButton *>())
        note(button->text());
    for (const auto *label : f.dialog.findChildren<QLabel *>()) {
        if (label->buddy())
            note(label->text());
    }
    QVERIFY2(seen.size() >= 20, qPrintable(QString::number(seen.size())));
}

void TestSettingsPage::smallOnesScroll()
{
    SettingsFixture f;
    f.dialog.resize(400, 300);
    f.dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&f.dialog));
    QVERIFY(f.dialog.height() <= 320);
    const auto *scroller = f.child<QScrollArea>("settingsScroller");
    QVERIFY(scroller->widget()->height() > scroller->viewport()->height());
    QCOMPARE(scroller->widget()->width(), scroller->viewport()->width()); // and never sideways
}

/// For people to look at: all of the page, and the dialog as it opens.
void TestSettingsPage::pictures()
{
    QDir folder(qEnvironmentVariable("TICKER_SCREENSHOTS", QStringLiteral("screenshots")));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        if (dark)
            QApplication::setPalette(samples::darkPalette());
        SettingsFixture f;
        f.dialog.showPreferences(unusualPreferences());
        f.dialog.showStatus(samples::listening(9000));
        LanView lan = lanView();
        lan.firewallCommands = QStringList{QStringLiteral("sudo ufw allow 8000/tcp")};
        f.dialog.showLan(lan);
        f.dialog.showAnswer(refusal(ServerError::Code::PermissionDenied, 80));
        f.dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&f.dialog));
        const QString end = dark ? QStringLiteral("-dark.png") : QStringLiteral("-light.png");
        QVERIFY(f.dialog.grab().save(folder.filePath(QStringLiteral("settings") + end)));
        QWidget *page = f.child<QScrollArea>("settingsScroller")->widget();
        QVERIFY(page->grab().save(folder.filePath(QStringLiteral("settings-page") + end)));
        for (const auto *label : page->findChildren<QLabel *>())
            QVERIFY2(!label->isVisible() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    }
    QApplication::setPalette(before);
}

TICKER_WIDGET_TEST(TestSettingsPage)
#include "tst_settings_page.moc"
