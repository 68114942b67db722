// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_routes.h"

#include "api/api_replies.h"
#include "api/api_series.h"
#include "control/command_json.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/reply_headers.h"
#include "quotes/live_market.h"
#include "ticker_api.h"

#include <QDateTime>
#include <QHostAddress>

#include <optional>

namespace ticker {

namespace {

HttpReply tagged(const HttpRequest &request, HttpReply reply, const QByteArray &tag)
{
    return reply.status == 200 ? withEntityTag(std::move(reply), '"' + tag + '"', request) : reply;
}

/// What is the same for each request until the instruments change. It may be long.
struct KeptReply final
{
    std::shared_ptr<const void> mark; ///< Of the instruments.
    HttpReply reply;
    QByteArray tag;
};

KeptReply keptReply(const LiveMarket &market)
{
    HttpReply reply = instrumentsReply(market);
    const QByteArray tag = QByteArray::number(quint64(qHash(reply.body, 0)), 16);
    return {market.specMark(), std::move(reply), tag};
}

bool isJson(const HttpRequest &request)
{
    return request.header("content-type").split(';').first().trimmed().toLower() == "application/json";
}

/// Who may read but not change anything: readers in the network, and pages without an origin, which any website can
/// have. Nothing: it may.
std::optional<HttpReply> refuseControl(const HttpExchange &exchange)
{
    if (!QHostAddress(exchange.peer().address).isLoopback()) {
        return problemReply(403, QStringLiteral("Forbidden"),
                            QStringLiteral("Only programs on the same computer may control the server."));
    }
    if (exchange.request().header("origin") == "null") {
        return problemReply(403, QStringLiteral("Forbidden"),
                            QStringLiteral("Pages without an origin (\"null\"), such as those opened from a file, may "
                                           "not control the server."));
    }
    return std::nullopt;
}

/// JSON only: a form on another site's page cannot send it without a preflight.
HttpReply controlReply(const HttpExchange &exchange, const ApiSource &source)
{
    if (!isJson(exchange.request())) {
        return problemReply(415, QStringLiteral("Not JSON"),
                            QStringLiteral("The Content-Type must be application/json."));
    }
    const auto command = readCommand(exchange.request().body);
    if (!command)
        return problemReply(400, QStringLiteral("Bad request"), command.error().detail);
    if (const auto refusal = source.execute(*command))
        return problemReply(409, QStringLiteral("Not possible"), refusal->english());
    return statusReply(source.market(), source.status());
}

HttpReply postOnlyProblem()
{
    HttpReply reply = problemReply(405, QStringLiteral("POST only"), QStringLiteral("Use POST with a JSON object."));
    reply.headers.append(HttpHeader("Allow", "POST"));
    return reply;
}

void routeControl(HttpRouter &router, const ApiSource &source)
{
    router.route(QStringLiteral("/api/control"), [source](const std::shared_ptr<HttpExchange> &exchange) {
        const bool changes = exchange->isPreflight() || exchange->request().method == "POST";
        if (const auto refusal = changes ? refuseControl(*exchange) : std::nullopt)
            exchange->reply(*refusal);
        else if (exchange->isPreflight())
            exchange->replyToPreflight();
        else if (exchange->request().method == "POST")
            exchange->reply(controlReply(*exchange, source));
        else
            exchange->reply(postOnlyProblem());
    });
}

} // namespace

void routeApi(HttpRouter &router, const ApiSource &source)
{
    const auto route = [&](const char *path, auto answer) {
        router.routeDirect(path, [answer = std::move(answer)](const HttpRequest &request) mutable {
            const ApiQuery query(request.query);
            const auto error = query.contradiction();
            return error ? badParameter(*error) : answer(request, query);
        });
    };
    // Each tick changes what they say, and otherwise only a halt.
    const auto routeTicked = [&](const char *path, HttpReply (*answer)(LiveMarket &, const ApiQuery &)) {
        route(path, [source, answer](const HttpRequest &request, const ApiQuery &query) {
            LiveMarket &market = source.market();
            return tagged(request, answer(market, query), tickTag(market));
        });
    };
    routeTicked("/api/quote", &quoteReply);
    routeTicked("/api/quotes", &quotesReply);
    routeTicked("/api/book", &bookReply);
    routeTicked("/api/history", [](LiveMarket &market, const ApiQuery &query) { return historyReply(market, query); });
    routeTicked("/api/candles", &candlesReply);
    route("/api/instruments", [source, kept = KeptReply()](const HttpRequest &request, const ApiQuery &) mutable {
        const LiveMarket &market = source.market();
        if (kept.mark != market.specMark())
            kept = keptReply(market);
        return tagged(request, kept.reply, kept.tag);
    });
    const auto routeDocument = [&](const char *path, const QByteArray &document, const QByteArray &type) {
        const QByteArray tag = QByteArray::number(quint64(qHash(document, 0)), 16);
        route(path, [document, type, tag](const HttpRequest &request, const ApiQuery &) {
            HttpReply reply;
            reply.contentType = type;
            reply.body = document;
            return tagged(request, std::move(reply), tag);
        });
    };
    routeDocument("/api/openapi.json", openApiDocument(), "application/openapi+json;version=3.1");
    routeDocument("/api/messages.schema.json", messageSchema(), "application/schema+json");
    route("/api/status",
          [source](const HttpRequest &, const ApiQuery &) { return statusReply(source.market(), source.status()); });
    route("/api/time",
          [](const HttpRequest &, const ApiQuery &) { return timeReply(QDateTime::currentMSecsSinceEpoch()); });
    route("/api/lanes", [source](const HttpRequest &, const ApiQuery &query) {
        return lanesReply(source.lanes(), query, QDateTime::currentMSecsSinceEpoch());
    });
    routeControl(router, source);
}

} // namespace ticker
