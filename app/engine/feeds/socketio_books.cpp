// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/socketio_books.h"

#include "feeds/feed_client.h"
#include "feeds/socketio_answers.h"
#include "socketio/socketio_namespace.h"
#include "socketio/socketio_socket.h"

#include <QJsonObject>

namespace ticker {

namespace {

const SocketIoEventName bookEvent(QStringLiteral("book"));

OutgoingPacket encodeBooks(const QByteArray &nsp, const QByteArray &object)
{
    return encodeEvent(nsp, bookEvent, "{\"simulated\":true," + object.sliced(1), OutgoingPacket::Kind::Tick);
}

} // namespace

SocketIoBooks::SocketIoBooks(SocketIoNamespace &nsp, DeadlineQueue &deadlines)
    : m_nsp(nsp.name()),
      m_feed(deadlines, [name = nsp.name()](const QByteArray &object) { return encodeBooks(name, object); })
{
    nsp.on(QStringLiteral("subscribe book"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        subscribe(socket, arguments, ack);
    });
    nsp.on(QStringLiteral("unsubscribe book"), [this](SocketIoSocket &socket, const auto &arguments, const auto &ack) {
        unsubscribe(socket, arguments, ack);
    });
}

void SocketIoBooks::setMarket(LiveMarket &market)
{
    m_feed.setMarket(market, [this](QuoteSubscriber &client, const BookFeed::Answer &answer) {
        client.send(encodeEvent(m_nsp, bookEvent, answer));
    });
}

void SocketIoBooks::leave(SocketIoSocket &socket)
{
    if (socket.existingSubscriber())
        m_feed.leave(socket.subscriber());
}

void SocketIoBooks::subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto choice = decodeSymbolChoice(arguments.value(0));
    if (!choice)
        return refuseEvent(socket, ack, choice.error());
    const auto options = decodeBookOptions(arguments.value(1).toObject(), FeedClient::maxRates);
    if (!options)
        return refuseEvent(socket, ack, options.error());
    const auto answer = m_feed.subscribe(socket.subscriber(), *choice, *options);
    if (!answer)
        return refuseEvent(socket, ack, answer.error());
    answerEvent(socket, ack, QStringLiteral("book"), *answer);
}

void SocketIoBooks::unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack)
{
    const auto choice = decodeSymbolChoice(arguments.value(0));
    if (!choice)
        return refuseEvent(socket, ack, choice.error());
    const auto answer = m_feed.unsubscribe(socket.subscriber(), *choice);
    if (!answer)
        return refuseEvent(socket, ack, answer.error());
    answerEvent(socket, ack, QStringLiteral("subscribed"), *answer);
}

} // namespace ticker
