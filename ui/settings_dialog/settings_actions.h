// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMainWindow;

namespace ticker {

/// The entries of the window's menus that lead to its settings and its shortcuts. Main thread; owned by the window as its
/// child.
class SettingsActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsActions)

public:
    /// The window has its menus "fileMenu", with "closeWindowAction" in it, and "helpMenu".
    explicit SettingsActions(QMainWindow *window);

Q_SIGNALS:
    void settingsRequested();
};

} // namespace ticker
