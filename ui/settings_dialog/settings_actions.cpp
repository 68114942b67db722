// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_dialog/settings_actions.h"

#include "help/shortcuts_dialog.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>

namespace ticker {

SettingsActions::SettingsActions(QMainWindow *window) : QObject(window)
{
    auto *settings = new QAction(tr("&Settings…"), window);
    settings->setObjectName(QStringLiteral("settingsAction"));
    settings->setShortcut(Qt::CTRL | Qt::Key_Comma);
    settings->setMenuRole(QAction::PreferencesRole);
    connect(settings, &QAction::triggered, this, &SettingsActions::settingsRequested);
    auto *shortcuts = new QAction(tr("&Keyboard shortcuts…"), window);
    shortcuts->setObjectName(QStringLiteral("shortcutsAction"));
    shortcuts->setShortcut(Qt::Key_F1);
    connect(shortcuts, &QAction::triggered, this, [window] {
        auto *dialog = new ShortcutsDialog(window);
        dialog->open();
    });

    auto *file = window->findChild<QMenu *>(QStringLiteral("fileMenu"));
    auto *help = window->findChild<QMenu *>(QStringLiteral("helpMenu"));
    auto *close = window->findChild<QAction *>(QStringLiteral("closeWindowAction"));
    Q_ASSERT(file && help && close);
    file->insertAction(close, settings);
    file->insertSeparator(close);
    help->insertAction(help->actions().value(0), shortcuts);
}

} // namespace ticker

#include "moc_settings_actions.cpp"
