// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWebSocketServer>

#include <memory>

namespace ticker {

class DeadlineDriver;
struct Limits;
struct TakenConnection;
class WebSocketChannel;

/// QWebSocketServer without a port of its own, for connections that passed the gate. It performs the opening handshake
/// once; what it answers is the form of every reply, in which a client finds the answer to its own key. To have it perform
/// each took more than all the rest of a connection together. Server thread; owned by the port.
class WebSocketHandshaker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WebSocketHandshaker)

public:
    WebSocketHandshaker(const Limits &limits, DeadlineDriver &deadlines, QObject *parent = nullptr);

    /// When the reply to the handshake leaves.
    enum class Greeting : quint8 {
        AtOnce,
        WithFirstFrame, ///< Which is sent before anything else happens.
    };

    /// Opens a WebSocket on the spot. The request is one that refuseHandshake() lets pass. Never null.
    std::unique_ptr<WebSocketChannel> open(TakenConnection upgrade, Greeting greeting);

private:
    [[nodiscard]] QByteArray performHandshake();

    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    QWebSocketServer m_server;
    QByteArray m_form; ///< Its reply to the example's key; empty before the first client.
};

} // namespace ticker
