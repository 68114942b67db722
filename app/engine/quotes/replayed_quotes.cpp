// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/replayed_quotes.h"

#include <algorithm>
#include <chrono>

namespace ticker {

namespace {

qint64 dayOf(qint64 timeNs)
{
    return std::chrono::floor<std::chrono::days>(std::chrono::nanoseconds(timeNs)).count();
}

/// By the tick rule: a taker who pays more than the last one has bought. Of a first trade it is not known; of one at the same
/// price it is that of the last one. C. Lee and M. Ready, "Inferring trade direction from intraday data", The Journal of
/// Finance 46, 1991.
Side sideOf(const Quote &quote)
{
    if (quote.size == 0 || quote.price == quote.previous)
        return quote.side;
    return quote.price > quote.previous ? Side::Buy : Side::Sell;
}

} // namespace

const Tick &ReplayedQuotes::take(const ReplayTick &tick, const MarketSpec &spec)
{
    m_days.resize(std::max(m_days.size(), spec.instruments.size()));
    ++m_tick.seq;
    m_tick.quotes.clear();
    const qint64 day = dayOf(tick.timeNs);
    for (const ReplayQuote &replayed : tick.quotes) {
        Day &entry = m_days[replayed.instrument];
        Quote &quote = entry.quote;
        const bool isFirst = quote.size == 0;
        if (isFirst || entry.day != day)
            quote.open = quote.high = quote.low = replayed.price;
        entry.day = day;
        quote.instrument = replayed.instrument;
        quote.previous = isFirst ? spec.instruments[replayed.instrument].startPrice : quote.price;
        quote.price = replayed.price;
        quote.side = sideOf(quote);
        quote.size = replayed.size;
        quote.high = std::max(quote.high, quote.price);
        quote.low = std::min(quote.low, quote.price);
        m_tick.quotes.push_back(quote);
    }
    return m_tick;
}

} // namespace ticker
