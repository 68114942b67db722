// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/made_past.h"

#include "simulation/market_past.h"

namespace ticker {

MadePast MadePast::of(const MarketSpec &spec, quint64 seed, qint64 beginMs)
{
    constexpr qint64 msPerTick = 1000;
    MadePast made{PastTicks(spec.instruments.size()), CandleBook(spec.instruments.size(), {})};
    MarketPast(spec, seed).visit([&](const Tick &tick, qint64 seq) {
        const qint64 timeMs = beginMs - 1 + seq * msPerTick; // before any tick that is to come
        made.ticks.append(tick, timeMs);
        made.candles.appendGenerated(tick, timeMs);
    });
    return made;
}

} // namespace ticker
