// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/engineio_endpoint.h"

#include "endpoints/websocket_handshaker.h"
#include "engineio/engineio_server.h"
#include "engineio_codec/engineio_query.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/reply_headers.h"
#include "http_codec/request_redaction.h"
#include "polling/poll_exchange.h"
#include "transport/websocket_channel.h"
#include "websocket_codec/websocket_handshake.h"

namespace ticker {

namespace {

constexpr int methodNotAllowed = 405;
constexpr int serviceUnavailable = 503;

/// A polling request as the engine parks and answers it.
class HttpPollExchange final : public PollExchange
{
public:
    explicit HttpPollExchange(std::shared_ptr<HttpExchange> exchange) : m_exchange(std::move(exchange)) { }

    void reply(int status, const QByteArray &contentType, const QByteArray &body) override
    {
        HttpReply reply{status, contentType, body, {}};
        // A reply to a script element is there to be read by pages of other origins.
        if (contentType.startsWith("text/javascript"))
            reply.headers.append(HttpHeader("Cross-Origin-Resource-Policy", "cross-origin"));
        if (status == methodNotAllowed)
            reply.headers.append(HttpHeader("Allow", "GET, POST"));
        if (status == serviceUnavailable)
            reply.headers.append(retryAfter());
        m_exchange->reply(std::move(reply));
    }

    void onAbandoned(std::function<void()> callback) override { m_exchange->onAbandoned(std::move(callback)); }

private:
    std::shared_ptr<HttpExchange> m_exchange;
};

EngineIoRequest toEngineIo(const HttpRequest &request, const PeerInfo &peer)
{
    EngineIoRequest converted{request.method, request.query, request.header("content-type"), request.body, peer};
    if (!request.query.contains("sid=")) // it may become a session
        converted.peer.head = redactedHead(request);
    return converted;
}

HttpReply toReply(const EngineIoRefusal &refusal)
{
    HttpReply reply{refusal.status, refusal.contentType, refusal.body, {}};
    if (refusal.status == serviceUnavailable)
        reply.headers.append(retryAfter());
    return reply;
}

} // namespace

EngineIoEndpoint::EngineIoEndpoint(QByteArray path, EngineIoServer &server, WebSocketHandshaker &handshaker)
    : UpgradeEndpoint(std::move(path)), m_server(server), m_handshaker(handshaker)
{
}

void EngineIoEndpoint::route(HttpRouter &router)
{
    router.route(QString::fromLatin1(path()), [this](const std::shared_ptr<HttpExchange> &exchange) {
        // The gate has judged the path as it is written, and QHttpServer takes it in other letters, too.
        if (exchange->request().path != path())
            return exchange->reply({404, {}, {}, {}});
        if (exchange->isPreflight())
            return exchange->replyToPreflight();
        m_server.handlePoll(toEngineIo(exchange->request(), exchange->peer()),
                            std::make_shared<HttpPollExchange>(exchange));
    });
}

std::optional<HttpReply> EngineIoEndpoint::refuseUpgrade(const HttpRequest &request, const PeerInfo &peer) const
{
    if (const auto refusal = m_server.refuseUpgrade(toEngineIo(request, peer)))
        return toReply(*refusal);
    return std::nullopt;
}

void EngineIoEndpoint::acceptUpgrade(TakenConnection upgrade)
{
    const EngineIoRequest request = toEngineIo(upgrade.request, upgrade.peer);
    // A client without a session gets its open packet, or a close frame, at once; one with a session speaks first.
    const bool hasSession = !parseEngineIoQuery(request.query).sid.isEmpty();
    const auto greeting = hasSession ? WebSocketHandshaker::Greeting::AtOnce
                                     : WebSocketHandshaker::Greeting::WithFirstFrame;
    // As npm's ws, which takes the one that the client prefers: Engine.IO gives none of them a meaning.
    const QStringList preferred = offeredSubprotocols(upgrade.request)->mid(0, 1);
    m_server.acceptWebSocket(request, m_handshaker.open(std::move(upgrade), greeting, preferred));
}

Expected<std::unique_ptr<PendingBody>, HttpReply> EngineIoEndpoint::expectBody(const HttpRequest &head,
                                                                               const PeerInfo &peer)
{
    auto body = m_server.expectBody(toEngineIo(head, peer));
    if (!body)
        return toReply(body.error());
    return body.takeValue();
}

} // namespace ticker
