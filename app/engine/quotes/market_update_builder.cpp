// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/market_update_builder.h"

#include "quotes/live_market.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

InstrumentPrice priceOf(const QuoteCache &cache, int instrument, bool halted)
{
    const Quote &quote = cache.quote(instrument);
    const PriceGrid &grid = cache.grid(instrument);
    return {.instrument = instrument,
            .price = grid.toDouble(quote.price),
            .previous = grid.toDouble(quote.previous),
            .open = grid.toDouble(quote.open),
            .high = grid.toDouble(quote.high),
            .low = grid.toDouble(quote.low),
            .size = cache.sizes(instrument).toDouble(quote.size),
            .ticks = cache.ticks(instrument),
            .halted = halted};
}

} // namespace

void MarketUpdateBuilder::setCharted(const QStringList &symbols)
{
    std::vector<Charted> charted;
    for (const QString &symbol : symbols.first(std::min(symbols.size(), MarketUpdate::mostCharted))) {
        const auto known = std::ranges::find(m_charted, symbol, &Charted::symbol);
        charted.push_back(known == m_charted.end() ? Charted(symbol) : *known);
    }
    m_charted = std::move(charted);
}

/// Its past may come a little after a market.
void MarketUpdateBuilder::meet(const LiveMarket &market, quint64 tape)
{
    const bool isAnother = std::exchange(m_tape, tape) != tape;
    const qint64 firstGenerated = market.past().firstSeq();
    if (std::exchange(m_firstGenerated, firstGenerated) == firstGenerated && !isAnother)
        return;
    if (isAnother)
        m_told.clear();
    for (Charted &charted : m_charted)
        charted = Charted(charted.symbol);
}

bool MarketUpdateBuilder::readPast(const LiveMarket &market, quint64 tape)
{
    meet(market, tape);
    int budget = m_limits.pastTrades;
    for (Charted &charted : m_charted) {
        if (charted.isTold && !charted.hasNoMore && budget > 0)
            readPastOf(charted, market, budget);
    }
    return std::ranges::any_of(m_charted, [](const Charted &one) { return one.isTold && !one.hasNoMore; });
}

void MarketUpdateBuilder::readPastOf(Charted &charted, const LiveMarket &market, int &budget)
{
    const auto instrument = market.cache().find(charted.symbol);
    if (!instrument) {
        charted.hasNoMore = true;
        return;
    }
    if (charted.earliest <= 1)
        return readGeneratedOf(charted, market, *instrument, budget);
    const PriceGrid &grid = market.cache().grid(*instrument);
    auto walk = market.history().tradesBack(*instrument, quint64(charted.earliest) - 1);
    for (; budget > 0; --budget) {
        const auto trade = walk.next();
        if (!trade) {
            // Where ticks were forgotten, a line to those before them would tell of prices that never were.
            charted.hasNoMore = market.history().firstSeq() > 1;
            charted.earliest = 1;
            return charted.hasNoMore ? void() : readGeneratedOf(charted, market, *instrument, budget);
        }
        charted.earlier.append({trade->timeMs, grid.toDouble(trade->price)});
        charted.earliest = qint64(trade->seq);
    }
}

void MarketUpdateBuilder::readGeneratedOf(Charted &charted, const LiveMarket &market, int instrument, int &budget)
{
    const PriceGrid &grid = market.cache().grid(instrument);
    auto walk = market.past().tradesBack(instrument, charted.earliest - 1);
    for (; budget > 0; --budget) {
        const auto trade = walk.next();
        charted.hasNoMore = !trade;
        if (!trade)
            return;
        charted.earlier.append({trade->timeMs, grid.toDouble(trade->price)});
        charted.earliest = market.past().seqOf(*trade);
    }
}

std::optional<MarketUpdate> MarketUpdateBuilder::build(const LiveMarket &market, quint64 tape)
{
    meet(market, tape);
    MarketUpdate update;
    update.tape = tape;
    update.generatedToMs = market.past().endMs();
    update.timeMs = market.seq() > 0 ? market.timeMs() : update.generatedToMs;
    buildInstruments(market, update);
    buildPrices(market, update);
    buildCharted(market, update);
    if (update.instruments.isEmpty() && update.prices.isEmpty() && update.charted.isEmpty())
        return std::nullopt;
    return update;
}

/// They are others when there are more, which happens while a file is played.
void MarketUpdateBuilder::buildInstruments(const LiveMarket &market, MarketUpdate &update)
{
    const std::vector<Instrument> &instruments = market.spec().instruments;
    if (m_told.size() == instruments.size())
        return;
    update.instruments.reserve(qsizetype(instruments.size()));
    for (const Instrument &instrument : instruments)
        update.instruments.append(
            {instrument.symbol, instrument.name, instrument.grid.decimals(), instrument.sizes.decimals()});
    update.featured = market.featured().symbol;
    m_told.resize(instruments.size());
}

void MarketUpdateBuilder::buildPrices(const LiveMarket &market, MarketUpdate &update)
{
    const QuoteCache &cache = market.cache();
    for (int instrument = 0; instrument < int(m_told.size()); ++instrument) {
        const Sent now{cache.ticks(instrument), market.isHalted(instrument)};
        if (std::exchange(m_told[std::size_t(instrument)], now) != now)
            update.prices.append(priceOf(cache, instrument, now.halted));
    }
}

void MarketUpdateBuilder::buildCharted(const LiveMarket &market, MarketUpdate &update)
{
    for (Charted &charted : m_charted) {
        const auto instrument = market.cache().find(charted.symbol);
        if (!instrument)
            continue;
        if (auto prices = buildOne(charted, market, *instrument))
            update.charted.append(*std::move(prices));
    }
}

std::optional<ChartedPrices> MarketUpdateBuilder::buildOne(Charted &charted, const LiveMarket &market,
                                                           int instrument) const
{
    const PriceGrid &grid = market.cache().grid(instrument);
    const int most = charted.isTold ? m_limits.latestTrades : m_limits.firstTrades;
    ChartedPrices update{.symbol = charted.symbol, .isAnew = !charted.isTold, .earlier = {}, .later = {}};
    auto earliest = qint64(market.seq()) + 1;
    auto walk = market.history().tradesBack(instrument);
    for (auto trade = walk.next(); trade && trade->seq > charted.latest; trade = walk.next()) {
        if (update.later.size() == most) {
            update.isAnew = true; // more than one step: the rest is the past
            break;
        }
        update.later.append({trade->timeMs, grid.toDouble(trade->price)});
        earliest = qint64(trade->seq);
    }
    std::ranges::reverse(update.later);
    if (update.isAnew) {
        charted = Charted(charted.symbol);
        charted.isTold = true;
        charted.earliest = earliest;
        int rest = most - int(update.later.size());
        readPastOf(charted, market, rest);
    } else {
        update.later = thinned(update.later, m_limits.latestPoints);
    }
    update.earlier = std::exchange(charted.earlier, {});
    std::ranges::reverse(update.earlier);
    charted.latest = market.seq();
    if (!update.isAnew && update.earlier.isEmpty() && update.later.isEmpty())
        return std::nullopt;
    return update;
}

} // namespace ticker
