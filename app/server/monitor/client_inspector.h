// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_details.h"
#include "client_values/close_status.h"
#include "telemetry/client_watch.h"

#include <QObject>
#include <QTimer>

namespace ticker {

class DeadlineDriver;
class TickerFeeds;

/// What a person does with the clients: looks at one closely, and disconnects one or all. Server thread; owned by the
/// server. Deadlines and feeds outlive it; the feeds are told of its watch and have no clients after it.
class ClientInspector final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientInspector)

public:
    ClientInspector(TickerFeeds &feeds, DeadlineDriver &deadlines);

    [[nodiscard]] ClientWatch &clientWatch() { return m_watch; }
    /// Details of this client are told from now on, by ClientRow::id; 0: of none.
    void watch(quint64 id);
    /// Nothing happens when it is gone already.
    void disconnect(quint64 id, const CloseStatus &closeStatus);
    /// All of this moment: some may come back at once.
    void disconnectAll();

Q_SIGNALS:
    /// At once, and then when something has changed, four times a second at most; a last time when it has gone.
    void detailed(const ticker::ClientDetails &details);

private:
    void look();

    TickerFeeds &m_feeds;
    DeadlineDriver &m_deadlines;
    ClientWatch m_watch;
    ClientDetails m_last;
    QTimer m_timer; ///< While somebody looks.
};

} // namespace ticker
