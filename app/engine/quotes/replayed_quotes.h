// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "instruments/quote.h"
#include "replay/replay_source.h"

#include <span>
#include <vector>

namespace ticker {

/// What a file's ticks are as ticks of a market: numbered from 1, with the prices before, and those of the day (UTC, by the
/// file's times). Any one thread; a value.
class ReplayedQuotes final
{
public:
    /// The tick stays until the next one. The instruments are those of the file's market at that moment; they only grow.
    const Tick &take(const ReplayTick &tick, const MarketSpec &spec);
    [[nodiscard]] const Tick &tick() const { return m_tick; }

private:
    struct Day final
    {
        Quote quote;
        qint64 day = 0; ///< Since 1970; that of the quote's open, high and low.
    };

    Tick m_tick;
    std::vector<Day> m_days; ///< By instrument.
};

} // namespace ticker
