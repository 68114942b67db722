// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/market_teller.h"

#include "quotes/live_market.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

InstrumentPrice priceOf(const QuoteBoard &board, int instrument, bool halted)
{
    const Quote &quote = board.quote(instrument);
    const PriceGrid &grid = board.grid(instrument);
    return {.instrument = instrument,
            .price = grid.toDouble(quote.price),
            .previous = grid.toDouble(quote.previous),
            .open = grid.toDouble(quote.open),
            .high = grid.toDouble(quote.high),
            .low = grid.toDouble(quote.low),
            .size = quote.size,
            .ticks = board.ticks(instrument),
            .halted = halted};
}

} // namespace

void MarketTeller::setCharted(const QStringList &symbols)
{
    std::vector<Charted> charted;
    for (const QString &symbol : symbols.first(std::min(symbols.size(), MarketNews::mostCharted))) {
        const auto known = std::ranges::find(m_charted, symbol, &Charted::symbol);
        charted.push_back(known == m_charted.end() ? Charted(symbol) : *known);
    }
    m_charted = std::move(charted);
}

void MarketTeller::meet(quint64 tape)
{
    if (std::exchange(m_tape, tape) == tape)
        return;
    m_told.clear();
    for (Charted &charted : m_charted)
        charted = Charted(charted.symbol);
}

bool MarketTeller::readPast(const LiveMarket &market, quint64 tape)
{
    meet(tape);
    int budget = m_limits.pastTrades;
    for (Charted &charted : m_charted) {
        if (charted.isTold && !charted.hasNoMore && budget > 0)
            readPastOf(charted, market, budget);
    }
    return std::ranges::any_of(m_charted, [](const Charted &one) { return one.isTold && !one.hasNoMore; });
}

void MarketTeller::readPastOf(Charted &charted, const LiveMarket &market, int &budget) const
{
    const auto instrument = market.board().find(charted.symbol);
    if (!instrument || charted.earliest <= 1) {
        charted.hasNoMore = true;
        return;
    }
    const PriceGrid &grid = market.board().grid(*instrument);
    auto walk = market.history().tradesBack(*instrument, charted.earliest - 1);
    for (; budget > 0; --budget) {
        const auto trade = walk.next();
        if (!trade) {
            charted.hasNoMore = true;
            return;
        }
        charted.earlier.append({trade->timeMs, grid.toDouble(trade->price)});
        charted.earliest = trade->seq;
    }
}

std::optional<MarketNews> MarketTeller::tell(const LiveMarket &market, quint64 tape)
{
    meet(tape);
    MarketNews news;
    news.tape = tape;
    news.timeMs = market.timeMs();
    tellInstruments(market, news);
    tellPrices(market, news);
    tellCharted(market, news);
    if (news.instruments.isEmpty() && news.prices.isEmpty() && news.charted.isEmpty())
        return std::nullopt;
    return news;
}

/// They are others when there are more, which happens while a file is played.
void MarketTeller::tellInstruments(const LiveMarket &market, MarketNews &news)
{
    const std::vector<Instrument> &instruments = market.spec().instruments;
    if (m_told.size() == instruments.size())
        return;
    news.instruments.reserve(qsizetype(instruments.size()));
    for (const Instrument &instrument : instruments)
        news.instruments.append({instrument.symbol, instrument.name, instrument.grid.decimals()});
    m_told.resize(instruments.size());
}

void MarketTeller::tellPrices(const LiveMarket &market, MarketNews &news)
{
    const QuoteBoard &board = market.board();
    for (int instrument = 0; instrument < int(m_told.size()); ++instrument) {
        const Told now{board.ticks(instrument), market.isHalted(instrument)};
        if (std::exchange(m_told[std::size_t(instrument)], now) != now)
            news.prices.append(priceOf(board, instrument, now.halted));
    }
}

void MarketTeller::tellCharted(const LiveMarket &market, MarketNews &news)
{
    for (Charted &charted : m_charted) {
        const auto instrument = market.board().find(charted.symbol);
        if (!instrument)
            continue;
        if (auto prices = tellOne(charted, market, *instrument))
            news.charted.append(*std::move(prices));
    }
}

std::optional<ChartedPrices> MarketTeller::tellOne(Charted &charted, const LiveMarket &market, int instrument) const
{
    const PriceGrid &grid = market.board().grid(instrument);
    const int most = charted.isTold ? m_limits.latestTrades : m_limits.firstTrades;
    ChartedPrices news{.symbol = charted.symbol, .isAnew = !charted.isTold, .earlier = {}, .later = {}};
    quint64 earliest = market.seq() + 1;
    auto walk = market.history().tradesBack(instrument);
    for (auto trade = walk.next(); trade && trade->seq > charted.latest; trade = walk.next()) {
        if (news.later.size() == most) {
            news.isAnew = true; // more than one step: the rest is the past
            break;
        }
        news.later.append({trade->timeMs, grid.toDouble(trade->price)});
        earliest = trade->seq;
    }
    std::ranges::reverse(news.later);
    if (news.isAnew) {
        charted = Charted(charted.symbol);
        charted.isTold = true;
        charted.earliest = earliest;
    } else {
        news.later = thinned(news.later, m_limits.latestPoints);
        news.earlier = std::exchange(charted.earlier, {});
        std::ranges::reverse(news.earlier);
    }
    charted.latest = market.seq();
    if (!news.isAnew && news.earlier.isEmpty() && news.later.isEmpty())
        return std::nullopt;
    return news;
}

} // namespace ticker
