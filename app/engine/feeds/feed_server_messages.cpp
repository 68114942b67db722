// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What FeedServer tells its clients beside ticks: greetings, what was missed, heartbeats, statuses.
#include "feeds/feed_server.h"
#include "packets/late_packet.h"
#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
#include "quotes/status_message.h"

#include <utility>
#include <vector>

namespace ticker {

/// The ticks after the last one that a client has seen, up to the newest one at its return: those that follow are its ticks
/// like all others. When some of them are not known any more by the time when they could leave, the state takes their place.
class FeedServer::MissedTicks final : public PacketSource
{
public:
    /// The client's, for whom it waits.
    MissedTicks(FeedServer &server, const FeedClient &client, const EventStreamRequest &request)
        : m_server(server), m_client(client), m_symbols(request.symbols), m_seq(*request.lastSeq),
          m_lastSeq(server.m_cache->seq()), m_market(server.m_markets.now())
    {
    }

    [[nodiscard]] std::optional<OutgoingPacket> next() override
    {
        // In another market the client is greeted anew behind this.
        if (m_rest == Rest::None || m_market != m_server.m_markets.now())
            return std::nullopt;
        if (m_rest == Rest::Snapshot) {
            m_rest = Rest::None;
            return snapshot();
        }
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
            return OutgoingPacket::event(eventText(m_seq, resumedMessage(*m_server.m_cache, m_seq, m_symbols)));
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
        return OutgoingPacket::event(
            eventText(*chain.last, snapshotMessage(cache, m_symbols, m_symbols, chain, m_client.fields())));
    }

    FeedServer &m_server;
    const FeedClient &m_client;
    SymbolSet m_symbols;
    quint64 m_seq; ///< The last one that the client has.
    quint64 m_lastSeq;
    int m_market;
    Rest m_rest = Rest::All;
};

// Greetings

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
    if (m_missing.hasAny(client))
        events.push_back(goneStatus(client));
    return events;
}

/// None if another market is played when it could leave: then the client is greeted anew behind it.
OutgoingPacket FeedServer::lateSnapshot(const FeedClient &client, const SymbolSet &subscribed, const SymbolSet &shown,
                                        std::optional<quint64> after)
{
    const TickChain then{after, groupsOf(client).sentUpTo(client)};
    // It is among what waits for the client, and so is gone before it.
    return makeLater([this, &client, subscribed, shown, then, market = m_markets.now(),
                      seq = m_cache->seq()]() -> std::optional<OutgoingPacket> {
        if (market != m_markets.now())
            return std::nullopt;
        const TickChain chain = groupsOf(client).chainNow(client, then, seq);
        const QByteArray json = snapshotMessage(*m_cache, subscribed, shown, chain, client.fields());
        return client.kind() == TransportKind::ServerSentEvents ? OutgoingPacket::event(eventText(*chain.last, json))
                                                                : OutgoingPacket::plainText(json);
    });
}

OutgoingPacket FeedServer::encodeStatus(TransportKind kind, const QByteArray &object)
{
    const QByteArray json = withType("status", object);
    return kind == TransportKind::ServerSentEvents ? OutgoingPacket::event(eventWithoutId(json))
                                                   : OutgoingPacket::plainText(json);
}

/// What is made later. It is among what waits for the client, and so is gone before it.
template<typename Make>
void FeedServer::sendOfThisMarket(FeedClient &client, const Make &make)
{
    client.send(makeLater(m_markets.ofThis(make)));
}

/// Once, however often the market has changed before the client could take it.
void FeedServer::greetAnew(FeedClient &client, bool isOtherTape)
{
    using Made = std::optional<OutgoingPacket>;
    sendOfThisMarket(client, [this, &client, isOtherTape]() -> Made {
        const QByteArray json = marketChangedObject(*m_cache, m_source.wallTimeMs());
        if (client.kind() != TransportKind::ServerSentEvents || !isOtherTape)
            return encodeStatus(client.kind(), json);
        // Ids of the tape before mean nothing any more: who loses the connection before the snapshot gets one.
        return OutgoingPacket::event(eventWithoutTick(withType("status", json)));
    });
    const bool isEventStream = client.kind() == TransportKind::ServerSentEvents;
    sendOfThisMarket(client, [this, &client, isEventStream]() -> Made {
        const QByteArray hello = helloFor(client);
        return isEventStream ? OutgoingPacket::event(eventWithoutId(hello)) : OutgoingPacket::plainText(hello);
    });
    if (isEventStream || !client.symbols().isEmpty())
        client.send(lateSnapshot(client, client.symbols(), client.symbols()));
    if (m_missing.hasAny(client))
        client.send(goneStatus(client));
}

