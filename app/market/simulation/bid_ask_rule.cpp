// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/bid_ask_rule.h"

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

/// Half away from zero, within what the grid has.
qint64 nearestMultiple(double units, const PriceGrid &grid)
{
    const auto tickSize = double(grid.tickSize());
    const qint64 multiples = PriceGrid::largestPrice / grid.tickSize();
    const auto highest = double(multiples);
    const double multiple = std::clamp(std::floor(units / tickSize + 0.5), -highest, highest);
    return qint64(multiple) * grid.tickSize();
}

} // namespace

BidAskRule::BidAskRule(const Instrument &instrument)
    : m_grid(instrument.grid), m_halfSpread(instrument.spread * m_grid.unitsPerOne() / 2)
{
}

BidAsk BidAskRule::around(double units, double relativeVolatility) const
{
    const double half = std::max(m_halfSpread * std::clamp(relativeVolatility, 0.0, widest),
                                 double(m_grid.tickSize()) / 2);
    BidAsk found{nearestMultiple(units - half, m_grid), nearestMultiple(units + half, m_grid)};
    if (found.ask <= found.bid) // at the largest price
        found.bid = found.ask - m_grid.tickSize();
    return found;
}

BidAsk BidAskRule::beside(qint64 price, Side side) const
{
    const qint64 tickSize = m_grid.tickSize();
    // Nobody sells at 0, which the uniform model's price may be.
    if (side == Side::Buy && price > 0)
        return {price - tickSize, price};
    return {price, price + tickSize};
}

} // namespace ticker
