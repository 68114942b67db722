// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/settings_actions.h"
#include "ticker_test.h"
#include "window/main_window.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTreeWidget>

using namespace ticker;

/// The entries of the menus for settings and shortcuts, and the list of shortcuts, which is made from the actions.
class TestShortcutsDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsAreInTheFileMenu();
    void eachShortcutIsListedOnce();
};

void TestShortcutsDialog::settingsAreInTheFileMenu()
{
    MainWindow window;
    const SettingsActions actions(&window);
    QSignalSpy requests(&actions, &SettingsActions::settingsRequested);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(requests.size(), 1);
    const auto *menu = window.findChild<QMenu *>(QStringLiteral("fileMenu"));
    QVERIFY(menu->actions().contains(window.findChild<QAction *>(QStringLiteral("settingsAction"))));
    QCOMPARE(menu->actions().last()->objectName(), QStringLiteral("quitAction"));
}

void TestShortcutsDialog::eachShortcutIsListedOnce()
{
    MainWindow window;
    const SettingsActions actions(&window);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    auto *dialog = window.findChild<QWidget *>(QStringLiteral("shortcutsDialog"));
    QVERIFY(dialog && dialog->isVisible());
    const auto *list = dialog->findChild<QTreeWidget *>(QStringLiteral("shortcutsList"));
    QHash<QString, QString> listed; // by shortcut
    for (int group = 0; group < list->topLevelItemCount(); ++group) {
        const auto *items = list->topLevelItem(group);
        QVERIFY(items->childCount() > 0);
        for (int i = 0; i < items->childCount(); ++i) {
            const QString shortcut = items->child(i)->text(1);
            QVERIFY2(!listed.contains(shortcut), qPrintable(shortcut));
            listed.insert(shortcut, items->child(i)->text(0));
        }
    }
    int wanted = 0;
    for (const auto *action : window.findChildren<QAction *>()) {
        if (action->shortcut().isEmpty())
            continue;
        ++wanted;
        QVERIFY2(listed.contains(action->shortcut().toString(QKeySequence::NativeText)), qPrintable(action->text()));
    }
    QCOMPARE(listed.size(), wanted);
    QVERIFY(wanted >= 10);
    QCOMPARE(listed.value(QStringLiteral("Ctrl+,")), QStringLiteral("Settings"));
    QCOMPARE(listed.value(QStringLiteral("F1")), QStringLiteral("Keyboard shortcuts"));
    QCOMPARE(listed.value(QStringLiteral("Ctrl+O")), QStringLiteral("Open page"));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window.findChild<QWidget *>(QStringLiteral("shortcutsDialog")));
}

TICKER_WIDGET_TEST(TestShortcutsDialog)
#include "tst_shortcuts_dialog.moc"
