// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_server.h"

#include "tick_batch.h"

#include <QLoggingCategory>

#include <vector>

namespace ticker {

namespace {

Q_LOGGING_CATEGORY(lcFeed, "ticker.feed", QtInfoMsg)

} // namespace

FeedServer::FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId)
    : m_limits(limits), m_source(std::move(source)), m_graveyard(deadlines),
      m_closer(deadlines, m_graveyard, limits.lingerTimeout), m_context{m_limits, deadlines, m_graveyard, m_closer},
      m_nextId(firstId)
{
}

FeedServer::~FeedServer() = default;

void FeedServer::acceptWebSocket(const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel)
{
    Owner &owner = *this;
    const quint64 id = m_nextId++;
    auto &slot = m_clients[id];
    slot = std::make_unique<FeedClient>(m_context, owner, id, peer, std::move(channel));
    FeedClient &client = *slot;
    std::vector<OutgoingPacket> greeting{OutgoingPacket::plainText(encodeFeedHello(m_source.hello()))};
    if (m_lastTick)
        greeting.push_back(OutgoingPacket::plainText(encodeFeedSnapshot(*m_lastTick)));
    client.open(greeting);
    if (client.isOpen())
        m_audience.add(client);
}

void FeedServer::sendTicks(std::span<const FeedTick> ticks)
{
    if (ticks.empty())
        return;
    m_lastTick = ticks.back();
    if (m_audience.size() == 0)
        return;
    std::vector<OutgoingPacket> packets;
    packets.reserve(ticks.size());
    for (const FeedTick &tick : ticks)
        packets.push_back(OutgoingPacket::plainText(encodeFeedTick(tick), OutgoingPacket::Kind::Tick));
    m_audience.send(TickBatch(std::move(packets)));
}

QList<ClientRow> FeedServer::clients() const
{
    QList<ClientRow> rows;
    rows.reserve(qsizetype(m_clients.size()));
    for (const auto &[id, client] : m_clients)
        rows.append(client->row());
    return rows;
}

bool FeedServer::disconnectClient(quint64 id)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return false;
    found->second->end(DisconnectReason::Kicked);
    return true;
}

void FeedServer::disconnectAll()
{
    while (!m_clients.empty())
        m_clients.begin()->second->end(DisconnectReason::ServerShutdown); // which takes it out
}

void FeedServer::feedClientEnded(FeedClient &client, DisconnectReason reason)
{
    qCDebug(lcFeed).noquote() << "client" << client.id() << "ended:" << disconnectReasonText(reason);
    m_audience.remove(client);
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_graveyard.bury(std::move(found->second));
    m_clients.erase(found);
}

} // namespace ticker
