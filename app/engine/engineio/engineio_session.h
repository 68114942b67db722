// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "delivery/packet_sender.h"
#include "engineio/engineio_request.h"
#include "engineio/engineio_upgrade.h"
#include "engineio/heartbeat.h"
#include "telemetry/engine_context.h"
#include "transport/transport.h"

#include <memory>

namespace ticker {

class PollExchange;
class PollingTransport;
class WebSocketChannel;

/// One client of Engine.IO, revision 3 or 4, from its handshake to its end, across the upgrade of its transport.
/// Knows no socket. Server thread; owned by EngineIoServer.
class EngineIoSession final : private Transport::Receiver, private EngineIoUpgrade::Host, private PacketSender::Host
{
public:
    /// The layer above. May call every function of the session in any of these.
    class Listener
    {
    public:
        /// The open packet was sent, and so the listener may send something.
        virtual void sessionOpened() = 0;
        /// Text or binary.
        virtual void messageReceived(const EngineIoPacket &packet) = 0;
        /// All messages that came together were passed on.
        virtual void batchReceived() = 0;
        /// fastPath() has changed.
        virtual void fastPathChanged() = 0;
        /// The last call. The session takes no more packets.
        virtual void sessionEnded(DisconnectReason reason) = 0;

    protected:
        ~Listener() = default;
    };

    /// The server.
    class Owner
    {
    public:
        /// It is over and its id unknown from now on. To be destroyed later, not now.
        virtual void sessionGone(EngineIoSession &session) = 0;

    protected:
        ~Owner() = default;
    };

    /// Who it is.
    struct Identity final
    {
        quint64 id = 0; ///< For us.
        QByteArray sid; ///< For the client; a secret.
        PeerInfo peer;
        PacketFraming framing;
    };

    EngineIoSession(const EngineContext &context, Owner &owner, Identity identity,
                    std::unique_ptr<PollingTransport> transport);
    EngineIoSession(const EngineContext &context, Owner &owner, Identity identity,
                    std::unique_ptr<WebSocketChannel> channel);
    ~EngineIoSession();
    Q_DISABLE_COPY_MOVE(EngineIoSession)

    /// Sends the open packet and starts the heartbeats. Once, first of all.
    void open();
    /// Once, when the open packet is out: tells the listener.
    void announceOpen();
    void setListener(Listener *listener) { m_listener = listener; }

    [[nodiscard]] quint64 id() const { return m_identity.id; }
    [[nodiscard]] const QByteArray &sid() const { return m_identity.sid; }
    [[nodiscard]] const PeerInfo &peer() const { return m_identity.peer; }
    [[nodiscard]] EngineIoRevision revision() const { return m_identity.framing.revision; }
    [[nodiscard]] TransportKind transportKind() const { return m_transport->kind(); }
    [[nodiscard]] DeadlineQueue::Time age() const;
    /// As Heartbeat says.
    [[nodiscard]] DeadlineQueue::Time roundTrip() const { return m_heartbeat.roundTrip(); }
    [[nodiscard]] PacketSender::Statistics statistics() const { return m_sender.statistics(); }

    /// A request with the session's id. Only while it polls.
    void handleHttp(const EngineIoRequest &request, const std::shared_ptr<PollExchange> &exchange);
    /// The transport while it polls, else null.
    [[nodiscard]] PollingTransport *polling() const { return m_polling; }
    /// Puts a WebSocket on trial. Closes it when the session does not poll, is upgrading already, or is about to end.
    /// Base64: the client takes no binary frames there.
    void startUpgrade(std::unique_ptr<WebSocketChannel> channel, bool base64);

    /// Sends messages with nothing between them. Ends the session when more than Limits::maxUnsentMessageBytes wait already.
    void send(std::span<const OutgoingPacket> packets);
    /// Sends ticks, or keeps them until the client can take them; a newer one may take their place meanwhile.
    void sendTicks(std::span<const OutgoingPacket> ticks);

    /// The way past the session for ticks to many; what came of it is to be told. Closed at the end.
    [[nodiscard]] FastPath fastPath() const { return m_sender.fastPath(); }
    void sentDirectly(quint32 ticks, quint64 bytes) { m_sender.sentDirectly(ticks, bytes); }
    void countMerged(quint32 ticks) { m_sender.countMerged(ticks); }
    void dropConflatedTicks() { m_sender.dropConflatedTicks(); }
    void restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
    {
        m_sender.restrictConflatedTicks(merger, symbols, chain);
    }
    [[nodiscard]] const TickContents *conflatedContents(const TickMerger &merger) const
    {
        return m_sender.conflatedContents(merger);
    }
    void fastPathTook(const TickBatch &batch, qint64 bytes) { m_sender.fastPathTook(batch, bytes); }

    /// Ends it when the client has been told: a client that polls learns it with its next GET.
    void close(DisconnectReason reason, const CloseStatus &closeStatus = {})
    {
        end(reason, Ending::WhenTold, closeStatus);
    }
    /// Ends it at once.
    void drop(DisconnectReason reason) { end(reason, Ending::AtOnce); }

private:
    enum class State : quint8 { Open, Closing, Closed };
    enum class Ending : quint8 { AtOnce, WhenTold };

    void packetReceived(const EngineIoPacket &packet) override;
    void batchReceived() override;
    void transportFailed(DisconnectReason reason) override { end(reason, Ending::AtOnce); }
    void transportWritable() override;
    void gaveUp(DisconnectReason reason) override { end(reason, Ending::AtOnce); }
    void fastPathChanged() override;
    void ticksMerged() override;
    void upgradeNeedsPollAnswered() override;
    void upgradeSucceeded() override;
    void upgradeFailed() override;

    void note(Activity::Kind kind) const;
    void startHeartbeat();
    void heartbeatReceived(EngineIoPacket::Type type);
    void tellClosing();
    void end(DisconnectReason reason, Ending ending, const CloseStatus &closeStatus = {});

    EngineContext m_context;
    Owner &m_owner;
    Identity m_identity;
    Listener *m_listener = nullptr;
    State m_state = State::Open;
    DisconnectReason m_reason = DisconnectReason::ClientClosed; ///< Once it is not open.
    DeadlineQueue::Time m_openedAt;

    std::unique_ptr<Transport> m_transport;
    PollingTransport *m_polling = nullptr; ///< The same while it polls, else null.
    std::unique_ptr<EngineIoUpgrade> m_upgrade;

    Heartbeat m_heartbeat;
    Deadline m_closing;
    PacketSender m_sender;
};

} // namespace ticker
