// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"
#include "client_values/disconnect_reason.h"
#include "delivery/packet_sender.h"
#include "feed_codec/feed_message.h"
#include "feeds/feed_heartbeat.h"
#include "subscriptions/quote_subscriber.h"
#include "telemetry/engine_context.h"
#include "telemetry/peer_info.h"
#include "telemetry/sent_rate.h"
#include "transport/websocket_transport.h"

#include <span>

namespace ticker {

/// The WebSocket of a client of the plain feed, each text or binary message being passed on as a packet of type Message; or
/// its event stream, on which nothing comes in. Server thread; owned by the client.
class FeedTransport final : public WebSocketTransport
{
public:
    FeedTransport(std::unique_ptr<WebSocketChannel> channel, TransportKind kind, ChannelCloser &closer)
        : WebSocketTransport(std::move(channel), {}, closer), m_kind(kind)
    {
    }

    [[nodiscard]] TransportKind kind() const override { return m_kind; }

private:
    void textReceived(const QByteArray &utf8) override { received(message(utf8, false)); }
    void binaryReceived(const QByteArray &data) override { received(message(data, true)); }

    void pongReceived() override { received(EngineIoPacket{EngineIoPacket::Type::Pong, false, {}}); }

    [[nodiscard]] static EngineIoPacket message(const QByteArray &data, bool binary)
    {
        return {EngineIoPacket::Type::Message, binary, data};
    }

    TransportKind m_kind;
};

/// One client of the plain feed, from its opening handshake to its end. Server thread; owned by FeedServer.
class FeedClient final : public QuoteSubscriber, private Transport::Receiver, private PacketSender::Host
{
public:
    /// The server.
    class Owner
    {
    public:
        /// Does what a client asks for, and gives the answer.
        [[nodiscard]] virtual Expected<OutgoingPacket, FeedError> follow(FeedClient &client,
                                                                         const FeedRequest &request) = 0;
        /// What shows its application that the server is still there.
        [[nodiscard]] virtual OutgoingPacket heartbeatOf(const FeedClient &client) = 0;
        /// The last call. To be destroyed later, not now.
        virtual void feedClientEnded(FeedClient &client, DisconnectReason reason) = 0;

    protected:
        ~Owner() = default;
    };

    static constexpr MaxRateRange maxRates{TickLimiter::lowestRateHz, TickLimiter::highestRateHz};

    /// Of the kinds WebSocket or ServerSentEvents. The id is for us; context and owner outlive it.
    FeedClient(const EngineContext &context, Owner &owner, quint64 id, PeerInfo peer, TransportKind kind,
               std::unique_ptr<WebSocketChannel> channel);

    /// Of an event stream: from one heartbeat to the next; 0: comments in their place, as often as the limits say. Before
    /// it is opened.
    void setEventHeartbeat(std::chrono::milliseconds every);
    [[nodiscard]] std::chrono::milliseconds eventHeartbeat() const { return m_eventHeartbeat; }
    /// Sends the greeting and starts the heartbeats. Once, first of all.
    void open(std::span<const OutgoingPacket> greeting);
    [[nodiscard]] bool isOpen() const { return !m_ended; }
    [[nodiscard]] quint64 id() const { return m_id; }
    [[nodiscard]] const PeerInfo &peer() const { return m_peer; }
    [[nodiscard]] TransportKind kind() const { return m_transport.kind(); }
    /// For the window, with what was sent so far by whichever way.
    [[nodiscard]] ClientRow row();

    /// Within the limits: a client may ask without taking the answers.
    void send(const OutgoingPacket &packet) override { m_sender.send({&packet, 1}); }
    void fastPathTook(const TickBatch &batch, qint64 bytes) override { m_sender.fastPathTook(batch, bytes); }

    /// The one way in which it ends. Does nothing the second time.
    void end(DisconnectReason reason, const CloseStatus &closeStatus = {});

private:
    [[nodiscard]] FastPath openFastPath() const override { return m_sender.fastPath(); }
    void deliver(std::span<const OutgoingPacket> ticks) override { m_sender.sendTicks(ticks); }
    void countMerged(quint32 ticks) override { m_sender.countMerged(ticks); }
    void restrictWaiting(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain) override
    {
        m_sender.restrictConflatedTicks(merger, symbols, chain);
    }
    [[nodiscard]] const TickContents *waitingContents(const TickMerger &merger) const override
    {
        return m_sender.conflatedContents(merger);
    }
    void sentDirectly(quint32 ticks, quint64 bytes) override { m_sender.sentDirectly(ticks, bytes); }

    void packetReceived(const EngineIoPacket &packet) override;
    void batchReceived() override { m_heartbeat.heard(); }
    void transportFailed(DisconnectReason reason) override { end(reason); }
    void transportWritable() override { m_sender.flush(); }
    void gaveUp(DisconnectReason reason) override { end(reason); }
    void fastPathChanged() override { QuoteSubscriber::fastPathChanged(); }
    void ticksMerged() override;

    [[nodiscard]] OutgoingPacket signOfLife() const;
    void refuse(const FeedError &error);

    Owner &m_owner;
    DeadlineQueue &m_deadlines;
    ActivityLog *m_log;   ///< Null: nobody reads it.
    ClientWatch *m_watch; ///< Null: nobody looks.
    quint64 m_id;
    PeerInfo m_peer;
    DeadlineQueue::Time m_openedAt;
    SentRate m_rate;
    FeedTransport m_transport;
    FeedHeartbeat m_heartbeat;
    std::chrono::milliseconds m_eventHeartbeat{0}; ///< 0: comments, or no event stream.
    PacketSender m_sender;
    quint64 m_unknownMessages = 0;
    QString m_lastUnknownMessage;
    bool m_ended = false;
};

} // namespace ticker
