// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_routes.h"

#include "http_exchange.h"
#include "http_gateway.h"
#include "poll_exchange.h"
#include "reply_headers.h"
#include "socketio_server.h"
#include "static_site.h"
#include "websocket_channel.h"
#include "websocket_door.h"

namespace ticker {

namespace {

const QByteArray socketIoPath = QByteArrayLiteral("/socket.io/");

/// A polling request as the engine parks and answers it.
class HttpPollExchange final : public PollExchange
{
public:
    explicit HttpPollExchange(std::shared_ptr<HttpExchange> exchange) : m_exchange(std::move(exchange)) { }

    void reply(int status, const QByteArray &contentType, const QByteArray &body) override
    {
        m_exchange->reply({status, contentType, body, {}});
    }

    void onAbandoned(std::function<void()> callback) override { m_exchange->onAbandoned(std::move(callback)); }

private:
    std::shared_ptr<HttpExchange> m_exchange;
};

EngineIoRequest toEngineIo(const HttpRequest &request, const PeerInfo &peer)
{
    return {request.method, request.query, request.header("content-type"), request.body, peer};
}

} // namespace

void routeSocketIo(HttpGateway &gateway, SocketIoServer &socketIo)
{
    gateway.route(QString::fromLatin1(socketIoPath), [&socketIo](const std::shared_ptr<HttpExchange> &exchange) {
        if (isPreflight(exchange->request()))
            return exchange->reply(preflightReply(exchange->request()));
        socketIo.engineIo().handlePoll(toEngineIo(exchange->request(), exchange->peer()),
                                       std::make_shared<HttpPollExchange>(exchange));
    });
    gateway.route(QString::fromLatin1(socketIoPath + "<arg>"), [](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(StaticSite::serveClientLibrary(exchange->request()));
    });
}

std::optional<HttpReply> refuseSocketIoUpgrade(SocketIoServer &socketIo, const HttpRequest &request,
                                               const PeerInfo &peer)
{
    if (request.path != socketIoPath)
        return textReply(404, "There is no WebSocket at this address. Socket.IO clients connect to /socket.io/.");
    const auto refusal = socketIo.engineIo().refuseUpgrade(toEngineIo(request, peer));
    if (!refusal)
        return std::nullopt;
    return HttpReply{refusal->status, refusal->contentType, refusal->body, {}};
}

void acceptSocketIoUpgrade(SocketIoServer &socketIo, WebSocketDoor &door, UpgradeRequest upgrade)
{
    const EngineIoRequest request = toEngineIo(upgrade.request, upgrade.peer);
    if (auto channel = door.open(std::move(upgrade)))
        socketIo.engineIo().acceptWebSocket(request, std::move(channel));
}

} // namespace ticker
