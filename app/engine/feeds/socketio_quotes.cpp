// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/socketio_quotes.h"

#include "feeds/feed_client.h"
#include "quotes/quote_cache.h"
#include "quotes/quote_message.h"
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
const QString snapshotEvent = QStringLiteral("snapshot");

OutgoingPacket encodeQuotes(const QByteArray &nsp, QuoteCache &cache, const SymbolSet &symbols, quint32 merged)
{
    const SocketIoPacket packet = makeEvent(nsp, quotesEvent,
                                            SocketIoArguments().addJson(quotesObject(cache, symbols, merged)));
    return OutgoingPacket({EngineIoPacket::Type::Message, false, encodeSocketIoPacket(packet)},
                          OutgoingPacket::Kind::Tick);
}

/// By the acknowledgement, or by an event of its own: never silence.
void answer(SocketIoSocket &socket, const SocketIoAck &ack, const QString &event, const QByteArray &json)
{
    const SocketIoArguments arguments = SocketIoArguments().addJson(json);
    if (ack.isWanted())
        ack(arguments);
    else
        socket.emitEvent(event, arguments);
}

void refuse(SocketIoSocket &socket, const SocketIoAck &ack, const FeedError &error)
{
    socket.connection().noteRefused(feedErrorName(error.code), error.quote);
    answer(socket, ack, QStringLiteral("subscription error"), "{\"error\":" + encodeErrorObject(error) + '}');
}

Expected<SymbolSet, FeedError> symbolsOf(const SocketIoArguments &arguments, const QuoteCache &cache)
{
    const auto choice = decodeSymbolChoice(arguments.value(0));
    if (!choice)
        return choice.error();
    return resolveSymbols(*choice, cache);
}

} // namespace

SocketIoQuotes::SocketIoQuotes(SocketIoNamespace &nsp)
    : m_nsp(nsp), m_groups([name = nsp.name()](QuoteCache &cache, const SymbolSet &symbols, quint32 merged) {
          return encodeQuotes(name, cache, symbols, merged);
      })
{
    nsp.on(QStringLiteral("subscribe"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        subscribe(socket, arguments, ack);
    });
    nsp.on(QStringLiteral("unsubscribe"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        unsubscribe(socket, arguments, ack);
    });
    nsp.onDisconnection([this](SocketIoSocket &socket, DisconnectReason) { leave(socket); });
}

void SocketIoQuotes::setCache(QuoteCache &cache)
{
    const QuoteCache *old = std::exchange(m_cache, &cache);
    ++m_markets;
    std::vector<std::pair<SocketIoSocket *, SymbolSet>> sockets;
    for (SocketIoSocket *socket : m_subscribed) {
        QuoteSubscriber &subscriber = socket->subscriber();
        sockets.emplace_back(socket, translateSymbols(subscriber.symbols(), *old, cache));
        m_groups.subscribe(subscriber, {});
    }
    m_groups.setCache(&cache);
    for (const auto &[socket, symbols] : sockets) { // which may end, but lives on for a moment
        if (!m_subscribed.contains(socket))
            continue;
        m_groups.subscribe(socket->subscriber(), symbols);
        socket->emitLater(snapshotEvent, lateSnapshot(symbols, symbols));
    }
}

void SocketIoQuotes::subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto named = symbolsOf(arguments, *m_cache);
    if (!named)
        return refuse(socket, ack, named.error());
    const auto maxRate = decodeMaxRate(arguments.value(1).toObject().value(QStringLiteral("max_rate")),
                                       FeedClient::maxRates);
    if (!maxRate)
        return refuse(socket, ack, maxRate.error());
    QuoteSubscriber &subscriber = socket.subscriber();
    SymbolSet symbols = subscriber.symbols();
    symbols |= *named;
    change(socket, symbols);
    if (*maxRate)
        subscriber.setMaxRate(**maxRate); // which may end it
    if (ack.isWanted())
        ack.later(lateSnapshot(symbols, *named));
    else
        socket.emitLater(snapshotEvent, lateSnapshot(symbols, *named));
}

/// Of the market that is played when it leaves. If that is another one, the client is told of it behind this.
std::function<SocketIoArguments()> SocketIoQuotes::lateSnapshot(const SymbolSet &subscribed, const SymbolSet &shown)
{
    return [this, subscribed, shown, market = m_markets] {
        const bool isCurrent = market == m_markets;
        return SocketIoArguments().addJson(isCurrent ? snapshotObject(*m_cache, subscribed, shown)
                                                     : snapshotObject(*m_cache, {}, {}));
    };
}

void SocketIoQuotes::unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto named = symbolsOf(arguments, *m_cache);
    if (!named)
        return refuse(socket, ack, named.error());
    SymbolSet symbols = socket.subscriber().symbols();
    symbols -= *named;
    change(socket, symbols);
    answer(socket, ack, QStringLiteral("subscribed"), subscribedObject(*m_cache, symbols));
}

void SocketIoQuotes::change(SocketIoSocket &socket, const SymbolSet &symbols)
{
    m_groups.subscribe(socket.subscriber(), symbols);
    if (symbols.isEmpty())
        m_subscribed.erase(&socket);
    else
        m_subscribed.insert(&socket);
    socket.connection().note(Activity::Kind::Subscribed,
                             [&](Activity &line) { line.setSubscription(socket.subscriber().subscription()); });
}

void SocketIoQuotes::leave(SocketIoSocket &socket)
{
    if (m_subscribed.erase(&socket) > 0)
        m_groups.subscribe(socket.subscriber(), {});
}

} // namespace ticker
