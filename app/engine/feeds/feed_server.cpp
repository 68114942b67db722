// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_server.h"

#include "packets/late_packet.h"
#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
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

OutgoingPacket encodeBooks(const QByteArray &object)
{
    return OutgoingPacket::plainText(withType("book", object), OutgoingPacket::Kind::Tick);
}

} // namespace

FeedServer::FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId)
    : m_limits(limits), m_source(std::move(source)), m_deleter(deadlines),
      m_closer(deadlines, m_deleter, limits.lingerTimeout), m_context{m_limits, deadlines, m_deleter, m_closer},
      m_groups(&encodeTick), m_eventGroups(&encodeTickEvent), m_books(deadlines, &encodeBooks), m_heartbeats(deadlines),
      m_nextId(firstId)
{
}

FeedServer::~FeedServer() = default;

// The market

void FeedServer::setCache(QuoteCache &cache)
{
    const QuoteCache *old = std::exchange(m_cache, &cache);
    m_markets.next();
    std::vector<std::pair<FeedClient *, SymbolSet>> clients;
    for (const auto &[id, client] : m_clients) {
        clients.emplace_back(client.get(), m_missing.carryOver(*client, *old, cache));
        groupsOf(*client).subscribe(*client, {});
    }
    const bool isOtherTape = !clients.empty() && old->tape() != cache.tape();
    m_groups.setCache(&cache);
    m_eventGroups.setCache(&cache);
    for (const auto &[client, symbols] : clients) { // which may end, but lives on for a moment
        if (!client->isOpen())
            continue;
        groupsOf(*client).subscribe(*client, symbols);
        greetAnew(*client, isOtherTape);
    }
}

void FeedServer::setBooks(LiveMarket &market)
{
    m_books.setMarket(market, [](QuoteSubscriber &client, const BookFeed::Answer &answer) {
        client.send(OutgoingPacket::plainText(withType("book", answer)));
    });
}

void FeedServer::collectTick()
{
    m_groups.collect();
    m_eventGroups.collect();
    m_books.collectTick();
}

void FeedServer::sendTicks()
{
    m_groups.flush();
    m_eventGroups.flush();
    m_books.sendTicks();
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
    client.setFields(request.fields);
    m_missing.add(client, request.missing);
    m_eventGroups.subscribe(client, request.symbols);
    client.open(eventGreeting(client, request));
    if (client.isOpen())
        noteSubscription(client);
}

Expected<OutgoingPacket, FeedError> FeedServer::follow(FeedClient &client, const FeedRequest &request)
{
    switch (request.action) {
    case FeedRequest::Action::Ping:
        return OutgoingPacket::plainText(encodeFeedPong(m_source.wallTimeMs()));
    case FeedRequest::Action::Subscribe:
    case FeedRequest::Action::Unsubscribe:
        return request.book ? changeBooks(client, request) : changeSubscription(client, request);
    case FeedRequest::Action::MaxRate:
        client.setMaxRate(request.maxRate.value_or(0));
        return OutgoingPacket::plainText(maxRateMessage(client.maxRate()));
    case FeedRequest::Action::Heartbeat:
        return startHeartbeat(client, request.heartbeat);
    }
    Q_UNREACHABLE();
    return OutgoingPacket::plainText({});
}

Expected<OutgoingPacket, FeedError> FeedServer::changeBooks(FeedClient &client, const FeedRequest &request)
{
    const bool isLeaving = request.action == FeedRequest::Action::Unsubscribe;
    const auto answer = isLeaving ? m_books.unsubscribe(client, request.symbols)
                                  : m_books.subscribe(client, request.symbols, *request.book);
    if (!answer)
        return answer.error();
    return OutgoingPacket::plainText(withType(isLeaving ? "subscribed" : "book", *answer));
}

Expected<OutgoingPacket, FeedError> FeedServer::changeSubscription(FeedClient &client, const FeedRequest &request)
{
    const bool isLeaving = request.action == FeedRequest::Action::Unsubscribe;
    const auto named = resolveSymbols(isLeaving ? m_missing.others(client, request.symbols) : request.symbols,
                                      *m_cache);
    if (!named)
        return named.error();
    if (const auto fields = QuoteFields::fromNames(request.fields.value_or(QStringList())); !fields)
        return fields.error();
    else if (request.fields)
        client.setFields(*fields);
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
        return makeLater([this, &client, symbols, then, market = m_markets.now(), seq = m_cache->seq()] {
            return OutgoingPacket::plainText(
                market == m_markets.now() ? subscribedMessage(*m_cache, symbols, m_groups.chainNow(client, then, seq))
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
    m_books.leave(client);
    m_missing.forget(client);
    m_heartbeats.stop(client);
    const auto found = m_clients.find(client.id());
    Q_ASSERT(found != m_clients.end());
    m_deleter.deleteLater(std::move(found->second));
    m_clients.erase(found);
}

} // namespace ticker
