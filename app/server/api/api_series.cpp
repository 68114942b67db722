// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_series.h"

#include "api/api_replies.h"
#include "http_codec/reply_headers.h"
#include "json_text.h"
#include "quotes/live_market.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace ticker {

namespace {

constexpr quint64 usualTicks = 1000;
constexpr quint64 mostTicks = 10'000;
constexpr quint64 usualCandles = 500;
constexpr quint64 mostCandles = 1000;

HttpReply badParameter(const ApiQueryError &error)
{
    return problemReply(400, QStringLiteral("Bad parameter"), error.detail);
}

/// From a tick on, or the newest ones; oldest first.
std::vector<TickHistory::Trade> tradesOf(const TickHistory &history, int instrument, quint64 from, quint64 limit)
{
    std::vector<TickHistory::Trade> trades;
    auto walk = from > 0 ? history.tradesFrom(instrument, from) : history.tradesBack(instrument);
    while (trades.size() < limit) {
        const auto trade = walk.next();
        if (!trade)
            break;
        trades.push_back(*trade);
    }
    if (from == 0)
        std::reverse(trades.begin(), trades.end());
    return trades;
}

void appendTrade(QByteArray &text, const TickHistory::Trade &trade, const PriceGrid &grid, bool withTime)
{
    text += "{\"seq\":" + QByteArray::number(trade.seq);
    if (withTime)
        text += ",\"time\":" + QByteArray::number(trade.timeMs);
    text += ",\"price\":";
    grid.appendTo(text, trade.price);
    text += ",\"previous\":";
    grid.appendTo(text, trade.previous);
    text += ",\"size\":" + QByteArray::number(trade.size) + "},";
}

void appendCandle(QByteArray &text, const Candle &candle, const PriceGrid &grid)
{
    text += "{\"time\":" + QByteArray::number(candle.startMs) + ",\"open\":";
    grid.appendTo(text, candle.open);
    text += ",\"high\":";
    grid.appendTo(text, candle.high);
    text += ",\"low\":";
    grid.appendTo(text, candle.low);
    text += ",\"close\":";
    grid.appendTo(text, candle.close);
    text += ",\"volume\":" + QByteArray::number(candle.volume) + ",\"trades\":" + QByteArray::number(candle.trades)
        + "},";
}

/// Ends a list that may have a comma too many.
void endList(QByteArray &text)
{
    if (text.endsWith(','))
        text.chop(1);
    text += "]}";
}

} // namespace

HttpReply historyReply(const LiveMarket &market, const ApiQuery &query)
{
    const QuoteCache &cache = market.cache();
    const auto instrument = instrumentOf(cache, query);
    if (!instrument)
        return problemReply(404, QStringLiteral("Unknown symbol"), instrument.error().detail);
    const auto from = query.number(QStringLiteral("from"), 1, std::numeric_limits<quint64>::max(), 0);
    const auto limit = query.number(QStringLiteral("limit"), 1, mostTicks, usualTicks);
    const auto times = query.flag(QStringLiteral("times"));
    if (!from)
        return badParameter(from.error());
    if (!limit)
        return badParameter(limit.error());
    if (!times)
        return badParameter(times.error());
    QByteArray text = "{\"symbol\":" + jsonText(cache.symbol(*instrument)) + ",\"seed\":\""
        + QByteArray::number(market.seed()) + "\",\"simulated\":true,\"ticks\":[";
    for (const TickHistory::Trade &trade : tradesOf(market.history(), *instrument, *from, *limit))
        appendTrade(text, trade, cache.grid(*instrument), *times);
    endList(text);
    return jsonReply(text);
}

HttpReply candlesReply(LiveMarket &market, const ApiQuery &query)
{
    const QuoteCache &cache = market.cache();
    const auto instrument = instrumentOf(cache, query);
    if (!instrument)
        return problemReply(404, QStringLiteral("Unknown symbol"), instrument.error().detail);
    const QString name = query.text(QStringLiteral("interval")).value_or(QStringLiteral("1m"));
    const auto interval = candleIntervalFromText(name.toUtf8());
    if (!interval) {
        return badParameter(
            {QStringLiteral("\"interval\" must be 1s, 5s, 15s, 30s, 1m, 5m, 15m, 30m, 1h, 4h or 1d, not \"%1\".")
                 .arg(name.left(100))});
    }
    const auto limit = query.number(QStringLiteral("limit"), 1, mostCandles, usualCandles);
    if (!limit)
        return badParameter(limit.error());
    QByteArray text = "{\"symbol\":" + jsonText(cache.symbol(*instrument)) + ",\"interval\":\""
        + candleIntervalText(*interval).toByteArray() + "\",\"simulated\":true,\"candles\":[";
    for (const auto &piece : market.candles().candles(*instrument, *interval, {.limit = std::size_t(*limit)})) {
        for (const Candle &candle : piece)
            appendCandle(text, candle, cache.grid(*instrument));
    }
    endList(text);
    return jsonReply(text);
}

} // namespace ticker
