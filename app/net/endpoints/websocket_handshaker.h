// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWebSocketServer>

#include <memory>

namespace ticker {

class DeadlineDriver;
struct HttpRequest;
struct Limits;
struct TakenConnection;
class WebSocketChannel;

/// QWebSocketServer without a port of its own, which performs the opening handshake of every connection that passed the
/// gate: it answers the key, chooses the subprotocol and looks at the origin. Server thread; owned by the port.
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

    /// Opens a WebSocket on the spot. The request is one that refuseHandshake() lets pass. Of the subprotocols that are
    /// spoken there the client gets the first one that it offers. Never null.
    std::unique_ptr<WebSocketChannel> open(TakenConnection upgrade, Greeting greeting, const QStringList &subprotocols);

private:
    [[nodiscard]] QByteArray performHandshake(const HttpRequest &request, const QStringList &subprotocols);
    void judgeOrigin(QWebSocketCorsAuthenticator *authenticator) const;

    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    QWebSocketServer m_server;
    QString m_allowedOrigin; ///< Of the client whose handshake is being performed.
};

} // namespace ticker
