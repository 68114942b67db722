// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/websocket_handshaker.h"

#include "endpoints/tcp_websocket_channel.h"
#include "gate/connection_context.h"
#include "http/memory_socket.h"
#include "thread/deadline_driver.h"
#include "websocket_codec/websocket_handshake.h"

#include <QCoreApplication>
#include <QWebSocket>

namespace ticker {

namespace {

/// The key and the answer to it that RFC 6455, 1.3, gives as an example.
const QByteArray exampleKey = QByteArrayLiteral("dGhlIHNhbXBsZSBub25jZQ==");
const QByteArray exampleAccept = QByteArrayLiteral("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");

void removeFields(QByteArray *reply, const QByteArray &beginning)
{
    const QByteArray field = "\r\n" + beginning;
    for (qsizetype start = reply->indexOf(field); start >= 0; start = reply->indexOf(field, start))
        reply->remove(start, reply->indexOf("\r\n", start + field.size()) - start);
}

} // namespace

WebSocketHandshaker::WebSocketHandshaker(const Limits &limits, DeadlineDriver &deadlines, QObject *parent)
    : QObject(parent), m_limits(limits), m_deadlines(deadlines),
      m_server(QStringLiteral("TickerTray"), QWebSocketServer::NonSecureMode)
{
}

std::unique_ptr<WebSocketChannel> WebSocketHandshaker::open(TakenConnection upgrade, Greeting greeting)
{
    if (m_form.isEmpty())
        m_form = performHandshake();
    QByteArray reply = m_form;
    reply.replace(exampleAccept, acceptFor(upgrade.request.header("sec-websocket-key").trimmed()));
    auto channel = std::make_unique<TcpWebSocketChannel>(std::move(upgrade.stream), reply, std::move(upgrade.slot),
                                                         m_limits, m_deadlines);
    if (greeting == Greeting::AtOnce)
        channel->greet();
    return channel;
}

/// QWebSocketServer performs the handshake with a socket in memory, as QHttpServer serves one: the client's own is never
/// QWebSocket's to read, to close or to keep buffers for.
QByteArray WebSocketHandshaker::performHandshake()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + exampleKey + "\r\n\r\n";
    QByteArray reply;
    auto *memory = new MemorySocket;
    memory->setSink([&reply](QByteArrayView bytes) { reply += bytes; });
    memory->feed(head);
    m_server.handleConnection(memory);
    // It would wait in the event queue.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
    memory->setSink(nullptr); // the QWebSocket takes leave of its peer when it is destroyed
    memory->deleteLater();
    Q_ASSERT(webSocket && reply.startsWith("HTTP/1.1 101 ") && reply.contains(exampleAccept));
    // Those of CORS mean nothing to a WebSocket and would say that any origin is allowed.
    removeFields(&reply, "Access-Control-");
    removeFields(&reply, "Date:");
    return reply;
}

} // namespace ticker

#include "moc_websocket_handshaker.cpp"
