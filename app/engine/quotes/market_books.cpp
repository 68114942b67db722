// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/market_books.h"

#include "json_text.h"
#include "quotes/quote_cache.h"
#include "simulation/bid_ask_rule.h"
#include "simulation/market.h"

#include <algorithm>

namespace ticker {

void MarketBooks::setCache(const QuoteCache &cache)
{
    m_cache = &cache;
    m_makers.clear();
}

quint64 MarketBooks::update() const
{
    return m_firstUpdate + m_cache->seq();
}

/// A trade takes a tick, so the last one of the market before had no higher number.
quint64 MarketBooks::tradeId(int instrument) const
{
    return m_firstUpdate + m_cache->ticks(instrument);
}

BookTop MarketBooks::top(int instrument) const
{
    if (m_market)
        return m_market->top(instrument);
    const Quote &quote = m_cache->quote(instrument);
    if (quote.size == 0) // the file has not come to it
        return {m_cache->seq(), 0, 0, 0};
    const Instrument &of = m_spec.instruments[std::size_t(instrument)];
    const BidAsk beside = BidAskRule(of).beside(quote.price, quote.side);
    return {m_cache->seq(), beside.bid, std::max<qint64>(beside.ask, 0), m_cache->lastTraded(instrument)};
}

const BookMaker &MarketBooks::maker(int instrument)
{
    m_makers.resize(m_spec.instruments.size());
    std::optional<BookMaker> &maker = m_makers[std::size_t(instrument)];
    if (!maker)
        maker.emplace(m_spec.instruments[std::size_t(instrument)], m_market ? m_market->seed() : 0);
    return *maker;
}

OrderBook MarketBooks::book(int instrument, int levels)
{
    return maker(instrument).book(top(instrument), levels);
}

quint64 MarketBooks::seq() const
{
    return m_cache->seq();
}

QByteArray MarketBooks::symbolText(int instrument) const
{
    return jsonText(m_cache->symbol(instrument));
}

void MarketBooks::appendTop(QByteArray &text, int instrument, QuoteFields fields)
{
    using Field = QuoteFields::Field;
    const BookTop best = top(instrument);
    const auto append = [&text](const char *name, const auto &grid, auto value) {
        text += name;
        if (value > 0)
            grid.appendTo(text, value);
        else
            text += "null";
    };
    if (fields.has(Field::Bid))
        append(",\"bid\":", m_cache->grid(instrument), best.bid);
    if (fields.has(Field::Ask))
        append(",\"ask\":", m_cache->grid(instrument), best.ask);
    if (fields.has(Field::BidSize))
        append(",\"bidSize\":", m_cache->sizes(instrument), maker(instrument).bidSize(best));
    if (fields.has(Field::AskSize))
        append(",\"askSize\":", m_cache->sizes(instrument), maker(instrument).askSize(best));
}

void MarketBooks::appendFields(QByteArray &text, int instrument, QuoteFields fields)
{
    using Field = QuoteFields::Field;
    if (fields.hasBookTop())
        appendTop(text, instrument, fields);
    if (fields.has(Field::Side)) {
        const Side side = m_cache->quote(instrument).side;
        text += side == Side::Buy ? ",\"side\":\"buy\"" : side == Side::Sell ? ",\"side\":\"sell\"" : ",\"side\":null";
    }
    if (fields.has(Field::Id))
        text += ",\"id\":" + QByteArray::number(tradeId(instrument));
}

void MarketBooks::appendLevels(QByteArray &text, int instrument, const OrderBook &book) const
{
    const auto append = [&](const char *name, const std::vector<BookLevel> &levels) {
        text += name;
        for (const BookLevel &level : levels) {
            text += '[';
            m_cache->grid(instrument).appendTo(text, level.price);
            text += ',';
            m_cache->sizes(instrument).appendTo(text, level.size);
            text += "],";
        }
        if (levels.empty())
            text += ']';
        else
            text.back() = ']';
    };
    append(",\"bids\":[", book.bids);
    append(",\"asks\":[", book.asks);
}

} // namespace ticker
