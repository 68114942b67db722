// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_server.h"

#include "packets/late_packet.h"
#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
#include "quotes/status_message.h"
#include "subscriptions/resolve_symbols.h"
#include "telemetry/activity_log.h"
#include "telemetry/named_clients.h"

#include <QLoggingCategory>

#include <cstddef>
#include <utility>
#include <vector>

namespace ticker {

namespace {

Q_LOGGING_CATEGORY(lcFeed, "ticker.feed", QtInfoMsg)

OutgoingPacket encodeTick(QuoteCache &cache, const TickContents &contents)
{
    return OutgoingPacket::plainText(tickMessage(cache, contents), OutgoingPacket::Kind::Tick);
}

OutgoingPacket encodeTickEvent(QuoteCache &cache, const TickContents &contents)
{
    return OutgoingPacket::event(eventText(contents.last, tickMessage(cache, contents)), OutgoingPacket::Kind::Tick);
}

} // namespace

/// The ticks after the last one that a client has seen, up to the newest one at its return: those that follow are its ticks
/// like all others. When some of them are not known any more by the time when they could leave, the state takes their place.
class FeedServer::MissedTicks final : public PacketSource
{
public:
    /// The client's, for whom it waits.
    MissedTicks(FeedServer &server, const FeedClient &client, const EventStreamRequest &request)
        : m_server(server), m_client(client), m_symbols(request.symbols), m_seq(*request.lastSeq),
          m_lastSeq(server.m_cache->seq()), m_market(server.m_markets)
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
        quint64 found = m_seq;
        std::optional<OutgoingPacket> tick;
        bool isOver = false;
        const bool isKnown = m_server.m_source.missedTicks(m_seq, m_symbols, [&](quint64 seq, const QByteArray &json) {
            isOver = seq > m_lastSeq;
            if (isOver)
                return false;
            found = seq;
            tick = OutgoingPacket::event(eventText(seq, json));
            return false; // one at a time
        });
        if (!tick && !isKnown && !isOver) {
            m_rest = Rest::Snapshot;
            return gap();
        }
        if (m_rest == Rest::All) {
            m_rest = Rest::Ticks;
            return OutgoingPacket::event(eventText(m_seq, resumedMessage(*m_server.m_cache, m_seq)));
        }
        m_seq = found;
        if (!tick)
            m_rest = Rest::None;
        return tick;
    }

private:
    enum class Rest : quint8 { All, Ticks, Snapshot, None };

    [[nodiscard]] OutgoingPacket gap() const
    {
        // With the old id: who loses the connection now has not seen the snapshot.
        return OutgoingPacket::event(eventText(m_seq, gapMessage(*m_server.m_cache, m_seq)));
    }
    [[nodiscard]] OutgoingPacket snapshot() const
    {
        QuoteCache &cache = *m_server.m_cache;
        const TickChain chain = m_server.m_eventGroups.chainNow(m_client, {{}, cache.seq()}, cache.seq());
        return OutgoingPacket::event(eventText(*chain.last, snapshotMessage(cache, m_symbols, m_symbols, chain)));
    }

    FeedServer &m_server;
    const FeedClient &m_client;
    SymbolSet m_symbols;
    quint64 m_seq; ///< The last one that the client has.
    quint64 m_lastSeq;
    int m_market;
    Rest m_rest = Rest::All;
};

FeedServer::FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId)
    : m_limits(limits), m_source(std::move(source)), m_deleter(deadlines),
      m_closer(deadlines, m_deleter, limits.lingerTimeout), m_context{m_limits, deadlines, m_deleter, m_closer},
      m_groups(&encodeTick), m_eventGroups(&encodeTickEvent), m_heartbeats(deadlines), m_nextId(firstId)
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
        clients.emplace_back(client.get(), m_missing.carryOver(*client, *old, cache));
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

void FeedServer::tellMarketState()
{
    const QByteArray status = marketStatusObject(*m_cache, m_source.wallTimeMs());
    std::vector<FeedClient *> all;
    for (const auto &[id, client] : m_clients)
        all.push_back(client.get());
    for (FeedClient *client : all) { // which may end, but lives on for a moment
        if (client->isOpen())
            client->send(encodeStatus(*client, status));
    }
}

void FeedServer::tellTrading(const TradingChange &change)
{
    const auto tell = [this](const SymbolSet &about, const char *state) {
        const auto json = [this, state](const SymbolSet &wanted) {
            return withType("status",
                            symbolStatusObject(*m_cache, state, m_cache->namesOf(wanted), m_source.wallTimeMs()));
        };
        m_groups.tell(about, [&](const SymbolSet &wanted) { return OutgoingPacket::plainText(json(wanted)); });
        m_eventGroups.tell(
            about, [&](const SymbolSet &wanted) { return OutgoingPacket::event(eventWithoutId(json(wanted))); });
    };
    tell(change.halted, "halted");
    tell(change.resumed, "trading");
}

