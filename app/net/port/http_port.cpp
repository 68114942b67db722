// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/http_port.h"

#include "endpoints/engineio_endpoint.h"
#include "endpoints/event_stream_route.h"
#include "gate/listener.h"
#include "gate/connection_context.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "polling/pending_body.h"
#include "port/port_owner.h"
#include "port/port_listener.h"
#include "http_codec/reply_headers.h"
#include "transport/websocket_channel.h"
#include "endpoints/websocket_handshaker.h"
#include "endpoints/websocket_endpoint.h"

#include <vector>

namespace ticker {

namespace {

/// Says who has the port that is taken, where that can be found.
ServerError withHolder(ServerError error, quint16 port)
{
    if (error.code != ServerError::Code::PortInUse)
        return error;
    if (const auto owner = findPortOwner(port))
        error.why = LocalizedText::tr("%1 (process %2) uses this port").arg(owner->program).arg(owner->process);
    return error;
}

} // namespace

struct HttpPort::Private final
{
    Private(const Limits &limits, DeadlineDriver &deadlines) : handshaker(limits, deadlines) { }

    [[nodiscard]] UpgradeEndpoint *endpointAt(const QByteArray &path) const
    {
        for (const auto &endpoint : endpoints) {
            if (endpoint->path() == path)
                return endpoint.get();
        }
        return nullptr;
    }
    void serve(std::unique_ptr<UpgradeEndpoint> endpoint)
    {
        endpoint->route(router);
        endpoints.push_back(std::move(endpoint));
    }
    /// In place of those that there were.
    void use(const Listeners &listening, const QString &at)
    {
        for (Listener *listener : std::as_const(listeners))
            listener->retire();
        listeners = listening.listeners;
        address = at;
        port = listening.port;
        context.listener = listeners.value(0);
        for (Listener *listener : std::as_const(listeners))
            router.bind(listener);
    }
    [[nodiscard]] QByteArray paths() const
    {
        QByteArrayList all;
        for (const auto &endpoint : endpoints)
            all.append(endpoint->path());
        return all.join(", ");
    }

