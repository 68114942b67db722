// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_server.h"

#include "packets/late_packet.h"
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

/// The ticks after the last one that a client has seen, up to the newest one at its return: those that follow are its ticks
/// like all others. When some of them are not known any more by the time when they could leave, the state takes their place.
class FeedServer::MissedTicks final : public PacketSource
{
public:
    MissedTicks(FeedServer &server, const EventStreamRequest &request)
        : m_server(server), m_symbols(request.symbols), m_seq(*request.lastSeq), m_lastSeq(server.m_cache->seq()),
          m_market(server.m_markets)
    {
    }

    [[nodiscard]] std::optional<OutgoingPacket> next() override
    {
        if (m_rest == Rest::Snapshot) {
            m_rest = Rest::None;
            return snapshot();
        }
        // In another market the client is greeted anew behind this.
        if (m_rest == Rest::None || m_market != m_server.m_markets)
            return std::nullopt;
        std::optional<OutgoingPacket> tick;
        bool isOver = false;
        const bool isKnown = m_server.m_source.missedTicks(m_seq, m_symbols, [&](quint64 seq, const QByteArray &json) {
            isOver = seq > m_lastSeq;
            if (isOver)
                return false;
            m_seq = seq;
            tick = OutgoingPacket::event(eventText(seq, json));
            return false; // one at a time
        });
        if (tick)
            return tick;
        m_rest = isKnown || isOver ? Rest::None : Rest::Snapshot;
        return m_rest == Rest::None ? std::nullopt : std::optional(gap());
    }

private:
    enum class Rest : quint8 { Ticks, Snapshot, None };

    [[nodiscard]] OutgoingPacket gap() const
    {
        const quint64 now = m_server.m_cache->seq();
        return OutgoingPacket::event(eventText(now, gapMessage(m_seq, now)));
    }
    [[nodiscard]] OutgoingPacket snapshot() const
    {
        return OutgoingPacket::event(eventText(m_server.m_cache->seq(), m_server.snapshot(m_symbols, m_symbols)));
    }

    FeedServer &m_server;
    SymbolSet m_symbols;
    quint64 m_seq; ///< The last one that the client has.
    quint64 m_lastSeq;
    int m_market;
    Rest m_rest = Rest::Ticks;
};

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
    ++m_markets;
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
    events.push_back(
        OutgoingPacket::event("retry: " + QByteArray::number(qint64(m_limits.eventRetry.count())) + "\n\n"));
    if (request.lastSeq)
        events.push_back(OutgoingPacket::later(std::make_shared<MissedTicks>(*this, request)));
    else
        events.push_back(lateSnapshot(TransportKind::ServerSentEvents, request.symbols, request.symbols));
    return events;
}

/// Of the market that is played when it leaves. If that is another one, the client is greeted anew behind this.
OutgoingPacket FeedServer::lateSnapshot(TransportKind kind, const SymbolSet &subscribed, const SymbolSet &shown)
{
    return makeLater([this, kind, subscribed, shown, market = m_markets] {
        const QByteArray json = market == m_markets ? snapshot(subscribed, shown) : snapshot({}, {});
        return kind == TransportKind::ServerSentEvents ? OutgoingPacket::event(eventText(m_cache->seq(), json))
                                                       : OutgoingPacket::plainText(json);
    });
}

void FeedServer::greetAnew(FeedClient &client)
{
    const QByteArray hello = m_source.hello();
    const bool isEventStream = client.kind() == TransportKind::ServerSentEvents;
    client.send(isEventStream ? OutgoingPacket::event(eventText(m_cache->seq(), hello))
                              : OutgoingPacket::plainText(hello));
    if (isEventStream || !client.symbols().isEmpty())
        client.send(lateSnapshot(client.kind(), client.symbols(), client.symbols()));
}

Expected<OutgoingPacket, FeedError> FeedServer::follow(FeedClient &client, const FeedRequest &request)
{
    switch (request.action) {
    case FeedRequest::Action::Ping:
        return OutgoingPacket::plainText(encodeFeedPong(m_source.wallTimeMs()));
    case FeedRequest::Action::Subscribe:
    case FeedRequest::Action::Unsubscribe:
        return changeSubscription(client, request);
    case FeedRequest::Action::MaxRate:
        client.setMaxRate(request.maxRate.value_or(0));
        return OutgoingPacket::plainText(maxRateMessage(client.maxRate()));
    }
    Q_UNREACHABLE();
    return OutgoingPacket::plainText({});
}

Expected<OutgoingPacket, FeedError> FeedServer::changeSubscription(FeedClient &client, const FeedRequest &request)
{
    const auto named = resolveSymbols(request.symbols, *m_cache);
    if (!named)
        return named.error();
    if (request.maxRate)
        client.setMaxRate(*request.maxRate);
    if (!client.isOpen()) // what was held back for it was too much
        return OutgoingPacket::plainText({});
    SymbolSet symbols = client.symbols();
    if (request.action == FeedRequest::Action::Unsubscribe) {
        symbols -= *named;
        m_groups.subscribe(client, symbols);
        noteSubscription(client);
        return OutgoingPacket::plainText(subscribedMessage(*m_cache, symbols));
    }
    symbols |= *named;
    m_groups.subscribe(client, symbols);
    noteSubscription(client);
    return lateSnapshot(client.kind(), symbols, *named);
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
