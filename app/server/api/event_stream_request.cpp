// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/event_stream_request.h"

#include "api/api_replies.h"
#include "http_codec/http_message.h"
#include "http_codec/reply_headers.h"
#include "instruments/symbol.h"
#include "quotes/quote_cache.h"
#include "quotes/status_message.h"
#include "subscriptions/resolve_symbols.h"

#include <QJsonValue>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
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
    return isNumber && std::isfinite(number) ? QJsonValue(number) : QJsonValue(text);
}

/// Whether the client was here before, though it has seen no tick of this tape.
bool comesBack(const HttpRequest &request, const ApiQuery &query)
{
    return request.header("last-event-id") == noTickId || std::ranges::any_of(lastEventIdNames, [&](const char *name) {
               return query.text(QString::fromLatin1(name)) == QLatin1String(noTickId);
           });
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
        const QString text = query.text(name).value_or(QString());
        if (text.isEmpty() || text == QLatin1String(noTickId)) // as before the first event
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

/// A stream that is resumed had its symbols in another market, perhaps: it waits for those that this one lacks, for a browser
/// would not come back after an error.
std::optional<ApiQueryError> readSymbols(const ApiQuery &query, const QuoteCache &cache, bool isResumed,
                                         FeedServer::EventStreamRequest *request)
{
    constexpr int headline = 0;
    SymbolChoice choice = splitSymbols(query.list(QStringLiteral("symbols")).value_or(QString()));
    if (isResumed && choice.symbols.size() <= SymbolChoice::mostSymbols) {
        const auto isMissing = [&cache](const QString &symbol) { return isSymbol(symbol) && !cache.find(symbol); };
        std::ranges::copy_if(choice.symbols, std::back_inserter(request->missing), isMissing);
        choice.symbols.removeIf(isMissing);
        request->missing.removeDuplicates();
    }
    const auto symbols = resolveSymbols(choice, cache);
    if (!symbols)
        return ApiQueryError{symbols.error().message};
    request->symbols = *symbols;
    request->all = choice.all;
    if (request->symbols.isEmpty() && request->missing.isEmpty()) // a stream of nothing is of no use
        request->symbols.insert(headline);
    return std::nullopt;
}

} // namespace

Expected<FeedServer::EventStreamRequest, ApiQueryError> readEventStreamRequest(const HttpRequest &request,
                                                                               const QuoteCache &cache)
{
    const ApiQuery query(request.query);
    if (auto error = query.contradiction())
        return *error;
    FeedServer::EventStreamRequest result;
    const auto lastSeq = lastEventId(request, query);
    if (!lastSeq)
        return lastSeq.error();
    result.lastSeq = *lastSeq;
    if (auto error = readSymbols(query, cache, result.lastSeq || comesBack(request, query), &result))
        return *error;
    if (const auto text = query.text(QStringLiteral("max_rate"))) {
        const auto maxRate = decodeMaxRate(numberOrText(*text), FeedClient::maxRates);
        if (!maxRate)
            return ApiQueryError{maxRate.error().message};
        result.maxRate = maxRate->value_or(0);
    }
    const auto fields = fieldsOf(query);
    if (!fields)
        return fields.error();
    result.fields = *fields;
    if (const auto text = query.text(QStringLiteral("heartbeat"))) {
        const auto every = decodeHeartbeat(numberOrText(*text));
        if (!every)
            return ApiQueryError{every.error().message};
        result.heartbeat = *every;
    }
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
