// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/upgrade_endpoint.h"

#include <QStringList>

#include <functional>

namespace ticker {

class WebSocketChannel;
class WebSocketHandshaker;

/// Takes a WebSocket that is open, and sends a first frame at once: the reply to the handshake leaves with it.
using WebSocketAcceptor = std::function<void(const PeerInfo &, std::unique_ptr<WebSocketChannel>)>;

/// A path at which there are WebSockets and nothing else. Server thread; owned by the port, which the handshaker outlives.
class WebSocketEndpoint final : public UpgradeEndpoint
{
public:
    /// The subprotocols that are spoken there.
    WebSocketEndpoint(QByteArray path, QStringList subprotocols, WebSocketAcceptor acceptor,
                      WebSocketHandshaker &handshaker);

    /// Plain HTTP is answered 426, that an upgrade is required.
    void route(HttpRouter &router) override;
    [[nodiscard]] std::optional<HttpReply> refuseUpgrade(const HttpRequest &request,
                                                         const PeerInfo &peer) const override;
    void acceptUpgrade(TakenConnection upgrade) override;

private:
    QStringList m_subprotocols;
    WebSocketAcceptor m_acceptor;
    WebSocketHandshaker &m_handshaker;
};

} // namespace ticker
