// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/sector_factors.h"

namespace ticker {

/// A tick as all instruments of a market see it. Lives as long as the tick is made; the Market owns what it refers to.
struct TickContext final
{
    quint64 seq = 0;
    quint64 day = 0;  ///< In which it lies, counted from 0.
    double level = 1; ///< What volatility, activity and sizes are multiplied with at this time of the day.
    SectorFactors &factors;
};

} // namespace ticker
