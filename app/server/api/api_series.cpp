// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/api_series.h"

#include "api/api_replies.h"
#include "api/list_body.h"
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
/// Ticks or candles that are written at once, in a fifth of a millisecond; more come in pieces.
constexpr quint64 fewItems = 200;

HttpReply listReply(const QByteArray &opening, ListBody::Write items, bool areFew)
{
    HttpReply reply = jsonReply({});
    reply.source = std::make_shared<ListBody>(opening, std::move(items));
    if (!areFew)
        return reply;
    reply.body = reply.source->next(std::numeric_limits<qsizetype>::max()).value_or(QByteArray());
    reply.source.reset();
    return reply;
}

/// A seq below 1 is of a tick of the past.
void appendTrade(QByteArray &text, qint64 seq, const TickHistory::Trade &trade, const QuoteCache &cache, bool withTime)
{
    const PriceGrid &grid = cache.grid(trade.instrument);
    text += "{\"seq\":" + QByteArray::number(seq);
    if (withTime)
        text += ",\"time\":" + QByteArray::number(trade.timeMs);
    text += ",\"price\":";
    grid.appendTo(text, trade.price);
    text += ",\"previous\":";
    grid.appendTo(text, trade.previous);
    text += ",\"size\":";
    cache.sizes(trade.instrument).appendTo(text, trade.size);
    text += seq < 1 ? ",\"generated\":true}," : "},";
}

void appendCandle(QByteArray &text, const Candle &candle, const PriceGrid &grid, const SizeScale &sizes)
{
    text += "{\"time\":" + QByteArray::number(candle.startMs) + ",\"open\":";
    grid.appendTo(text, candle.open);
    text += ",\"high\":";
    grid.appendTo(text, candle.high);
    text += ",\"low\":";
    grid.appendTo(text, candle.low);
    text += ",\"close\":";
    grid.appendTo(text, candle.close);
    text += ",\"volume\":";
    sizes.appendTo(text, candle.volume);
    text += ",\"trades\":" + QByteArray::number(candle.trades) + (candle.isGenerated ? ",\"generated\":true}," : "},");
}

/// The trades of one instrument, out of the past, which stays, and the history as it is while they are sent. Its ticks may go
/// meanwhile, if the client takes its time.
class TradeItems final
{
public:
    struct Query final
    {
        int instrument = 0;
        std::optional<qint64> from; ///< Of a tick, in the past if it is below 1; nothing: the newest ones.
        quint64 limit = 0;
        bool withTimes = false;
    };

    TradeItems(const LiveMarket &market, const Query &query)
        : m_market(market.reference()), m_query(query), m_last(market.history().lastSeq()),
          m_isInPast(query.from.value_or(1) < 1), m_nextOfPast(query.from.value_or(1))
    {
    }

    /// So few that they are written at once.
    [[nodiscard]] bool areFew(const LiveMarket &market) const
    {
        const qint64 first = m_isInPast ? market.past().firstSeq() : qint64(market.history().firstSeq());
        const qint64 from = std::max(m_query.from.value_or(first), first);
        return m_query.limit <= fewItems || qint64(m_last) - from < qint64(fewItems);
    }

    ListBody::Progress operator()(QByteArray &text, qsizetype most)
    {
        const auto market = m_market.lock();
        if (!market)
            return ListBody::Progress::Lost;
        if (m_isInPast)
            writePast(text, most, **market);
        return m_isInPast ? ListBody::Progress::More : writeHistory(text, most, **market);
    }

private:
    /// Until there is nothing more in it, or enough in the text.
    void writePast(QByteArray &text, qsizetype most, const LiveMarket &market)
    {
        auto walk = market.past().tradesFrom(m_query.instrument, m_nextOfPast);
        while (text.size() < most) {
            const auto trade = m_query.limit > 0 ? walk.next() : std::nullopt;
            m_isInPast = trade.has_value();
            if (!trade)
                return;
            const qint64 seq = market.past().seqOf(*trade);
            appendTrade(text, seq, *trade, market.cache(), m_query.withTimes);
            m_isInPast = seq < 0;
            m_nextOfPast = seq + 1;
            --m_query.limit;
            if (!m_isInPast)
                return;
        }
    }

