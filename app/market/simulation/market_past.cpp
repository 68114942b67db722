// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/market_past.h"

#include "simulation/market.h"
#include "simulation/random.h"

#include <algorithm>
#include <iterator>

namespace ticker {

namespace {

/// Another one than any that a person chooses, but by chance. Symbols have the draw 0 of the seed's stream.
quint64 seedOfPast(quint64 seed)
{
    return CounterRandom(seed).bits(fnv1a64("past"), 1);
}

/// The same step the other way round.
Quote reversed(const Quote &quote)
{
    const qint64 price = quote.previous;
    return {quote.instrument, Side::Unknown, quote.size, price, quote.price, price, price, price};
}

} // namespace

MarketPast::MarketPast(const MarketSpec &spec, quint64 seed, const Limits &limits)
{
    const std::size_t ticks = limits.steps / spec.instruments.size();
    m_quotes.reserve(std::min(limits.trades, limits.steps));
    m_begins.reserve(ticks);
    Market market(spec, seedOfPast(seed));
    while (m_begins.size() < ticks) {
        const std::vector<Quote> &quotes = market.advance().quotes;
        if (m_quotes.size() + quotes.size() > limits.trades)
            break;
        m_begins.push_back(m_quotes.size());
        std::transform(quotes.begin(), quotes.end(), std::back_inserter(m_quotes), &reversed);
    }
}

void MarketPast::visit(const Visit &visit) const
{
    Tick tick;
    std::size_t end = m_quotes.size();
    for (std::size_t i = m_begins.size(); i > 0; --i) {
        const std::size_t begin = m_begins[i - 1];
        ++tick.seq;
        tick.quotes.assign(m_quotes.begin() + qsizetype(begin), m_quotes.begin() + qsizetype(end));
        visit(tick, 1 - qint64(i));
        end = begin;
    }
}

} // namespace ticker