QuoteGroups &FeedServer::groupsOf(const FeedClient &client)
{
    return client.kind() == TransportKind::ServerSentEvents ? m_eventGroups : m_groups;
}

// Clients

FeedClient &FeedServer::addClient(const PeerInfo &peer, TransportKind kind, std::unique_ptr<WebSocketChannel> channel)
{
    Owner &owner = *this;
    const quint64 id = m_nextId++;
    auto &slot = m_clients[id];
    PeerInfo kept = peer;
    kept.unknownSubprotocols.clear();
    slot = std::make_unique<FeedClient>(m_context, owner, id, std::move(kept), kind, std::move(channel));
    if (m_context.names)
        m_context.names->came(peer.name);
    if (Activity *line = m_context.log ? m_context.log->add(Activity::Kind::Connected, id, peer, kind) : nullptr) {
        line->text = peer.userAgent;
        line->detail = peer.name;
    }
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
    noteUnknownSubprotocols(client, peer.unknownSubprotocols);
    const OutgoingPacket hello = OutgoingPacket::plainText(helloFor(client));
    client.open({&hello, 1});
}

/// The client gets none of them in the reply to its handshake; a browser closes the connection then.
void FeedServer::noteUnknownSubprotocols(const FeedClient &client, const QString &names) const
{
    using Kind = Activity::Kind;
    Activity *line = m_context.log && !names.isEmpty()
        ? m_context.log->add(Kind::MessageRefused, client.id(), client.peer(), client.kind())
        : nullptr;
    if (!line)
        return;
    line->detail = QStringLiteral("unknown_subprotocol");
    line->text = names.left(FeedError::longestQuote);
}

void FeedServer::acceptEventStream(const PeerInfo &peer, const EventStreamRequest &request,
                                   std::unique_ptr<WebSocketChannel> channel)
{
    FeedClient &client = addClient(peer, TransportKind::ServerSentEvents, std::move(channel));
    client.setEventHeartbeat(request.heartbeat.value_or(m_limits.eventCommentInterval));
    if (request.maxRate > 0)
        client.setMaxRate(request.maxRate);
    client.setWantsAll(request.all);
    m_eventGroups.subscribe(client, request.symbols);
    client.open(eventGreeting(client, request));
    if (client.isOpen())
        noteSubscription(client);
}

/// What was missed since the connection was lost; or how things stand, after a word on what cannot be had any more.
std::vector<OutgoingPacket> FeedServer::eventGreeting(const FeedClient &client, const EventStreamRequest &request)
{
    std::vector<OutgoingPacket> events;
    events.push_back(
        OutgoingPacket::event("retry: " + QByteArray::number(qint64(m_limits.eventRetry.count())) + "\n\n"));
    if (request.lastSeq)
        events.push_back(OutgoingPacket::later(std::make_shared<MissedTicks>(*this, client, request)));
    else
        events.push_back(lateSnapshot(client, request.symbols, request.symbols));
    if (client.eventHeartbeat() > std::chrono::milliseconds::zero()) // which tells the period
        events.push_back(heartbeatOf(client));
    return events;
}

/// None if another market is played when it could leave: then the client is greeted anew behind it.
OutgoingPacket FeedServer::lateSnapshot(const FeedClient &client, const SymbolSet &subscribed, const SymbolSet &shown,
                                        std::optional<quint64> after)
{
    const TickChain then{after, groupsOf(client).sentUpTo(client)};
    // It is among what waits for the client, and so is gone before it.
    return makeLater([this, &client, subscribed, shown, then, market = m_markets,
                      seq = m_cache->seq()]() -> std::optional<OutgoingPacket> {
        if (market != m_markets)
            return std::nullopt;
        const TickChain chain = groupsOf(client).chainNow(client, then, seq);
        const QByteArray json = snapshotMessage(*m_cache, subscribed, shown, chain);
        return client.kind() == TransportKind::ServerSentEvents ? OutgoingPacket::event(eventText(*chain.last, json))
                                                                : OutgoingPacket::plainText(json);
    });
}

OutgoingPacket FeedServer::encodeStatus(const FeedClient &client, const QByteArray &object)
{
    const QByteArray json = withType("status", object);
    return client.kind() == TransportKind::ServerSentEvents ? OutgoingPacket::event(eventWithoutId(json))
                                                            : OutgoingPacket::plainText(json);
}

/// What is made later of the market that it is sent in, and dropped in another one. It is among what waits for the client,
/// and so is gone before it.
template<typename Make>
void FeedServer::sendOfThisMarket(FeedClient &client, const Make &make)
{
    client.send(makeLater([this, make, market = m_markets]() -> std::optional<OutgoingPacket> {
        return market == m_markets ? make() : std::nullopt;
    }));
}

