// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/playback.h"

#include <cstddef>
#include <optional>

namespace ticker {

/// What is played and to how many, at one moment.
struct MarketStatus final
{
    double rateHz = 0;       ///< Ticks a second as asked for.
    double actualRateHz = 0; ///< Over the last seconds; 0 while paused.
    bool paused = false;
    std::size_t clients = 0;
    std::optional<Playback> replay;     ///< Nothing: the market is made up.
    std::optional<FileOpening> opening; ///< Of the file that comes next.
};

} // namespace ticker
