// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

class QTcpServer;

namespace ticker {

class HttpExchange;

/// QHttpServer behind the gate: it routes, and it writes the replies. This file and its .cpp are the only ones that
/// name its types or know how its versions differ. Server thread; owns the QHttpServer.
class HttpGateway final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpGateway)

public:
    /// Answers the exchange at once or keeps it and answers later.
    using Handler = std::function<void(const std::shared_ptr<HttpExchange> &)>;

    explicit HttpGateway(QObject *parent = nullptr);
    ~HttpGateway() override;

    /// Requests for exactly this path, or with "<arg>" for one path segment. Of any method.
    void route(const QString &pathPattern, Handler handler);
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
