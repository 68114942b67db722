// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_door.h"

#include "deadline_driver.h"
#include "gate.h"
#include "memory_socket.h"
#include "tcp_websocket_channel.h"

#include <QCoreApplication>
#include <QWebSocket>

namespace ticker {

WebSocketDoor::WebSocketDoor(const Limits &limits, DeadlineDriver &deadlines, QObject *parent)
    : QObject(parent), m_limits(limits), m_deadlines(deadlines),
      m_server(QStringLiteral("TickerTray"), QWebSocketServer::NonSecureMode)
{
}

std::unique_ptr<WebSocketChannel> WebSocketDoor::open(UpgradeRequest upgrade)
{
    const QByteArray reply = handshakeReply(upgrade.head);
    if (!reply.startsWith("HTTP/1.1 101 "))
        return nullptr;
    return std::make_unique<TcpWebSocketChannel>(std::move(upgrade.stream), reply, std::move(upgrade.slot), m_limits,
                                                 m_deadlines);
}

/// QWebSocketServer performs the handshake with a socket in memory, as QHttpServer serves one: the client's own is never
/// QWebSocket's to read, to close or to keep buffers for.
QByteArray WebSocketDoor::handshakeReply(const QByteArray &head)
{
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
    return webSocket ? reply : QByteArray();
}

} // namespace ticker