/// Nothing, if it has left them meanwhile.
OutgoingPacket FeedServer::goneStatus(const FeedClient &client)
{
    return makeLater(m_markets.ofThis([this, &client]() -> std::optional<OutgoingPacket> {
        const QStringList missing = m_missing.of(client);
        if (missing.isEmpty())
            return std::nullopt;
        return encodeStatus(client.kind(), goneStatusObject(*m_cache, missing, m_source.wallTimeMs()));
    }));
}

// Heartbeats

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
    return m_markets.state([this, &client, symbols = client.symbols(), last = groupsOf(client).lastSent(client)] {
        constexpr auto kind = OutgoingPacket::Kind::Heartbeat;
        const QByteArray json = withType(
            "heartbeat", heartbeatObject(*m_cache, symbols, heartbeatPeriodOf(client), last, m_source.wallTimeMs()));
        return client.kind() == TransportKind::ServerSentEvents
            ? OutgoingPacket::event(namedEvent("heartbeat", json), kind)
            : OutgoingPacket::plainText(json, kind);
    });
}

/// The answer must not be dropped, and so says nothing of ticks, which may be moved behind it.
OutgoingPacket FeedServer::startHeartbeat(FeedClient &client, std::chrono::milliseconds every)
{
    m_heartbeats.start(client, every, [this, &client] { client.send(heartbeatOf(client)); });
    const auto make = [this, symbols = client.symbols(), every] {
        const QByteArray json = heartbeatObject(*m_cache, symbols, every, std::nullopt, m_source.wallTimeMs());
        return OutgoingPacket::plainText(withType("heartbeat", json));
    };
    return makeLater(make, OutgoingPacket::Kind::Answer);
}

// Statuses

void FeedServer::tellMarketState()
{
    const auto encode = [this](TransportKind kind) {
        return m_markets.state(
            [this, kind] { return encodeStatus(kind, marketStatusObject(*m_cache, m_source.wallTimeMs())); });
    };
    const OutgoingPacket message = encode(TransportKind::WebSocket);
    const OutgoingPacket event = encode(TransportKind::ServerSentEvents);
    std::vector<FeedClient *> all;
    for (const auto &[id, client] : m_clients)
        all.push_back(client.get());
    const bool isLast = m_cache->state().kind == MarketState::Kind::Ended;
    for (FeedClient *client : all) { // which may end, but lives on for a moment
        if (client->isOpen() && isLast)
            client->releaseTicks();
        if (client->isOpen())
            client->send(client->kind() == TransportKind::ServerSentEvents ? event : message);
    }
}

OutgoingPacket FeedServer::tradingStatus(TransportKind kind, const SymbolSet &symbols, bool halted) const
{
    return encodeStatus(kind, tradingStatusObject(*m_cache, symbols, halted, m_source.wallTimeMs()));
}

void FeedServer::tellTrading(const TradingChange &change)
{
    const auto tell = [this](const SymbolSet &about, bool halted) {
        const auto encode = [this, halted](TransportKind kind) {
            return [this, halted, kind](const SymbolSet &wanted) {
                return m_markets.trading(*m_cache, wanted, halted,
                                         [this, kind](const SymbolSet &symbols, bool areHalted) {
                                             return tradingStatus(kind, symbols, areHalted);
                                         });
            };
        };
        m_groups.tell(about, encode(TransportKind::WebSocket));
        m_eventGroups.tell(about, encode(TransportKind::ServerSentEvents));
    };
    tell(change.halted, true);
    tell(change.resumed, false);
}

} // namespace ticker
