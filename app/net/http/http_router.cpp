// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_router.h"

#include "http/http_exchange.h"

#include <QHash>
#include <QHttpServer>
#include <QSet>
#include <QTcpServer>
#include <QtHttpServer/qhttpserverresponder.h>
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace ticker {

namespace {

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using ResponderArgument = QHttpServerResponder &;
#else
using ResponderArgument = QHttpServerResponder &&;
#endif

const QByteArray exchangeHeader = QByteArrayLiteral("x-ticker-exchange");

/// Holds QHttpServer's responder in the heap, where it may wait: the form with a QFuture uses memory after it was
/// freed (6.4), and a responder that is destroyed is how 6.8 learns that the next request may come.
class QtResponder final : public HttpExchange::Responder
{
public:
    explicit QtResponder(QHttpServerResponder responder) : m_responder(std::move(responder)) { }

    void write(const HttpReply &reply) override
    {
        const auto status = QHttpServerResponder::StatusCode(reply.status);
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
        QHttpHeaders headers;
        for (const HttpHeader &field : reply.headers)
            headers.append(field.first, field.second);
        m_responder.write(reply.body, headers, status);
#else
        m_responder.writeStatusLine(status);
        for (const HttpHeader &field : reply.headers)
            m_responder.writeHeader(field.first, field.second);
        m_responder.writeHeader("Content-Length", QByteArray::number(reply.body.size()));
        m_responder.writeBody(reply.body);
#endif
    }

private:
    QHttpServerResponder m_responder;
};

} // namespace

struct HttpRouter::Private final
{
    void dispatch(const QHttpServerRequest &request, QHttpServerResponder &&responder, const Handler &handler)
    {
        const auto exchange = announced.take(request.value(exchangeHeader)).lock();
        if (!exchange)
            return;
        exchange->attach(std::make_unique<QtResponder>(std::move(responder)));
        handler(exchange);
    }

    [[nodiscard]] bool hasRoute(const QByteArray &path) const
    {
        const QByteArray folder = path.left(path.lastIndexOf('/') + 1);
        return paths.contains(path) || (folder.size() < path.size() && folders.contains(folder));
    }

    QHttpServer server;
    QSet<QByteArray> paths;                    ///< That have a route.
    QSet<QByteArray> folders;                  ///< In which every path has one.
    QHash<QByteArray, TakeOverHandler> direct; ///< By path.
    QHash<QByteArray, std::weak_ptr<HttpExchange>> announced;
    quint64 lastNumber = 0;
};

HttpRouter::HttpRouter(QObject *parent) : QObject(parent), d(std::make_unique<Private>()) { }

HttpRouter::~HttpRouter() = default;

void HttpRouter::route(const QString &pathPattern, Handler handler)
{
    const auto dispatch = [this, handler = std::move(handler)](const QHttpServerRequest &request,
                                                               ResponderArgument responder) {
        d->dispatch(request, std::move(responder), handler);
    };
    constexpr QLatin1String anySegment("<arg>");
    if (pathPattern.endsWith(anySegment)) {
        d->folders.insert(pathPattern.chopped(anySegment.size()).toLatin1());
        d->server.route(pathPattern,
                        [dispatch](const QString &, const QHttpServerRequest &request, ResponderArgument responder) {
                            dispatch(request, std::forward<ResponderArgument>(responder));
                        });
    } else {
        d->paths.insert(pathPattern.toLatin1());
        d->server.route(pathPattern, dispatch);
    }
}

void HttpRouter::routeDirect(const QByteArray &path, DirectHandler handler)
{
    route(QString::fromLatin1(path), [handler](const std::shared_ptr<HttpExchange> &exchange) {
        if (exchange->isPreflight())
            exchange->replyToPreflight();
        else if (exchange->request().isRead())
            exchange->reply(handler(exchange->request()));
        else
            exchange->reply(readOnlyProblem());
    });
    routeTakeOver(path, [handler = std::move(handler)](const HttpRequest &request) {
        return DirectAnswer{handler(request), nullptr};
    });
}

void HttpRouter::routeTakeOver(const QByteArray &path, const TakeOverHandler &handler)
{
    d->paths.insert(path);
    d->direct.insert(path, handler);
}

QByteArray HttpRouter::routedPath(const QByteArray &path) const
{
    if (path.size() < 2 || !path.endsWith('/') || d->hasRoute(path))
        return path;
    const QByteArray shorter = path.chopped(1);
    return d->hasRoute(shorter) ? shorter : path;
}

std::optional<DirectAnswer> HttpRouter::answerDirectly(const HttpRequest &request, CorsRule cors) const
{
    const auto found = d->direct.constFind(request.path);
    if (found == d->direct.cend())
        return std::nullopt;
    DirectAnswer answer;
    if (isPreflight(request, cors))
        answer.reply = preflightReply(request, cors);
    else if (request.isRead())
        answer = (*found)(request);
    else
        answer.reply = readOnlyProblem();
    addCommonHeaders(answer.reply, request, cors);
    return answer;
}

void HttpRouter::setFallback(Handler handler)
{
    auto dispatch = [this, handler = std::move(handler)](const QHttpServerRequest &request,
                                                         ResponderArgument responder) {
        d->dispatch(request, std::move(responder), handler);
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    d->server.setMissingHandler(this, std::move(dispatch));
#else
    d->server.setMissingHandler(std::move(dispatch));
#endif
}

void HttpRouter::bind(QTcpServer *server)
{
    Q_ASSERT(server->isListening());
    d->server.bind(server);
}

/// A slash that is percent-encoded stays within its segment, although QHttpServer decodes a path before it splits it.
QByteArray HttpRouter::announce(const std::shared_ptr<HttpExchange> &exchange)
{
    const QByteArray number = QByteArray::number(++d->lastNumber);
    d->announced.insert(number, exchange);
    const HttpRequest &request = exchange->request();
    const QByteArray path = QByteArray(request.path).replace("%2F", "%252F").replace("%2f", "%252F");
    return request.method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + exchangeHeader + ": " + number
        + "\r\nContent-Length: 0\r\n\r\n";
}

} // namespace ticker

#include "moc_http_router.cpp"
