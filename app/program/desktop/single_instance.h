// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/forwarded_start.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

namespace ticker {

/// One desktop program for each user and profile: a second one tells the first how it was started, and ends. Main thread; owned
/// by the desktop application.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    explicit SingleInstance(const QString &profile, QObject *parent = nullptr);

    /// True: there is a first one, which was told and has answered; this one should end.
    bool tellFirst(const ForwardedStart &start);
    /// Becomes the first one.
    void listen();
    /// Of the local socket.
    [[nodiscard]] QString serverName() const { return m_name; }

Q_SIGNALS:
    /// A second one was started.
    void secondStarted(const ticker::ForwardedStart &start);

private:
    void onConnection();

    QString m_name;
    QLocalServer m_server;
};

} // namespace ticker
