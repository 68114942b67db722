// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_details.h"
#include "engineio/engineio_server.h"
#include "socketio/socketio_client.h"
#include "socketio/socketio_namespace.h"
#include "transport/deferred_deleter.h"

#include <QList>

#include <map>
#include <memory>
#include <optional>

namespace ticker {

/// A Socket.IO server for the clients 1 to 4 of the reference: revision 5, and revision 4 over Engine.IO 3. Knows no
/// socket. Server thread. The owner of the deadlines advances them before it calls anything here, and runs them when due.
class NamedClients;

class SocketIoServer final : private SocketIoClient::Owner
{
public:
    /// The deadlines outlive it.
    SocketIoServer(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options = {});
    /// Drops every client without telling anybody; see disconnectAll().
    ~SocketIoServer();
    Q_DISABLE_COPY_MOVE(SocketIoServer)

    /// Where the HTTP side hands its requests in.
    EngineIoServer &engineIo() { return m_engineIo; }

    /// The namespace of that name, which starts with a slash; made on first use and kept. The main one is always there;
    /// who asks for one that was never named here is refused.
    SocketIoNamespace &of(const QByteArray &name = SocketIoPacket::mainNamespace());

    /// Where it is told what clients do. Before there are any; outlives them.
    void setActivityLog(ActivityLog *log);
    /// Where clients are known by their names. The same.
    void setNamedClients(NamedClients *names) { m_names = names; }
    /// Where it is told what clients send. The same.
    void setClientWatch(ClientWatch *watch) { m_watch = watch; }

    /// Where it is counted what is kept for them. The same.
    void setByteBudget(ByteBudget *budget)
    {
        m_budget = budget;
        m_engineIo.setByteBudget(budget);
    }

    /// One row per session, sorted by id.
    [[nodiscard]] QList<ClientRow> clients() const;
    [[nodiscard]] std::size_t clientCount() const { return m_clients.size(); }
    /// Closes the transport (never sends DISCONNECT, after which a client would not come back). False: no such client.
    bool disconnectClient(quint64 id, const CloseStatus &closeStatus = {});
    /// But for what it sends. Nothing: no such client.
    [[nodiscard]] std::optional<ClientDetails> details(quint64 id) const;
    /// For a shutdown: WebSockets are closed with status 1001, waiting polls are answered with a close packet.
    void disconnectAll();
    /// From now on, as the limits say: for new sessions, and for what may wait for those that there are.
    void setLimits(const Limits &limits, const EngineIoOptions &options);

private:
    [[nodiscard]] SocketIoNamespace *findNamespace(const QByteArray &name) override;
    void clientEnds(SocketIoClient &client, DisconnectReason reason) override;
    void clientEnded(SocketIoClient &client, DisconnectReason reason) override;

    void addClient(EngineIoSession &session);

    Limits m_limits;
    DeadlineQueue &m_deadlines;
    ActivityLog *m_log = nullptr;
    NamedClients *m_names = nullptr;
    ClientWatch *m_watch = nullptr;
    ByteBudget *m_budget = nullptr;
    DeferredDeleter m_deleter;
    std::map<QByteArray, std::unique_ptr<SocketIoNamespace>> m_namespaces; ///< By name.
    EngineIoServer m_engineIo;
    std::map<quint64, std::unique_ptr<SocketIoClient>> m_clients; ///< By id.
};

} // namespace ticker
