// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/socketio_quotes.h"

#include "feeds/feed_client.h"
#include "feeds/socketio_answers.h"
#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
#include "quotes/status_message.h"
#include "socketio/socketio_connection.h"
#include "socketio/socketio_namespace.h"
#include "socketio/socketio_socket.h"
#include "subscriptions/resolve_symbols.h"

#include <QJsonObject>

#include <utility>
#include <vector>

namespace ticker {

namespace {

const SocketIoEventName quotesEvent(QStringLiteral("quotes"));
/// The place of the instrument whose price the event "stock price update" tells.
constexpr int headline = 0;
const QString snapshotEvent = QStringLiteral("snapshot");
const QString heartbeatEventName = QStringLiteral("heartbeat");
const QString statusEvent = QStringLiteral("status");

OutgoingPacket encodeQuotes(const QByteArray &nsp, QuoteCache &cache, const TickContents &contents)
{
    return encodeEvent(nsp, quotesEvent, quotesObject(cache, contents),
                       contents.counts ? OutgoingPacket::Kind::Tick : OutgoingPacket::Kind::TickPart);
}

/// As answerEvent(), of what is made when it leaves.
void answerLater(SocketIoSocket &socket, const SocketIoAck &ack, const QString &event,
                 const std::function<SocketIoArguments()> &arguments,
                 OutgoingPacket::Kind kind = OutgoingPacket::Kind::Ordinary)
{
    if (ack.isWanted())
        ack.later(arguments, kind);
    else
        socket.emitLater(event, arguments, kind);
}

} // namespace

SocketIoQuotes::SocketIoQuotes(SocketIoNamespace &nsp, DeadlineQueue &deadlines, std::function<qint64()> wallTimeMs)
    : m_nsp(nsp),
      m_groups([name = nsp.name()](QuoteCache &cache,
                                   const TickContents &contents) { return encodeQuotes(name, cache, contents); },
               headline),
      m_books(nsp, deadlines), m_heartbeats(deadlines), m_wallTimeMs(std::move(wallTimeMs))
{
    nsp.on(QStringLiteral("subscribe"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        subscribe(socket, arguments, ack);
    });
    nsp.on(QStringLiteral("unsubscribe"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        unsubscribe(socket, arguments, ack);
    });
    nsp.on(heartbeatEventName, [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        startHeartbeat(socket, arguments, ack);
    });
    nsp.onDisconnection([this](SocketIoSocket &socket, DisconnectReason) { leave(socket); });
}

void SocketIoQuotes::setCache(QuoteCache &cache)
{
    const QuoteCache *old = std::exchange(m_cache, &cache);
    m_markets.next();
    std::vector<std::pair<SocketIoSocket *, SymbolSet>> sockets;
    for (SocketIoSocket *socket : m_subscribed) {
        QuoteSubscriber &subscriber = socket->subscriber();
        sockets.emplace_back(socket, m_missing.carryOver(subscriber, *old, cache));
        m_groups.subscribe(subscriber, {});
    }
    m_groups.setCache(&cache);
    for (const auto &[socket, symbols] : sockets) { // which may end, but lives on for a moment
        if (!m_subscribed.contains(socket))
            continue;
        m_groups.subscribe(socket->subscriber(), symbols);
        greetAnew(*socket, symbols);
    }
}

/// Once, however often the market has changed before the client could take it.
void SocketIoQuotes::greetAnew(SocketIoSocket &socket, const SymbolSet &symbols)
{
    using Kind = OutgoingPacket::Kind;
    const auto emitOfThisMarket = [this, &socket](const QString &event, const auto &make, Kind kind = Kind::Ordinary) {
        socket.emitLater(event, m_markets.ofThis(make), kind);
    };
    using Made = std::optional<SocketIoArguments>;
    const auto changed = [this]() -> Made {
        return SocketIoArguments().addJson(marketChangedObject(*m_cache, m_wallTimeMs()));
    };
    emitOfThisMarket(statusEvent, changed, Kind::MarketChange);
    emitOfThisMarket(snapshotEvent,
                     [snapshot = lateSnapshot(socket, symbols, symbols)]() -> Made { return snapshot(); });
    if (!m_missing.hasAny(socket.subscriber()))
        return;
    emitOfThisMarket(statusEvent, [this, reference = socket.reference()]() -> Made {
        const auto still = reference.lock();
        const QStringList missing = still ? m_missing.of((*still)->subscriber()) : QStringList();
        if (missing.isEmpty()) // it has left them meanwhile
            return std::nullopt;
        return SocketIoArguments().addJson(goneStatusObject(*m_cache, missing, m_wallTimeMs()));
    });
}

void SocketIoQuotes::collectTick()
{
    m_groups.collect();
    m_books.collectTick();
}

void SocketIoQuotes::sendTicks()
{
    m_groups.flush();
    m_books.sendTicks();
}

void SocketIoQuotes::tellMarketState()
{
    const OutgoingPacket packet = m_markets.state(
        [this] { return encodeEvent(m_nsp.name(), statusEvent, marketStatusObject(*m_cache, m_wallTimeMs())); });
    const std::vector<SocketIoSocket *> all(m_subscribed.begin(), m_subscribed.end());
    const bool isLast = m_cache->state().kind == MarketState::Kind::Ended;
    for (SocketIoSocket *socket : all) { // which may end, but lives on for a moment
        if (isLast && m_subscribed.contains(socket))
            socket->subscriber().releaseTicks();
        if (m_subscribed.contains(socket))
            socket->sendEncoded(packet);
    }
}

OutgoingPacket SocketIoQuotes::tradingStatus(const SymbolSet &symbols, bool halted) const
{
    return encodeEvent(m_nsp.name(), statusEvent, tradingStatusObject(*m_cache, symbols, halted, m_wallTimeMs()));
}

void SocketIoQuotes::tellTrading(const TradingChange &change)
{
    const auto tell = [this](const SymbolSet &about, bool halted) {
        m_groups.tell(about, [this, halted](const SymbolSet &wanted) {
            return m_markets.trading(*m_cache, wanted, halted, [this](const SymbolSet &symbols, bool areHalted) {
                return tradingStatus(symbols, areHalted);
            });
        });
    };
    tell(change.halted, true);
    tell(change.resumed, false);
}

void SocketIoQuotes::subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto choice = decodeSymbolChoice(arguments.value(0));
    if (!choice)
        return refuseEvent(socket, ack, choice.error());
    const auto named = resolveSymbols(*choice, *m_cache);
    if (!named)
        return refuseEvent(socket, ack, named.error());
    const auto maxRate = decodeMaxRate(arguments.value(1).toObject().value(QStringLiteral("max_rate")),
                                       FeedClient::maxRates);
    if (!maxRate)
        return refuseEvent(socket, ack, maxRate.error());
    const auto names = decodeFieldNames(arguments.value(1).toObject().value(QStringLiteral("fields")));
    if (!names)
        return refuseEvent(socket, ack, names.error());
    const auto fields = QuoteFields::fromNames(names->value_or(QStringList()));
    if (!fields)
        return refuseEvent(socket, ack, fields.error());
    QuoteSubscriber &subscriber = socket.subscriber();
    if (*names)
        subscriber.setFields(*fields);
    if (*maxRate)
        subscriber.setMaxRate(**maxRate);
    if (socket.reference().expired()) // what was held back for it was too much
        return;
    SymbolSet symbols = subscriber.symbols();
    const auto after = m_groups.lastSent(subscriber);
    symbols |= *named;
    subscriber.setWantsAll(subscriber.wantsAll() || choice->all);
    change(socket, symbols);
    answerLater(socket, ack, snapshotEvent, lateSnapshot(socket, symbols, *named, after));
}

