// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace ticker {

class ActivityView;
class ClientDetailsDialog;
class MainWindow;
class TickerServer;
class TrayIcon;

/// The clients and what they do, in the window: their page of activity, and what a person does with them. Main thread; owned
/// by the application, beside the window and the server, which outlive it.
class ClientsController final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientsController)

public:
    /// Before the server starts and the window has its settings.
    ClientsController(MainWindow &window, TickerServer &server);

    /// Lets the tray's menu disconnect all.
    void connectTray(const TrayIcon &tray);

Q_SIGNALS:
    /// The server lets pages of this origin in, which is to be kept for the next start.
    void originAllowed(const QString &origin);

private:
    void connectActivity();
    void connectClients();

    MainWindow &m_window;
    TickerServer &m_server;
    ActivityView *m_activity;       ///< Owned by the window.
    ClientDetailsDialog *m_details; ///< The same.
};

} // namespace ticker
