// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "endpoints/event_stream_route.h"
#include "endpoints/websocket_endpoint.h"
#include "gate/access_policy.h"
#include "server_values/server_status.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace ticker {

class ByteBudget;
class DeadlineDriver;
class EngineIoServer;
class HttpRouter;
class LaneMeter;
struct Limits;
struct PeerInfo;

/// Hears of each request that the policy refused, and why.
using RefusalListener = std::function<void(const HttpRequest &, const PeerInfo &, const HttpError &)>;

/// One port for everything: the gate, a QHttpServer and a QWebSocketServer behind it. Listening starts when all that it
/// serves is there. Server thread; owned by whoever owns what it serves, and destroyed before that.
class HttpPort final
{
public:
    /// The limits and deadlines outlive it.
    HttpPort(const Limits &limits, DeadlineDriver &deadlines);
    /// Drops every connection.
    ~HttpPort();
    Q_DISABLE_COPY_MOVE(HttpPort)

    /// For routes of plain HTTP.
    [[nodiscard]] HttpRouter &router();
    /// Serves Engine.IO at a path, which ends with a slash, by polling and by WebSocket.
    void serveEngineIo(const QByteArray &path, EngineIoServer &server);
    /// Serves WebSockets at a path, and nothing by plain HTTP.
    void serveWebSocket(const QByteArray &path, const QStringList &subprotocols, WebSocketAcceptor acceptor);
    /// Serves server-sent events (WHATWG HTML 9.2) at exactly this path, to each GET that the guard lets pass: the
    /// bytes given to the channel are whole events. A HEAD gets the head of the reply only.
    void serveEventStream(const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor);
    /// A person should read this: what was refused, to whom, and how to allow it.
    void onRefused(RefusalListener listener);

    /// Listens on an address, as listenOn() says, and not any more where it did before; port 0 is any free one. Who may
    /// connect is asked for when the port is known. Nothing: it listens. Otherwise it listens where it did before, unless
    /// somebody took that port in the moment in which it had to be free.
    [[nodiscard]] std::optional<ServerError> listen(const QString &address, quint16 port,
                                                    const std::function<AccessPolicy::Rules(quint16)> &rules);
    [[nodiscard]] bool isListening() const;
    /// Only while it listens.
    [[nodiscard]] quint16 port() const;
    /// From the next request on.
    void setRules(AccessPolicy::Rules rules);
    /// From the next connection on; what it was made with must have changed in the same way.
    void setLimits(const Limits &limits);

    /// Where it is counted what is kept for clients. Before there are any; outlives them.
    void setByteBudget(ByteBudget *budget);

    /// Takes no connection any more.
    void stopListening();
    /// Takes no request any more, and closes what is idle.
    void finishRequests();
    /// Connections of any kind, WebSockets and streams of events included.
    [[nodiscard]] int openConnections() const;
    /// What went over requests that named a lane.
    [[nodiscard]] const LaneMeter &lanes() const;

private:
    struct Private;

    [[nodiscard]] std::optional<ServerError> listenOnTheSamePort(const QString &address);

    std::unique_ptr<Private> d;
};

} // namespace ticker
