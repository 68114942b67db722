// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_client.h"

#include "make_client_row.h"
#include "server_limits.h"
#include "tick_batch.h"

#include <utility>

namespace ticker {

FeedClient::FeedClient(const EngineContext &context, Owner &owner, quint64 id, PeerInfo peer,
                       std::unique_ptr<WebSocketChannel> channel)
    : m_owner(owner), m_deadlines(context.deadlines), m_id(id), m_peer(std::move(peer)),
      m_openedAt(context.deadlines.now()), m_transport(std::move(channel), context.closer),
      m_heartbeat(context.deadlines,
                  {context.limits.pingInterval, context.limits.pingInterval + context.limits.pingTimeout}),
      m_sender(context.limits, context.deadlines, *this)
{
}

void FeedClient::open(std::span<const OutgoingPacket> greeting)
{
    m_transport.setReceiver(this);
    m_sender.setTransport(&m_transport);
    m_heartbeat.start(
        [this] {
            const OutgoingPacket ping = OutgoingPacket::webSocketPing();
            m_sender.send({&ping, 1});
        },
        [this] { end(DisconnectReason::PingTimeout); });
    m_sender.send(greeting);
}

ClientRow FeedClient::row()
{
    settle();
    ClientRow row = makeClientRow(m_id, m_peer, m_transport.kind(), m_deadlines.now() - m_openedAt,
                                  m_sender.statistics());
    row.unknownEvents = m_unknownMessages;
    row.lastUnknownEvent = m_lastUnknownMessage;
    return row;
}

void FeedClient::sendTicks(const TickBatch &batch)
{
    m_sender.sendTicks(batch.ticks());
}

// In

void FeedClient::packetReceived(const EngineIoPacket &packet)
{
    if (packet.binary) {
        refuse(binaryFeedError());
        return;
    }
    const auto request = decodeFeedRequest(packet.data);
    if (!request) {
        refuse(request.error());
        return;
    }
    switch (request->action) {
    case FeedRequest::Action::Ping:
        answer(encodeFeedPong(m_owner.wallTimeMs()));
        break;
    }
}

/// Within the limits: a client may ask without taking the answers.
void FeedClient::answer(const QByteArray &message)
{
    const OutgoingPacket packet = OutgoingPacket::plainText(message);
    m_sender.send({&packet, 1});
}

void FeedClient::refuse(const FeedError &error)
{
    ++m_unknownMessages;
    m_lastUnknownMessage = error.quote;
    answer(encodeFeedError(error));
}

// The end

void FeedClient::end(DisconnectReason reason)
{
    if (std::exchange(m_ended, true))
        return;
    m_heartbeat.stop();
    m_sender.finishWithoutTicks();
    const Transport::Closing closing = Transport::closingFor(reason);
    if (closing != Transport::Closing::Abort)
        m_sender.handOver();
    m_sender.stop();
    m_transport.close(closing);
    m_owner.feedClientEnded(*this, reason);
}

} // namespace ticker
