// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/market_books.h"

#include "json_text.h"
#include "quotes/live_market.h"
#include "simulation/bid_ask_rule.h"

#include <algorithm>

namespace ticker {

quint64 MarketBooks::update() const
{
    return m_firstUpdate + m_market.seq();
}

/// A trade takes a tick, so the last one of the market before had no higher number.
quint64 MarketBooks::tradeId(int instrument) const
{
    return m_firstUpdate + m_market.cache().ticks(instrument);
}

BookTop MarketBooks::top(int instrument) const
{
    if (const auto top = m_market.simulatedTop(instrument))
        return *top;
    const Quote &quote = m_market.cache().quote(instrument);
    if (quote.size == 0) // the file has not come to it
        return {m_market.seq(), 0, 0, 0};
    const Instrument &of = m_market.spec().instruments[std::size_t(instrument)];
    const BidAsk beside = BidAskRule(of).beside(quote.price, quote.side);
    return {m_market.seq(), beside.bid, std::max<qint64>(beside.ask, 0), m_market.cache().lastTraded(instrument)};
}

const BookMaker &MarketBooks::maker(int instrument)
{
    m_makers.resize(m_market.spec().instruments.size());
    std::optional<BookMaker> &maker = m_makers[std::size_t(instrument)];
    if (!maker)
        maker.emplace(m_market.spec().instruments[std::size_t(instrument)], m_market.seed());
    return *maker;
}

OrderBook MarketBooks::book(int instrument, int levels)
{
    return maker(instrument).book(top(instrument), levels);
}

DepthBooks &MarketBooks::withLevels(int levels)
{
    return m_depths.try_emplace(levels, *this, levels).first->second;
}

quint64 MarketBooks::seq() const
{
    return m_market.seq();
}

QByteArray MarketBooks::symbolText(int instrument) const
{
    return jsonText(m_market.cache().symbol(instrument));
}

void MarketBooks::appendLevels(QByteArray &text, int instrument, const OrderBook &book) const
{
    const QuoteCache &cache = m_market.cache();
    const auto append = [&](const char *name, const std::vector<BookLevel> &levels) {
        text += name;
        for (const BookLevel &level : levels) {
            text += '[';
            cache.grid(instrument).appendTo(text, level.price);
            text += ',';
            cache.sizes(instrument).appendTo(text, level.size);
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
