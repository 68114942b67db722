// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/event_stream_request.h"

#include "api/api_replies.h"
#include "http_codec/http_message.h"
#include "http_codec/reply_headers.h"
#include "quotes/quote_cache.h"

#include <QJsonValue>

namespace ticker {

Expected<FeedServer::EventStreamRequest, ApiQueryError> readEventStreamRequest(const HttpRequest &request,
                                                                               const QuoteCache &cache)
{
    constexpr int headline = 0;
    const ApiQuery query(request.query);
    FeedServer::EventStreamRequest result;
    const auto symbols = symbolsOf(cache, query, cache.symbol(headline));
    if (!symbols)
        return symbols.error();
    result.symbols = *symbols;
    if (const auto text = query.text(QStringLiteral("max_rate"))) {
        bool isNumber = false;
        const double rate = text->toDouble(&isNumber);
        const auto maxRate = decodeMaxRate(isNumber ? QJsonValue(rate) : QJsonValue(*text), FeedClient::maxRates);
        if (!maxRate)
            return ApiQueryError{maxRate.error().message};
        result.maxRate = maxRate->value_or(0);
    }
    bool isNumber = false;
    const quint64 lastSeq = request.header("last-event-id").toULongLong(&isNumber);
    if (isNumber) // else it is not one of ours, and the stream begins as for everybody
        result.lastSeq = lastSeq;
    return result;
}

std::optional<HttpReply> refuseEventStream(const HttpRequest &request, const QuoteCache &cache)
{
    const auto command = readEventStreamRequest(request, cache);
    if (command)
        return std::nullopt;
    return problemReply(400, QStringLiteral("Bad parameter"), command.error().detail);
}

} // namespace ticker
