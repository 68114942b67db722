// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebSocketServer>

#include <memory>

namespace ticker {

class DeadlineDriver;
struct Limits;
struct UpgradeRequest;
class WebSocketChannel;

/// QWebSocketServer without a port of its own: writes the 101 for sockets that passed the gate. Server thread; owned
/// by the port.
class WebSocketDoor final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketDoor)

public:
    WebSocketDoor(const Limits &limits, DeadlineDriver &deadlines, QObject *parent = nullptr);

    /// When the reply to the handshake leaves.
    enum class Greeting : quint8 {
        AtOnce,
        WithFirstFrame, ///< Which is sent before anything else happens.
    };

    /// Performs the opening handshake on the spot. Null when QWebSocketServer refused it; the connection is then closed.
    std::unique_ptr<WebSocketChannel> open(UpgradeRequest upgrade, Greeting greeting);

private:
    [[nodiscard]] QByteArray handshakeReply(const QByteArray &key);

    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    QWebSocketServer m_server;
};

} // namespace ticker
