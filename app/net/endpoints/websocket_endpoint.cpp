// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/websocket_endpoint.h"

#include "endpoints/websocket_handshaker.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/request_redaction.h"
#include "transport/websocket_channel.h"
#include "websocket_codec/websocket_handshake.h"

namespace ticker {

namespace {

/// RFC 9110, 15.5.22, and 7.8: Upgrade is also named in Connection.
HttpReply upgradeRequiredReply()
{
    HttpReply reply = textReply(426, "This address accepts only WebSocket connections: use ws://, not http://.");
    reply.headers.append(HttpHeader("Upgrade", "websocket"));
    reply.headers.append(HttpHeader("Connection", "Upgrade"));
    return reply;
}

} // namespace

WebSocketEndpoint::WebSocketEndpoint(QByteArray path, QStringList subprotocols, WebSocketAcceptor acceptor,
                                     WebSocketHandshaker &handshaker)
    : UpgradeEndpoint(std::move(path)), m_subprotocols(std::move(subprotocols)), m_acceptor(std::move(acceptor)),
      m_handshaker(handshaker)
{
}

void WebSocketEndpoint::route(HttpRouter &router)
{
    router.route(QString::fromLatin1(path()), [](const std::shared_ptr<HttpExchange> &exchange) {
        if (exchange->isPreflight())
            exchange->replyToPreflight();
        else if (exchange->request().isRead())
            exchange->reply(upgradeRequiredReply());
        else
            exchange->reply(methodNotAllowedReply());
    });
}

/// What is wrong with a handshake is found behind this.
std::optional<HttpReply> WebSocketEndpoint::refuseUpgrade(const HttpRequest &, const PeerInfo &) const
{
    return std::nullopt;
}

void WebSocketEndpoint::acceptUpgrade(TakenConnection upgrade)
{
    PeerInfo peer = upgrade.peer;
    peer.head = redactedHead(upgrade.request);
    QStringList unknown = *offeredSubprotocols(upgrade.request);
    unknown.removeIf([this](const QString &name) { return m_subprotocols.contains(name); });
    peer.unknownSubprotocols = unknown.join(QStringLiteral(", "));
    m_acceptor(peer,
               m_handshaker.open(std::move(upgrade), WebSocketHandshaker::Greeting::WithFirstFrame, m_subprotocols));
}

} // namespace ticker
