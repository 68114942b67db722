// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "port/http_port.h"

#include "endpoints/engineio_endpoint.h"
#include "endpoints/websocket_handshaker.h"
#include "gate/connection_context.h"
#include "gate/listener.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/reply_headers.h"
#include "port/port_listener.h"
#include "port/port_owner.h"
#include "transport/websocket_channel.h"

namespace ticker {

namespace {

/// Says who has the port that is taken, where that can be found.
ServerError withOwner(ServerError error, quint16 port)
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

    void serve(std::unique_ptr<UpgradeEndpoint> endpoint) { context.endpoints.add(std::move(endpoint)).route(router); }
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
    ConnectionContext context;
    WebSocketHandshaker handshaker;
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

void HttpPort::serveWebSocket(const QByteArray &path, const QStringList &subprotocols, WebSocketAcceptor acceptor)
{
    Q_ASSERT(path.startsWith('/'));
    d->serve(std::make_unique<WebSocketEndpoint>(path, subprotocols, std::move(acceptor), d->handshaker));
}

void HttpPort::serveEventStream(const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor)
{
    Q_ASSERT(path.startsWith('/'));
    d->context.endpoints.addStream(path);
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
            return withOwner(std::move(*problem), port);
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

void HttpPort::setByteBudget(ByteBudget *budget)
{
    d->context.budget = budget;
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
    return d->context.connections->open.count();
}

const LaneMeter &HttpPort::lanes() const
{
    return d->context.lanes;
}

} // namespace ticker