    ConnectionContext context;
    WebSocketHandshaker handshaker;
    std::vector<std::unique_ptr<UpgradeEndpoint>> endpoints;
    /// Last, and so the first to go: its connections use everything above.
    HttpRouter router;
    QList<Listener *> listeners; ///< Owned by the router.
    QString address;             ///< As it was asked for.
    quint16 port = 0;
};

HttpPort::HttpPort(const Limits &limits, DeadlineDriver &deadlines) : d(std::make_unique<Private>(limits, deadlines))
{
    d->context.limits = limits;
    d->context.deadlines = &deadlines;
    d->context.router = &d->router;
    d->context.refused = [](const HttpRequest &, const PeerInfo &, const HttpError &) {};
    d->router.setFallback([](const std::shared_ptr<HttpExchange> &exchange) { exchange->reply({404, {}, {}, {}}); });
    d->context.refuseUpgrade = [this](const HttpRequest &request, const PeerInfo &peer) -> std::optional<HttpReply> {
        if (const UpgradeEndpoint *endpoint = d->endpointAt(request.path))
            return endpoint->refuseUpgrade(request, peer);
        return textReply(404, "No WebSocket endpoint at this address. WebSocket endpoints: " + d->paths());
    };
    d->context.acceptUpgrade = [this](TakenConnection upgrade) {
        UpgradeEndpoint *endpoint = d->endpointAt(upgrade.request.path);
        Q_ASSERT(endpoint); // or the upgrade would have been refused
        endpoint->acceptUpgrade(std::move(upgrade));
    };
    d->context.corsRule = [this](const HttpRequest &request) {
        if (!d->context.policy.allowsAnyOrigin())
            return CorsRule::AllowedOrigins;
        return d->endpointAt(request.path) ? CorsRule::AnyOrigin : CorsRule::None;
    };
    d->context.bodyTooLarge = [this](const HttpRequest &head) -> HttpReply {
        const UpgradeEndpoint *endpoint = d->endpointAt(head.path);
        const std::optional<HttpReply> reply = endpoint ? endpoint->bodyTooLarge() : std::nullopt;
        return reply ? *reply : textReply(413, "The request body is too large.");
    };
    d->context.expectBody = [this](const HttpRequest &head,
                                   const PeerInfo &peer) -> Expected<std::unique_ptr<PendingBody>, HttpReply> {
        UpgradeEndpoint *endpoint = d->endpointAt(head.path);
        return endpoint ? endpoint->expectBody(head, peer) : std::unique_ptr<PendingBody>();
    };
}

HttpPort::~HttpPort() = default;

HttpRouter &HttpPort::router()
{
    return d->router;
}

void HttpPort::serveEngineIo(const QByteArray &path, EngineIoServer &server)
{
    Q_ASSERT(path.startsWith('/') && path.endsWith('/'));
    d->serve(std::make_unique<EngineIoEndpoint>(path, server, d->handshaker));
}

void HttpPort::serveWebSocket(const QByteArray &path, WebSocketAcceptor acceptor)
{
    Q_ASSERT(path.startsWith('/'));
    d->serve(std::make_unique<WebSocketEndpoint>(path, std::move(acceptor), d->handshaker));
}

void HttpPort::serveEventStream(const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor)
{
    Q_ASSERT(path.startsWith('/'));
    routeEventStream(d->router, path, std::move(refuse), std::move(acceptor), *d->context.deadlines);
}

void HttpPort::onRefused(RefusalListener listener)
{
    d->context.refused = std::move(listener);
}

std::optional<ServerError> HttpPort::listen(const QString &address, quint16 port,
                                            const std::function<AccessPolicy::Rules(quint16)> &rules)
{
    auto result = listenOn(address, port, d->context);
    if (const auto *error = std::get_if<ServerError>(&result)) {
        // Perhaps it is we who have it: one address of a port is not free while all of them are listened on.
        const bool isOwn = isListening() && port == d->port && error->code == ServerError::Code::PortInUse;
        auto problem = isOwn ? listenOnTheSamePort(address) : *error;
        if (problem)
            return withHolder(std::move(*problem), port);
    } else {
        d->use(std::get<Listeners>(result), address);
    }
    d->context.policy = AccessPolicy(rules(d->port));
    return std::nullopt;
}

std::optional<ServerError> HttpPort::listenOnTheSamePort(const QString &address)
{
    for (Listener *listener : std::as_const(d->listeners))
        listener->stopListening();
    auto result = listenOn(address, d->port, d->context);
    if (const auto *listening = std::get_if<Listeners>(&result)) {
        d->use(*listening, address);
        return std::nullopt;
    }
    auto again = listenOn(d->address, d->port, d->context);
    const auto *listening = std::get_if<Listeners>(&again);
    d->use(listening ? *listening : Listeners(), d->address);
    return std::get<ServerError>(result);
}

void HttpPort::setRules(AccessPolicy::Rules rules)
{
    d->context.policy = AccessPolicy(std::move(rules));
}

void HttpPort::setLimits(const Limits &limits)
{
    d->context.limits = limits;
}

bool HttpPort::isListening() const
{
    return !d->listeners.isEmpty();
}

quint16 HttpPort::port() const
{
    return d->port;
}

void HttpPort::stopListening()
{
    for (Listener *listener : std::as_const(d->listeners))
        listener->stopListening();
}

void HttpPort::finishRequests()
{
    d->context.closing = true;
    for (Listener *listener : std::as_const(d->listeners))
        listener->closeIdleConnections();
}

int HttpPort::openConnections() const
{
    return d->context.connections->open;
}

const LaneMeter &HttpPort::lanes() const
{
    return d->context.lanes;
}

} // namespace ticker