    ListBody::Progress writeHistory(QByteArray &text, qsizetype most, const LiveMarket &market)
    {
        const TickHistory &history = market.history();
        if (m_next == 0)
            begin(history);
        if (m_query.limit > 0 && m_next <= m_last && m_next < history.firstSeq())
            return ListBody::Progress::Lost;
        auto walk = history.tradesFrom(m_query.instrument, m_next);
        while (text.size() < most) {
            const auto trade = m_query.limit > 0 ? walk.next() : std::nullopt;
            if (!trade || trade->seq > m_last)
                return ListBody::Progress::Done;
            appendTrade(text, qint64(trade->seq), *trade, market.cache(), m_query.withTimes);
            m_next = trade->seq + 1;
            --m_query.limit;
        }
        return ListBody::Progress::More;
    }

    void begin(const TickHistory &history)
    {
        m_next = std::max<quint64>(quint64(std::max<qint64>(m_query.from.value_or(1), 1)), history.firstSeq());
        if (m_query.from)
            return;
        auto walk = history.tradesBack(m_query.instrument, m_last);
        walk.skip(m_query.limit - 1);
        if (const auto oldest = walk.next())
            m_next = oldest->seq;
    }

    std::weak_ptr<LiveMarket *const> m_market;
    Query m_query;
    quint64 m_last;
    bool m_isInPast;
    qint64 m_nextOfPast;
    quint64 m_next = 0; ///< The tick of the history that comes next; 0: none has come.
};

/// Candles as they were when they were asked for.
class CandleItems final
{
public:
    CandleItems(const CandleRing::Pieces &pieces, const PriceGrid &grid, const SizeScale &sizes)
        : m_grid(grid), m_sizes(sizes)
    {
        m_candles.reserve(pieces[0].size() + pieces[1].size());
        for (const auto &piece : pieces)
            m_candles.insert(m_candles.end(), piece.begin(), piece.end());
    }

    [[nodiscard]] bool areFew() const { return m_candles.size() <= fewItems; }

    ListBody::Progress operator()(QByteArray &text, qsizetype most)
    {
        while (text.size() < most) {
            if (m_next == m_candles.size())
                return ListBody::Progress::Done;
            appendCandle(text, m_candles[m_next++], m_grid, m_sizes);
        }
        return ListBody::Progress::More;
    }

private:
    std::vector<Candle> m_candles;
    PriceGrid m_grid;
    SizeScale m_sizes;
    std::size_t m_next = 0;
};

} // namespace

HttpReply historyReply(const LiveMarket &market, const ApiQuery &query)
{
    const QuoteCache &cache = market.cache();
    const auto instrument = instrumentOf(cache, query);
    if (!instrument)
        return problemReply(404, QStringLiteral("Unknown symbol"), instrument.error().detail);
    const auto from = query.seq(QStringLiteral("from"));
    const auto limit = query.number(QStringLiteral("limit"), 1, mostTicks, usualTicks);
    const auto times = query.flag(QStringLiteral("times"));
    if (!from)
        return badParameter(from.error());
    if (!limit)
        return badParameter(limit.error());
    if (!times)
        return badParameter(times.error());
    const QByteArray opening = "{\"symbol\":" + jsonText(cache.symbol(*instrument)) + ",\"tape\":\"" + cache.tape()
        + "\",\"seed\":\"" + QByteArray::number(market.seed()) + "\",\"simulated\":true,\"ticks\":[";
    TradeItems items(market, {*instrument, *from, *limit, *times});
    const bool areFew = items.areFew(market);
    return listReply(opening, std::move(items), areFew);
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
    const QByteArray opening = "{\"symbol\":" + jsonText(cache.symbol(*instrument)) + ",\"interval\":\""
        + candleIntervalText(*interval).toByteArray() + "\",\"simulated\":true,\"candles\":[";
    CandleItems items(market.candles().candles(*instrument, *interval, {.limit = std::size_t(*limit)}),
                      cache.grid(*instrument), cache.sizes(*instrument));
    const bool areFew = items.areFew();
    return listReply(opening, std::move(items), areFew);
}

} // namespace ticker
