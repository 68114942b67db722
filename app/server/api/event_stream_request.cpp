// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/event_stream_request.h"

#include "api/api_replies.h"
#include "http_codec/http_message.h"
#include "http_codec/reply_headers.h"
#include "quotes/quote_cache.h"

#include <QJsonValue>

#include <array>
#include <limits>

namespace ticker {

namespace {

/// Clients that cannot set the header put it into the query: those of event-source-polyfill, of AmvTek's and of Remy
/// Sharp's.
constexpr std::array lastEventIdNames{"lastEventId", "evs_last_event_id", "Last-Event-Id", "Last-Event-ID",
                                      "last-event-id"};

/// As it would stand in a message.
QJsonValue numberOrText(const QString &text)
{
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

Expected<std::optional<quint64>, ApiQueryError> lastEventId(const HttpRequest &request, const ApiQuery &query)
{
    // A browser that comes back by itself sends the header, and the query that it had the first time.
    bool isNumber = false;
    const quint64 header = request.header("last-event-id").toULongLong(&isNumber);
    if (isNumber) // else it is not one of ours, and the stream begins as for everybody
        return std::optional(header);
    std::optional<quint64> found;
    QString foundName;
    for (const char *each : lastEventIdNames) {
        const QString name = QString::fromLatin1(each);
        if (query.text(name).value_or(QString()).isEmpty()) // as before the first event
            continue;
        const auto number = query.number(name, 0, std::numeric_limits<quint64>::max(), 0);
        if (!number)
            return number.error();
        if (found.value_or(*number) != *number) {
            return ApiQueryError{QStringLiteral("\"%1\" and \"%2\" must be the same number, the id of the last event. "
                                                "One of them is enough.")
                                     .arg(foundName, name)};
        }
        found = *number;
        foundName = name;
    }
    return found;
}

} // namespace

Expected<FeedServer::EventStreamRequest, ApiQueryError> readEventStreamRequest(const HttpRequest &request,
                                                                               const QuoteCache &cache)
{
    constexpr int headline = 0;
    const ApiQuery query(request.query);
    if (auto error = query.contradiction())
        return *error;
    FeedServer::EventStreamRequest result;
    const auto symbols = symbolsOf(cache, query, cache.symbol(headline));
    if (!symbols)
        return symbols.error();
    result.symbols = *symbols;
    if (result.symbols.isEmpty()) // none is named: a stream of nothing is of no use
        result.symbols.insert(headline);
    result.all = splitSymbols(query.list(QStringLiteral("symbols")).value_or(QString())).all;
    if (const auto text = query.text(QStringLiteral("max_rate"))) {
        const auto maxRate = decodeMaxRate(numberOrText(*text), FeedClient::maxRates);
        if (!maxRate)
            return ApiQueryError{maxRate.error().message};
        result.maxRate = maxRate->value_or(0);
    }
    if (const auto text = query.text(QStringLiteral("heartbeat"))) {
        const auto every = decodeHeartbeat(numberOrText(*text));
        if (!every)
            return ApiQueryError{every.error().message};
        result.heartbeat = *every;
    }
    const auto lastSeq = lastEventId(request, query);
    if (!lastSeq)
        return lastSeq.error();
    result.lastSeq = *lastSeq;
    return result;
}

std::optional<HttpReply> refuseEventStream(const HttpRequest &request, const QuoteCache &cache)
{
    const auto command = readEventStreamRequest(request, cache);
    if (command)
        return std::nullopt;
    return badParameter(command.error());
}

} // namespace ticker
