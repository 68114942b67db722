// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "engineio_session.h"
#include "socketio_decoder.h"

#include <QByteArray>

#include <map>

namespace ticker {

/// One client of Socket.IO, revision 5: an Engine.IO session and the namespaces that it has joined.
/// Server thread; owned by SocketIoServer.
class SocketIoClient final : private EngineIoSession::Listener
{
public:
    /// The server.
    class Owner
    {
    public:
        [[nodiscard]] virtual bool hasNamespace(const QByteArray &nsp) const = 0;
        /// After the client was told.
        virtual void clientJoined(SocketIoClient &client, const QByteArray &nsp) = 0;
        virtual void clientLeft(SocketIoClient &client, const QByteArray &nsp) = 0;
        /// An event of a namespace that it has joined, attachments included.
        virtual void eventReceived(SocketIoClient &client, const SocketIoPacket &packet) = 0;
        /// The last call; it has left its namespaces. To be destroyed later, not now.
        virtual void clientEnded(SocketIoClient &client, DisconnectReason reason) = 0;

    protected:
        ~Owner() = default;
    };

    /// Listens to the session, which must outlive it or have ended. The client must join a namespace within the timeout.
    SocketIoClient(EngineIoSession &session, Owner &owner, DeadlineQueue &deadlines,
                   DeadlineQueue::Time connectTimeout);
    Q_DISABLE_COPY_MOVE(SocketIoClient)

    /// The session's number.
    [[nodiscard]] quint64 id() const { return m_id; }
    /// Only before clientEnded().
    [[nodiscard]] const EngineIoSession &session() const;
    [[nodiscard]] bool hasJoined(const QByteArray &nsp) const { return m_socketIds.contains(nsp); }

    /// Sends a packet with its attachments behind it. Dropped after the end.
    void send(const SocketIoPacket &packet);
    /// Sends a tick that is encoded already; see EngineIoSession::sendTick().
    void sendTick(const OutgoingPacket &tick);
    /// Closes the transport. No DISCONNECT is sent, after which a client would not come back.
    void close(DisconnectReason reason);

private:
    void messageReceived(const EngineIoPacket &packet) override;
    void sessionEnded(DisconnectReason reason) override;

    void handle(const SocketIoPacket &packet);
    void join(const QByteArray &nsp);
    void leave(const QByteArray &nsp);

    EngineIoSession *m_session; ///< Null after its end.
    Owner &m_owner;
    quint64 m_id;
    SocketIoDecoder m_decoder;
    Deadline m_connectTimeout;
    std::map<QByteArray, QByteArray> m_socketIds; ///< Of each namespace joined: the id that the client knows there.
};

} // namespace ticker
