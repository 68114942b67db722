// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_row.h"
#include "engineio_server.h"
#include "graveyard.h"
#include "socketio_audience.h"
#include "socketio_client.h"

#include <QList>

#include <map>
#include <memory>

namespace ticker {

/// A Socket.IO server, revision 5, with the main namespace: sends prices to whoever joins it. Knows no socket.
/// Server thread. The owner of the deadlines advances them before it calls anything here, and runs them when due.
class SocketIoServer final : private SocketIoClient::Owner
{
public:
    /// The deadlines outlive it.
    SocketIoServer(const Limits &limits, DeadlineQueue &deadlines);
    /// Drops every client without telling anybody; see disconnectAll().
    ~SocketIoServer();
    Q_DISABLE_COPY_MOVE(SocketIoServer)

    /// Where the HTTP side hands its requests in.
    EngineIoServer &engineIo() { return m_engineIo; }

    /// Sends an event with one JSON argument, already encoded, to each client of the main namespace. Encoded once per
    /// framing. Counts as a tick for the clients' rows and may be merged with a newer tick of a client that is too slow.
    void broadcastTick(const QByteArray &eventName, const QByteArray &jsonArgument);

    /// One row per session, sorted by id.
    [[nodiscard]] QList<ClientRow> clients() const;
    /// Closes the transport (never sends DISCONNECT, after which a client would not come back). False: no such client.
    bool disconnectClient(quint64 id);
    /// For a shutdown: WebSockets are closed with status 1001, waiting polls are answered with a close packet.
    void disconnectAll();

    /// Events that clients sent and that mean nothing to this server.
    [[nodiscard]] quint64 ignoredEvents() const { return m_ignoredEvents; }

private:
    [[nodiscard]] bool hasNamespace(const QByteArray &nsp) const override;
    void clientJoined(SocketIoClient &client, const QByteArray &nsp) override;
    void clientLeft(SocketIoClient &client, const QByteArray &nsp) override;
    void eventReceived(SocketIoClient &client, const SocketIoPacket &packet) override;
    void clientEnded(SocketIoClient &client, DisconnectReason reason) override;

    void addClient(EngineIoSession &session);

    Limits m_limits;
    DeadlineQueue &m_deadlines;
    Graveyard m_graveyard;
    EngineIoServer m_engineIo;
    std::map<quint64, std::unique_ptr<SocketIoClient>> m_clients; ///< By id.
    SocketIoAudience m_audience;                                  ///< Of the main namespace.
    quint64 m_ignoredEvents = 0;
};

} // namespace ticker