/// An answer, of the market that is played when it leaves.
std::function<SocketIoArguments()> SocketIoQuotes::lateSnapshot(SocketIoSocket &socket, const SymbolSet &subscribed,
                                                                const SymbolSet &shown, std::optional<quint64> after)
{
    const TickChain then{after, m_groups.sentUpTo(socket.subscriber())};
    return [this, reference = socket.reference(), subscribed, shown, then, fields = socket.subscriber().fields(),
            market = m_markets.now(), seq = m_cache->seq()] {
        if (market == m_markets.now())
            return SocketIoArguments().addJson(
                snapshotObject(*m_cache, subscribed, shown, chainNow(reference, then, seq), fields));
        // Prices follow with the snapshot behind the word of the change.
        return SocketIoArguments().addJson(snapshotObject(*m_cache, symbolsNow(reference), {}, {}));
    };
}

SymbolSet SocketIoQuotes::symbolsNow(const std::weak_ptr<SocketIoSocket *> &socket)
{
    const auto still = socket.lock();
    return still ? (*still)->subscriber().symbols() : SymbolSet();
}

/// Of a client that has left the namespace nothing is held.
TickChain SocketIoQuotes::chainNow(const std::weak_ptr<SocketIoSocket *> &socket, const TickChain &then,
                                   quint64 seq) const
{
    const auto still = socket.lock();
    return still ? m_groups.chainNow((*still)->subscriber(), then, seq) : then;
}

