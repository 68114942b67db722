// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "engineio/engineio_session.h"
#include "packets/byte_budget.h"
#include "socketio/socketio_connection.h"
#include "socketio/socketio_socket.h"
#include "socketio_codec/socketio_decoder.h"
#include "telemetry/activity_log.h"
#include "telemetry/sent_rate.h"

#include <QByteArray>

#include <map>
#include <memory>
#include <vector>

namespace ticker {

class ClientWatch;
class DeferredDeleter;
class SocketIoNamespace;

/// One client of Socket.IO, revision 5 or (over Engine.IO 3) 4: an Engine.IO session, and a socket for each namespace
/// that it has joined. Server thread; owned by SocketIoServer.
class SocketIoClient final : public SocketIoConnection, private EngineIoSession::Listener, private ByteBudget::Holder
{
public:
    /// The server.
    class Owner
    {
    public:
        /// Null: there is no such namespace.
        [[nodiscard]] virtual SocketIoNamespace *findNamespace(const QByteArray &name) = 0;
        /// Its session is over, and can be looked at a last time.
        virtual void clientEnds(SocketIoClient &client, DisconnectReason reason) = 0;
        /// The last call; it has left its namespaces. To be destroyed later, not now.
        virtual void clientEnded(SocketIoClient &client, DisconnectReason reason) = 0;

    protected:
        ~Owner() = default;
    };

    /// What outlives it.
    struct Context final
    {
        Owner &owner;
        DeadlineQueue &deadlines;
        DeferredDeleter &deleter;
        ActivityLog *log = nullptr;   ///< Null: nobody reads it.
        ClientWatch *watch = nullptr; ///< Null: nobody looks.
        ByteBudget *budget = nullptr; ///< Null: nobody counts.
    };

    /// Listens to the session, which must outlive it or have ended. The client must join a namespace within the timeout;
    /// one of revision 4 has joined the main one at once.
    SocketIoClient(EngineIoSession &session, const Context &context, DeadlineQueue::Time connectTimeout);
    ~SocketIoClient() override;
    Q_DISABLE_COPY_MOVE(SocketIoClient)

    /// The session's number.
    [[nodiscard]] quint64 id() const { return m_id; }
    /// Only before clientEnded().
    [[nodiscard]] const EngineIoSession &session() const;
    /// Whether it is in a namespace, and gets what is sent to all there.
    [[nodiscard]] bool hasJoined() const { return !m_sockets.empty(); }
    [[nodiscard]] Subscription subscription() const;
    [[nodiscard]] const UnknownEvents &unknownEvents() const override { return m_unknownEvents; }

    void send(const SocketIoPacket &packet) override;
    void sendEncoded(const OutgoingPacket &packet) override;
    void sendTicks(std::span<const OutgoingPacket> ticks) override;
    void countMerged(quint32 ticks) override;
    void dropConflatedTicks() override;
    void restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain) override;
    [[nodiscard]] const TickContents *conflatedContents(const TickMerger &merger) const override;
    void close(DisconnectReason reason, const CloseStatus &closeStatus = {}) override;

    void fastPathTook(const TickBatch &batch, qint64 bytes) override;
    void sentDirectly(quint32 ticks, quint64 bytes) override;
    [[nodiscard]] FastPath fastPath() const override { return m_session ? m_session->fastPath() : FastPath(); }

    /// For the window, with what was sent so far by whichever way. Only before clientEnded().
    [[nodiscard]] ClientRow row();

private:
    [[nodiscard]] Activity *addActivity(Activity::Kind kind) const override;
    void sessionOpened() override;
    void messageReceived(const EngineIoPacket &packet) override;
    void batchReceived() override;
    void fastPathChanged() override;
    void sessionEnded(DisconnectReason reason) override;

    void giveWay() override;

    void handle(SocketIoPacket packet);
    void takeAuthFromQuery(SocketIoPacket &packet) const;
    void requestToJoin(const SocketIoPacket &packet);
    void join(const SocketIoPacket &packet);
    void leave(const QByteArray &nsp, DisconnectReason reason);
    void deal(const SocketIoPacket &packet);
    void handleEvent(SocketIoSocket &socket, const SocketIoPacket &packet);
    [[nodiscard]] bool isRevision4() const { return m_revision == EngineIoRevision::Three; }

    EngineIoSession *m_session; ///< Null after its end.
    Context m_context;
    quint64 m_id;
    EngineIoRevision m_revision;
    SocketIoDecoder m_decoder;
    Deadline m_connectTimeout;
    std::map<QByteArray, std::unique_ptr<SocketIoSocket>> m_sockets; ///< By namespace.
    std::vector<SocketIoPacket> m_batch; ///< What came together and is dealt with when all of it was read.
    UnknownEvents m_unknownEvents;
    SentRate m_rate;
};

} // namespace ticker
