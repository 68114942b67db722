// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_client.h"

#include "server_values/server_limits.h"
#include "telemetry/activity_log.h"
#include "telemetry/client_watch.h"
#include "telemetry/make_client_row.h"

#include <utility>

namespace ticker {

namespace {

FeedHeartbeat::Timing heartbeatOf(TransportKind kind, const Limits &limits)
{
    if (kind == TransportKind::ServerSentEvents)
        return {limits.eventCommentInterval, std::nullopt};
    return {limits.pingInterval, limits.pingInterval + limits.pingTimeout};
}

} // namespace

FeedClient::FeedClient(const EngineContext &context, Owner &owner, quint64 id, PeerInfo peer, TransportKind kind,
                       std::unique_ptr<WebSocketChannel> channel)
    : QuoteSubscriber(context.deadlines), m_owner(owner), m_deadlines(context.deadlines), m_log(context.log),
      m_watch(context.watch), m_id(id), m_peer(std::move(peer)), m_openedAt(context.deadlines.now()),
      m_rate(context.deadlines.now()), m_transport(std::move(channel), kind, context.closer),
      m_heartbeat(context.deadlines, heartbeatOf(kind, context.limits)),
      m_sender(context.limits, context.deadlines, *this, context.budget)
{
}

void FeedClient::setEventHeartbeat(std::chrono::milliseconds every)
{
    m_eventHeartbeat = every;
    if (every > std::chrono::milliseconds::zero())
        m_heartbeat.setInterval(every);
}

/// What shows that the server is still there: to the application, or to who stands between.
OutgoingPacket FeedClient::signOfLife() const
{
    if (kind() != TransportKind::ServerSentEvents)
        return OutgoingPacket::webSocketPing();
    if (m_eventHeartbeat > std::chrono::milliseconds::zero())
        return m_owner.heartbeatOf(*this);
    return OutgoingPacket::event(QByteArrayLiteral(":\n\n"));
}

void FeedClient::open(std::span<const OutgoingPacket> greeting)
{
    m_transport.setReceiver(this);
    m_sender.setTransport(&m_transport);
    m_heartbeat.start([this] { send(signOfLife()); }, [this] { end(DisconnectReason::PingTimeout); });
    m_sender.send(greeting);
}

ClientRow FeedClient::row()
{
    settle();
    ClientRow row = makeClientRow(m_id, m_peer, m_transport.kind(), m_deadlines.now() - m_openedAt,
                                  m_sender.statistics());
    row.ticksPerSecond = m_rate.update(m_deadlines.now(), row.ticksSent);
    row.roundTrip = m_heartbeat.roundTrip();
    row.subscription = subscription();
    row.unknownEvents = m_unknownMessages;
    row.lastUnknownEvent = m_lastUnknownMessage;
    return row;
}

// In

void FeedClient::packetReceived(const EngineIoPacket &packet)
{
    if (packet.type == EngineIoPacket::Type::Pong) {
        m_heartbeat.pongReceived();
        return;
    }
    if (m_watch)
        m_watch->received(m_id, packet.data, packet.binary);
    if (packet.binary) {
        refuse(binaryFeedError());
        return;
    }
    const auto request = decodeFeedRequest(packet.data, maxRates);
    if (!request) {
        refuse(request.error());
        return;
    }
    const auto answer = m_owner.follow(*this, *request);
    if (answer)
        send(*answer);
    else
        refuse(answer.error());
}

void FeedClient::refuse(const FeedError &error)
{
    ++m_unknownMessages;
    m_lastUnknownMessage = error.quote;
    if (Activity *line = m_log ? m_log->add(Activity::Kind::MessageRefused, m_id, m_peer, kind()) : nullptr) {
        line->detail = feedErrorName(error.code);
        line->text = error.quote;
    }
    send(OutgoingPacket::plainText(encodeFeedError(error)));
}

void FeedClient::ticksMerged()
{
    if (m_log)
        static_cast<void>(m_log->add(Activity::Kind::TicksMerged, m_id, m_peer, kind()));
}

// The end

void FeedClient::end(DisconnectReason reason, const CloseStatus &closeStatus)
{
    if (std::exchange(m_ended, true))
        return;
    m_heartbeat.stop();
    stopTicks();
    m_sender.finishWithoutTicks();
    m_sender.close(m_transport, Transport::closingFor(reason, closeStatus));
    m_owner.feedClientEnded(*this, reason);
}

} // namespace ticker
