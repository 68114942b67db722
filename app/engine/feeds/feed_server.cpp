// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_server.h"

#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
#include "subscriptions/resolve_symbols.h"
#include "telemetry/activity_log.h"

#include <QLoggingCategory>

#include <cstddef>
#include <utility>
#include <vector>

namespace ticker {

namespace {

Q_LOGGING_CATEGORY(lcFeed, "ticker.feed", QtInfoMsg)

OutgoingPacket encodeTick(QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    return OutgoingPacket::plainText(tickMessage(cache, symbols, merged), OutgoingPacket::Kind::Tick);
}

OutgoingPacket encodeTickEvent(QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    return OutgoingPacket::event(eventText(cache.seq(), tickMessage(cache, symbols, merged)),
                                 OutgoingPacket::Kind::Tick);
}

} // namespace

FeedServer::FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId)
    : m_limits(limits), m_source(std::move(source)), m_deleter(deadlines),
      m_closer(deadlines, m_deleter, limits.lingerTimeout), m_context{m_limits, deadlines, m_deleter, m_closer},
      m_groups(&encodeTick), m_eventGroups(&encodeTickEvent), m_nextId(firstId)
{
}

FeedServer::~FeedServer() = default;

// The market

void FeedServer::setCache(QuoteCache &cache)
{
    const QuoteCache *old = std::exchange(m_cache, &cache);
    std::vector<std::pair<FeedClient *, SymbolSet>> clients;
    for (const auto &[id, client] : m_clients) {
        clients.emplace_back(client.get(), translateSymbols(client->symbols(), *old, cache));
        groupsOf(*client).subscribe(*client, {});
    }
    m_groups.setCache(&cache);
    m_eventGroups.setCache(&cache);
    for (const auto &[client, symbols] : clients) { // which may end, but lives on for a moment
        if (!client->isOpen())
            continue;
        groupsOf(*client).subscribe(*client, symbols);
        greetAnew(*client);
    }
}

void FeedServer::collectTick()
{
    m_groups.collect();
    m_eventGroups.collect();
}

void FeedServer::sendTicks()
{
    m_groups.flush();
    m_eventGroups.flush();
}

QuoteGroups &FeedServer::groupsOf(const FeedClient &client)
{
    return client.kind() == TransportKind::ServerSentEvents ? m_eventGroups : m_groups;
}

QByteArray FeedServer::snapshot(const SymbolSet &subscribed, const SymbolSet &shown)
{
    return snapshotMessage(*m_cache, subscribed, shown);
}

// Clients

FeedClient &FeedServer::addClient(const PeerInfo &peer, TransportKind kind, std::unique_ptr<WebSocketChannel> channel)
{
    Owner &owner = *this;
    const quint64 id = m_nextId++;
    auto &slot = m_clients[id];
    slot = std::make_unique<FeedClient>(m_context, owner, id, peer, kind, std::move(channel));
    if (Activity *line = m_context.log ? m_context.log->add(Activity::Kind::Connected, id, peer, kind) : nullptr)
        line->text = peer.userAgent;
    return *slot;
}

void FeedServer::noteSubscription(const FeedClient &client) const
{
    if (!m_context.log)
        return;
    if (Activity *line = m_context.log->add(Activity::Kind::Subscribed, client.id(), client.peer(), client.kind()))
        line->setSubscription(client.subscription());
}

void FeedServer::acceptWebSocket(const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel)
{
    FeedClient &client = addClient(peer, TransportKind::WebSocket, std::move(channel));
    const OutgoingPacket hello = OutgoingPacket::plainText(m_source.hello());
    client.open({&hello, 1});
}

void FeedServer::acceptEventStream(const PeerInfo &peer, const EventStreamRequest &request,
                                   std::unique_ptr<WebSocketChannel> channel)
{
    FeedClient &client = addClient(peer, TransportKind::ServerSentEvents, std::move(channel));
    client.open(eventGreeting(request));
    if (!client.isOpen())
        return;
    if (request.maxRate > 0)
        client.setMaxRate(request.maxRate);
    m_eventGroups.subscribe(client, request.symbols);
    noteSubscription(client);
}

/// What was missed since the connection was lost; or how things stand, after a word on what cannot be had any more.
std::vector<OutgoingPacket> FeedServer::eventGreeting(const EventStreamRequest &request)
{
    std::vector<OutgoingPacket> events;
    const auto add = [&events](const QByteArray &text) { events.push_back(OutgoingPacket::event(text)); };
    add("retry: " + QByteArray::number(qint64(m_limits.eventRetry.count())) + "\n\n");
    if (request.lastSeq && addMissed(events, request))
        return events;
    if (request.lastSeq)
        add(eventText(m_cache->seq(), gapMessage(*request.lastSeq, m_cache->seq())));
    add(eventText(m_cache->seq(), snapshot(request.symbols, request.symbols)));
    return events;
}

