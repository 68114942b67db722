// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle_book.h"
#include "history/past_ticks.h"
#include "instruments/instrument.h"

namespace ticker {

/// The past of a market, for LiveMarket::takePast(). A value that any thread may make and another one take; moved, not copied.
struct MadePast final
{
    PastTicks ticks;
    CandleBook candles; ///< Of these ticks alone.

    /// A second from each tick to the next, of a market that begins at that time (ms since 1970). Takes some 10 ms.
    [[nodiscard]] static MadePast of(const MarketSpec &spec, quint64 seed, qint64 beginMs);
};

} // namespace ticker
