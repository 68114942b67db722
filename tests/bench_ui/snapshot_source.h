// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_snapshot.h"

#include <QObject>
#include <QTimer>

#include <random>

namespace ticker {

/// Stands in for the server: snapshots of many clients, each of which was sent ticks since the last one, while some come
/// and some go. Lives on a thread of its own, as the server does; its slots are called by queued connections.
class SnapshotSource final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnapshotSource)

public:
    SnapshotSource();

public Q_SLOTS:
    /// So many clients from the next snapshot on.
    void setClients(int count);
    /// So many leave, and as many come, before each snapshot.
    void setTurnover(int clients);
    void start();
    void stop();

Q_SIGNALS:
    void snapshotTaken(const ticker::ServerSnapshot &snapshot);

private:
    void takeSnapshot();
    void comeAndGo();
    [[nodiscard]] ClientRow newClient();

    QTimer m_timer;
    std::minstd_rand m_random;
    quint64 m_lastId = 0;
    int m_count = 0;
    int m_turnover = 0;
    ServerSnapshot m_snapshot;
    QString m_subscription = QStringLiteral("ACME, TEAPOT"); ///< One text for all, as the server has it.
};

} // namespace ticker
