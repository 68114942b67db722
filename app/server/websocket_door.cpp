// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_door.h"

#include "deadline_driver.h"
#include "gate.h"
#include "qt_websocket_channel.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>

namespace ticker {

namespace {

/// Puts bytes back in front of whatever the socket has.
void unread(QTcpSocket &socket, const QByteArray &bytes)
{
    for (auto byte = bytes.crbegin(); byte != bytes.crend(); ++byte)
        socket.ungetChar(*byte);
}

} // namespace

WebSocketDoor::WebSocketDoor(const Limits &limits, DeadlineDriver &deadlines, QObject *parent)
    : QObject(parent), m_limits(limits), m_deadlines(deadlines),
      m_server(QStringLiteral("TickerTray"), QWebSocketServer::NonSecureMode)
{
}

std::unique_ptr<WebSocketChannel> WebSocketDoor::open(UpgradeRequest upgrade)
{
    QTcpSocket *socket = upgrade.socket;
    // QWebSocket parses what lies behind the head in its constructor, before anyone can listen, and so loses it.
    QByteArray head = socket->readAll();
    const QByteArray behind = head.mid(upgrade.headBytes);
    head.truncate(upgrade.headBytes);
    unread(*socket, head);
    // Zero is no limit: the message limits below are what bounds a WebSocket's input.
    socket->setReadBufferSize(0);

    m_server.handleConnection(socket);
    // The handshake waits in the event queue, where more data could get in between; it runs now instead. So the
    // QWebSocket that comes out of it is known to be this socket's.
    QCoreApplication::sendPostedEvents(&m_server, QEvent::MetaCall);
    std::unique_ptr<QWebSocket> webSocket(m_server.nextPendingConnection());
    if (!webSocket) {
        socket->abort();
        socket->deleteLater();
        return nullptr;
    }
    auto channel = std::make_unique<QtWebSocketChannel>(std::move(webSocket), *socket, std::move(upgrade.slot),
                                                        m_limits, m_deadlines);
    if (!behind.isEmpty()) {
        unread(*socket, behind);
        QMetaObject::invokeMethod(socket, &QIODevice::readyRead, Qt::QueuedConnection);
    }
    return channel;
}

} // namespace ticker