/// Once, however often the market has changed before the client could take it.
void FeedServer::greetAnew(FeedClient &client)
{
    using Made = std::optional<OutgoingPacket>;
    sendOfThisMarket(client, [this, &client]() -> Made {
        return encodeStatus(client, marketChangedObject(*m_cache, m_source.wallTimeMs()));
    });
    const bool isEventStream = client.kind() == TransportKind::ServerSentEvents;
    sendOfThisMarket(client, [this, &client, isEventStream]() -> Made {
        const QByteArray hello = helloFor(client);
        return isEventStream ? OutgoingPacket::event(eventText(m_cache->seq(), hello))
                             : OutgoingPacket::plainText(hello);
    });
    if (isEventStream || !client.symbols().isEmpty())
        client.send(lateSnapshot(client, client.symbols(), client.symbols()));
    if (!m_missing.hasAny(client))
        return;
    sendOfThisMarket(client, [this, &client]() -> Made {
        const QStringList missing = m_missing.of(client);
        if (missing.isEmpty()) // it has left them meanwhile
            return std::nullopt;
        return encodeStatus(client, symbolStatusObject(*m_cache, "gone", missing, m_source.wallTimeMs()));
    });
}

QByteArray FeedServer::helloFor(const FeedClient &client)
{
    return helloWithHeartbeat(m_source.hello(), heartbeatPeriodOf(client));
}

std::chrono::milliseconds FeedServer::heartbeatPeriodOf(const FeedClient &client) const
{
    return client.kind() == TransportKind::ServerSentEvents ? client.eventHeartbeat() : m_heartbeats.periodOf(client);
}

/// Of what was sent before it; what waits to be merged is not among that.
OutgoingPacket FeedServer::heartbeatOf(const FeedClient &client)
{
    constexpr auto kind = OutgoingPacket::Kind::Heartbeat;
    const QByteArray json = withType(
        "heartbeat",
        heartbeatObject(*m_cache, heartbeatPeriodOf(client), groupsOf(client).lastSent(client), m_source.wallTimeMs()));
    return client.kind() == TransportKind::ServerSentEvents ? OutgoingPacket::event(namedEvent("heartbeat", json), kind)
                                                            : OutgoingPacket::plainText(json, kind);
}

/// The answer must not be dropped, and so says nothing of ticks, which may be moved behind it.
OutgoingPacket FeedServer::startHeartbeat(FeedClient &client, std::chrono::milliseconds every)
{
    m_heartbeats.start(client, every, [this, &client] { client.send(heartbeatOf(client)); });
    return OutgoingPacket::plainText(
        withType("heartbeat", heartbeatObject(*m_cache, every, std::nullopt, m_source.wallTimeMs())));
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
    case FeedRequest::Action::Heartbeat:
        return startHeartbeat(client, request.heartbeat);
    }
    Q_UNREACHABLE();
    return OutgoingPacket::plainText({});
}

Expected<OutgoingPacket, FeedError> FeedServer::changeSubscription(FeedClient &client, const FeedRequest &request)
{
    const bool isLeaving = request.action == FeedRequest::Action::Unsubscribe;
    const auto named = resolveSymbols(isLeaving ? m_missing.others(client, request.symbols) : request.symbols,
                                      *m_cache);
    if (!named)
        return named.error();
    if (request.maxRate)
        client.setMaxRate(*request.maxRate);
    if (!client.isOpen()) // what was held back for it was too much
        return OutgoingPacket::plainText({});
    SymbolSet symbols = client.symbols();
    const auto after = m_groups.lastSent(client);
    client.setWantsAll(isLeaving ? client.wantsAll() && named->isEmpty() : client.wantsAll() || request.symbols.all);
    if (isLeaving) {
        m_missing.leave(client, request.symbols);
        symbols -= *named;
        m_groups.subscribe(client, symbols);
        noteSubscription(client);
        const TickChain then{after, m_groups.sentUpTo(client)};
        return makeLater([this, &client, symbols, then, market = m_markets, seq = m_cache->seq()] {
            return OutgoingPacket::plainText(
                market == m_markets ? subscribedMessage(*m_cache, symbols, m_groups.chainNow(client, then, seq))
                                    : subscribedMessage(*m_cache, client.symbols(), {}));
        });
    }
    symbols |= *named;
    m_groups.subscribe(client, symbols);
    noteSubscription(client);
    return lateSnapshot(client, symbols, *named, after);
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
    return ClientDetails{id, false, found->second->row(), {}, found->second->peer().head, {}};
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
    if (m_context.names)
        m_context.names->ended(client.peer().name, reason);
    groupsOf(client).subscribe(client, {});
    m_missing.forget(client);
    m_heartbeats.stop(client);
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_deleter.deleteLater(std::move(found->second));
    m_clients.erase(found);
}

} // namespace ticker
