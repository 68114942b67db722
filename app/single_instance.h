// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace ticker {

/// One desktop program for each user and profile: a second one asks the first to show its window. Main thread; owned
/// by the desktop application.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// True: there is a first one, it was asked and has answered; this one should end.
    bool raiseFirst();
    /// Becomes the first one.
    void listen();
    /// Of the local socket.
    [[nodiscard]] QString serverName() const { return m_name; }

Q_SIGNALS:
    /// A second one was started. The token lets a window come to the front where the desktop asks for one (Wayland).
    void raiseRequested(const QByteArray &activationToken);

private:
    void onConnection();

    QString m_name;
    QLocalServer m_server;
};

} // namespace ticker
