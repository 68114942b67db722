// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/market.h"

#include <utility>

namespace ticker {

// Markets of one instrument, which begins at 100.

inline constexpr PriceGrid cents(2, 1);
inline constexpr PriceGrid fiveCents(2, 5);

inline Instrument instrumentOf(const char *symbol, PriceModel model, PriceGrid grid = cents, double spread = 0,
                               double activity = 1)
{
    Instrument instrument;
    instrument.symbol = QLatin1String(symbol);
    instrument.grid = grid;
    instrument.startPrice = 100'00;
    instrument.model = std::move(model);
    instrument.activity = activity;
    instrument.spread = spread;
    return instrument;
}

inline Market marketOf(const Instrument &instrument, quint64 seed = 42)
{
    return Market({QStringLiteral("one"), {instrument}}, seed);
}

} // namespace ticker