/// False: they cannot be had, or are more than may wait for a client.
bool FeedServer::addMissed(std::vector<OutgoingPacket> &events, const EventStreamRequest &request) const
{
    const std::size_t before = events.size();
    qsizetype bytes = 0;
    const bool isKnown = m_source.missedTicks(*request.lastSeq, request.symbols,
                                              [&](quint64 seq, const QByteArray &json) {
                                                  bytes += json.size();
                                                  if (bytes > m_limits.maxUnsentMessageBytes)
                                                      return false;
                                                  events.push_back(OutgoingPacket::event(eventText(seq, json)));
                                                  return true;
                                              });
    if (isKnown && bytes <= m_limits.maxUnsentMessageBytes)
        return true;
    events.erase(events.begin() + std::ptrdiff_t(before), events.end());
    return false;
}

void FeedServer::greetAnew(FeedClient &client)
{
    const QByteArray hello = m_source.hello();
    const QByteArray state = snapshot(client.symbols(), client.symbols());
    if (client.kind() == TransportKind::ServerSentEvents) {
        client.send(OutgoingPacket::event(eventText(m_cache->seq(), hello)));
        client.send(OutgoingPacket::event(eventText(m_cache->seq(), state)));
        return;
    }
    client.send(OutgoingPacket::plainText(hello));
    if (!client.symbols().isEmpty())
        client.send(OutgoingPacket::plainText(state));
}

Expected<QByteArray, FeedError> FeedServer::follow(FeedClient &client, const FeedRequest &request)
{
    switch (request.action) {
    case FeedRequest::Action::Ping:
        return encodeFeedPong(m_source.wallTimeMs());
    case FeedRequest::Action::Subscribe:
    case FeedRequest::Action::Unsubscribe:
        return changeSubscription(client, request);
    case FeedRequest::Action::MaxRate:
        client.setMaxRate(request.maxRate.value_or(0));
        return maxRateMessage(client.maxRate());
    }
    Q_UNREACHABLE();
    return QByteArray();
}

Expected<QByteArray, FeedError> FeedServer::changeSubscription(FeedClient &client, const FeedRequest &request)
{
    const auto named = resolveSymbols(request.symbols, *m_cache);
    if (!named)
        return named.error();
    if (request.maxRate)
        client.setMaxRate(*request.maxRate);
    if (!client.isOpen()) // what was held back for it was too much
        return QByteArray();
    SymbolSet symbols = client.symbols();
    if (request.action == FeedRequest::Action::Unsubscribe) {
        symbols -= *named;
        m_groups.subscribe(client, symbols);
        noteSubscription(client);
        return subscribedMessage(*m_cache, symbols);
    }
    symbols |= *named;
    m_groups.subscribe(client, symbols);
    noteSubscription(client);
    return snapshot(symbols, *named);
}

QList<ClientRow> FeedServer::clients() const
{
    QList<ClientRow> rows;
    rows.reserve(qsizetype(m_clients.size()));
    for (const auto &[id, client] : m_clients)
        rows.append(client->row());
    return rows;
}

std::optional<ClientDetails> FeedServer::details(quint64 id) const
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return std::nullopt;
    return ClientDetails{id, false, found->second->row(), found->second->peer().head, {}};
}

bool FeedServer::disconnectClient(quint64 id, const CloseStatus &closeStatus)
{
    const auto found = m_clients.find(id);
    if (found == m_clients.end())
        return false;
    found->second->end(DisconnectReason::Kicked, closeStatus);
    return true;
}

void FeedServer::disconnectAll()
{
    while (!m_clients.empty())
        m_clients.begin()->second->end(DisconnectReason::ServerShutdown); // which takes it out
}

void FeedServer::disconnectWhere(const PeerFilter &filter, DisconnectReason reason)
{
    std::vector<FeedClient *> chosen;
    for (const auto &[id, client] : m_clients) {
        if (filter(client->peer()))
            chosen.push_back(client.get());
    }
    for (FeedClient *client : chosen) // each is destroyed later only
        client->end(reason);
}

void FeedServer::feedClientEnded(FeedClient &client, DisconnectReason reason)
{
    qCDebug(lcFeed).noquote() << "client" << client.id() << "ended:" << disconnectReasonText(reason);
    if (m_context.log)
        m_context.log->addEnd(client.row(), reason);
    groupsOf(client).subscribe(client, {});
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_deleter.deleteLater(std::move(found->second));
    m_clients.erase(found);
}

} // namespace ticker
