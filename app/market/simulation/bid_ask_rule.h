// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "instruments/side.h"

namespace ticker {

/// A best bid and a best ask, in units of the grid. A bid of 0 or less is none.
struct BidAsk final
{
    qint64 bid = 0;
    qint64 ask = 0;

    friend bool operator==(const BidAsk &, const BidAsk &) = default;
};

/// Where the best bid and the best ask of an instrument are. Pure.
///
/// With a spread they lie around the model's price, and trades alternate between them: R. Roll, "A simple implicit measure
/// of the effective bid-ask spread in an efficient market", The Journal of Finance 39, 1984. Both are rounded to the tick
/// size, so that their mean distance is the spread, and never less than one tick size. Without a spread trades are at the
/// model's price, which is the bid or the ask, and the other one is a tick size away.
class BidAskRule final
{
public:
    /// In times of any volatility the spread is at most so many times its mean.
    static constexpr double widest = 10;

    explicit BidAskRule(const Instrument &instrument);

    /// Whether trades are at the model's price.
    [[nodiscard]] bool isAtModelPrice() const { return m_halfSpread == 0; }
    /// Around a price in units that need not be whole. The volatility is relative to its mean: the spread widens with it.
    [[nodiscard]] BidAsk around(double units, double relativeVolatility) const;
    /// With a trade at this price.
    [[nodiscard]] BidAsk beside(qint64 price, Side side) const;

private:
    PriceGrid m_grid;
    double m_halfSpread; ///< In units of the grid.
};

} // namespace ticker
