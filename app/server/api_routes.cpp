// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_routes.h"

#include "http_exchange.h"
#include "http_gateway.h"
#include "instrument.h"
#include "reply_headers.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace ticker {

namespace {

HttpReply quoteReply(const std::optional<Quote> &quote)
{
    QJsonObject object{{QStringLiteral("symbol"), headlineInstrument().symbol},
                       {QStringLiteral("price"), QJsonValue::Null},
                       {QStringLiteral("seq"), 0},
                       {QStringLiteral("time"), QJsonValue::Null},
                       {QStringLiteral("simulated"), true}};
    if (quote) {
        object[QStringLiteral("price")] = quote->price;
        object[QStringLiteral("seq")] = qint64(quote->seq);
        object[QStringLiteral("time")] = quote->timeMs;
    }
    HttpReply reply;
    reply.contentType = "application/json";
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

} // namespace

void routeApi(HttpGateway &gateway, QuoteSource quote)
{
    gateway.route(QStringLiteral("/api/quote"),
                  [quote = std::move(quote)](const std::shared_ptr<HttpExchange> &exchange) {
                      const QByteArray &method = exchange->request().method;
                      if (exchange->isPreflight())
                          exchange->replyToPreflight();
                      else if (method == "GET" || method == "HEAD")
                          exchange->reply(quoteReply(quote()));
                      else
                          exchange->reply(methodNotAllowedReply());
                  });
}

} // namespace ticker
