// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/replay_groups.h"

#include <limits>

namespace ticker {

// How a bar becomes ticks: its four prices at even distances over the time that it lasts (BarLength).

constexpr int pricesOfBar = 4;

/// When a price is due, counted from 0; near the end of time, then.
[[nodiscard]] constexpr qint64 barTime(qint64 timeNs, qint64 duration, int step)
{
    const qint64 delay = duration / pricesOfBar * step;
    return timeNs > std::numeric_limits<qint64>::max() - delay ? std::numeric_limits<qint64>::max() : timeNs + delay;
}

/// How many ticks a group becomes.
[[nodiscard]] inline quint64 ticksOf(const ReplayGroup &group)
{
    return group.isBar ? pricesOfBar : 1;
}

/// The price of a bar that comes at a step. It went down first if it closed higher than it opened: that is the shorter
/// way.
[[nodiscard]] inline const TickFilePrice &barPrice(const TickFileQuote &quote, int step)
{
    const auto &[open, high, low, close] = quote.prices;
    const bool isLowFirst = close > open;
    switch (step) {
    case 0:
        return open;
    case 1:
        return isLowFirst ? low : high;
    case 2:
        return isLowFirst ? high : low;
    default:
        return close;
    }
}

} // namespace ticker