void SocketIoQuotes::unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    QuoteSubscriber &subscriber = socket.subscriber();
    const auto choice = decodeSymbolChoice(arguments.value(0));
    if (!choice)
        return refuseEvent(socket, ack, choice.error());
    const auto named = resolveSymbols(m_missing.others(subscriber, *choice), *m_cache);
    if (!named)
        return refuseEvent(socket, ack, named.error());
    SymbolSet symbols = subscriber.symbols();
    const auto after = m_groups.lastSent(subscriber);
    subscriber.setWantsAll(subscriber.wantsAll() && named->isEmpty());
    m_missing.leave(subscriber, *choice);
    symbols -= *named;
    change(socket, symbols);
    const TickChain then{after, m_groups.sentUpTo(subscriber)};
    answerLater(socket, ack, QStringLiteral("subscribed"),
                [this, reference = socket.reference(), symbols, then, market = m_markets.now(), seq = m_cache->seq()] {
                    return SocketIoArguments().addJson(
                        market == m_markets.now() ? subscribedObject(*m_cache, symbols, chainNow(reference, then, seq))
                                                  : subscribedObject(*m_cache, symbolsNow(reference), {}));
                });
}

/// The answer must not be dropped, and so says nothing of ticks, which may be moved behind it.
void SocketIoQuotes::startHeartbeat(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto every = decodeHeartbeat(arguments.value(0));
    if (!every)
        return refuseEvent(socket, ack, every.error());
    m_heartbeats.start(socket.subscriber(), *every, [this, &socket] { sendHeartbeat(socket); });
    const auto make = [this, symbols = socket.subscriber().symbols(), every = *every] {
        return SocketIoArguments().addJson(heartbeatObject(*m_cache, symbols, every, std::nullopt, m_wallTimeMs()));
    };
    answerLater(socket, ack, heartbeatEventName, make, OutgoingPacket::Kind::Answer);
}

/// Of what was sent before it; what waits to be merged is not among that.
void SocketIoQuotes::sendHeartbeat(SocketIoSocket &socket) const
{
    const QuoteSubscriber &subscriber = socket.subscriber();
    socket.sendEncoded(m_markets.state([this, symbols = subscriber.symbols(), every = m_heartbeats.periodOf(subscriber),
                                        last = m_groups.lastSent(subscriber)] {
        const QByteArray json = heartbeatObject(*m_cache, symbols, every, last, m_wallTimeMs());
        return encodeEvent(m_nsp.name(), heartbeatEventName, json, OutgoingPacket::Kind::Heartbeat);
    }));
}

void SocketIoQuotes::change(SocketIoSocket &socket, const SymbolSet &symbols)
{
    m_groups.subscribe(socket.subscriber(), symbols);
    if (symbols.isEmpty() && !m_missing.hasAny(socket.subscriber()))
        m_subscribed.erase(&socket);
    else
        m_subscribed.insert(&socket);
    socket.connection().note(Activity::Kind::Subscribed,
                             [&](Activity &line) { line.setSubscription(socket.subscriber().subscription()); });
}

void SocketIoQuotes::leave(SocketIoSocket &socket)
{
    if (const QuoteSubscriber *subscriber = socket.existingSubscriber())
        m_heartbeats.stop(*subscriber);
    m_books.leave(socket);
    if (m_subscribed.erase(&socket) == 0)
        return;
    m_groups.subscribe(socket.subscriber(), {});
    m_missing.forget(socket.subscriber());
}

} // namespace ticker
