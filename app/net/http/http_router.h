// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/reply_headers.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QTcpServer;

namespace ticker {

class HttpExchange;
struct TakenConnection;

/// What a connection answers by itself.
struct DirectAnswer final
{
    HttpReply reply;
    /// Who gets the connection instead of the reply's body, and the head, which has not been sent yet. Null: the reply
    /// is whole, and the connection goes on.
    std::function<void(TakenConnection, const QByteArray &head)> takeOver;
};

/// QHttpServer behind the gate: it routes, and it writes the replies. This file and its .cpp are the only ones that
/// name its types or know how its versions differ. Server thread; owns the QHttpServer.
class HttpRouter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpRouter)

public:
    /// Answers the exchange at once or keeps it and answers later.
    using Handler = std::function<void(const std::shared_ptr<HttpExchange> &)>;

    using DirectHandler = std::function<HttpReply(const HttpRequest &)>;
    using TakeOverHandler = std::function<DirectAnswer(const HttpRequest &)>;

    explicit HttpRouter(QObject *parent = nullptr);
    ~HttpRouter() override;

    /// Requests for exactly this path, or with "<arg>" at the end for any last segment. Of any method.
    void route(const QString &pathPattern, Handler handler);
    /// GET and HEAD of exactly this path, for small replies that are there at once: the connection sends them by
    /// itself, in the bytes that QHttpServer would have written, which takes half the time. The same path in other
    /// letters (percent-encoded) goes the long way. Other methods are answered 405, preflights as everywhere.
    void routeDirect(const QByteArray &path, DirectHandler handler);
    /// GET and HEAD of exactly this path in exactly these letters, for replies that never end: see DirectAnswer. The
    /// rest as with routeDirect().
    void routeTakeOver(const QByteArray &path, const TakeOverHandler &handler);
    /// The path without the slash at its end if that is what leads to a route; otherwise as it is.
    [[nodiscard]] QByteArray routedPath(const QByteArray &path) const;
    /// The answer of such a route, nothing for any other path.
    [[nodiscard]] std::optional<DirectAnswer> answerDirectly(const HttpRequest &request, CorsRule cors) const;
    /// Requests that no route takes.
    void setFallback(Handler handler);

    /// Serves what the listening server queues with addPendingConnection(). Takes ownership of it.
    void bind(QTcpServer *server);

    /// Announces an exchange; the bytes returned, fed to a MemorySocket, make QHttpServer call its handler. They hold
    /// method, path and a number only: handlers read everything else from the exchange.
    QByteArray announce(const std::shared_ptr<HttpExchange> &exchange);

private:
    struct Private;

    std::unique_ptr<Private> d;
};

} // namespace ticker
