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
#include <QWebSocketCorsAuthenticator>

namespace ticker {

namespace {

void removeFields(QByteArray *reply, const QByteArray &beginning)
{
    const QByteArray field = "\r\n" + beginning;
    for (qsizetype start = reply->indexOf(field); start >= 0; start = reply->indexOf(field, start))
        reply->remove(start, reply->indexOf("\r\n", start + field.size()) - start);
}

/// What QWebSocketServer has to know of a request, all of which refuseHandshake() has looked at.
QByteArray handshakeOf(const HttpRequest &request, const QStringList &subprotocols)
{
    QByteArray head = "GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
        + request.header("sec-websocket-key").trimmed() + "\r\n";
    if (request.headerCount("origin") > 0)
        head += "Origin: " + request.header("origin") + "\r\n";
    if (!subprotocols.isEmpty())
        head += "Sec-WebSocket-Protocol: " + subprotocols.join(QStringLiteral(", ")).toLatin1() + "\r\n";
    return head + "\r\n";
}

} // namespace

WebSocketHandshaker::WebSocketHandshaker(const Limits &limits, DeadlineDriver &deadlines, QObject *parent)
    : QObject(parent), m_limits(limits), m_deadlines(deadlines),
      m_server(QStringLiteral("TickerTray"), QWebSocketServer::NonSecureMode)
{
    connect(&m_server, &QWebSocketServer::originAuthenticationRequired, this, &WebSocketHandshaker::judgeOrigin);
}

std::unique_ptr<WebSocketChannel> WebSocketHandshaker::open(TakenConnection upgrade, Greeting greeting,
                                                            const QStringList &subprotocols)
{
    const QByteArray reply = performHandshake(upgrade.request, subprotocols);
    auto channel = std::make_unique<TcpWebSocketChannel>(std::move(upgrade.stream), reply, std::move(upgrade.slot),
                                                         m_limits, m_deadlines);
    if (greeting == Greeting::AtOnce)
        channel->greet();
    return channel;
}

/// With a socket in memory, as QHttpServer serves one: the client's own is never QWebSocket's to read, to close or to keep
/// buffers for.
QByteArray WebSocketHandshaker::performHandshake(const HttpRequest &request, const QStringList &subprotocols)
{
    m_allowedOrigin = QString::fromUtf8(request.header("origin"));
    m_server.setSupportedSubprotocols(subprotocols);
    QByteArray reply;
    // Gone at once, behind the QWebSocket that uses it: later it would leave a hole between what clients keep.
    const auto memory = std::make_unique<MemorySocket>();
    memory->setSink([&reply](QByteArrayView bytes) { reply += bytes; });
    memory->feed(handshakeOf(request, *offeredSubprotocols(request)));
    m_server.handleConnection(memory.get());
    // It would wait in the event queue.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    const std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
    memory->setSink(nullptr); // the QWebSocket takes leave of its peer when it is destroyed
    Q_ASSERT(webSocket && reply.startsWith("HTTP/1.1 101 "));
    // Those of CORS mean nothing to a WebSocket and would say that any origin is allowed.
    removeFields(&reply, "Access-Control-");
    removeFields(&reply, "Date:");
    return reply;
}

/// The gate has judged it, by rules of its own; so no other one gets here.
void WebSocketHandshaker::judgeOrigin(QWebSocketCorsAuthenticator *authenticator) const
{
    authenticator->setAllowed(authenticator->origin() == m_allowedOrigin);
}

} // namespace ticker

#include "moc_websocket_handshaker.cpp"
