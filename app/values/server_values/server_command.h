// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_command.h"
#include "market_values/market_action.h"
#include "market_values/playback.h"
#include "market_values/tick_interval.h"

#include <variant>

namespace ticker {

/// What somebody asks of the running server: a person at the window, a second start, a program by POST /api/control. A
/// value, carried out and refused in one place, the CommandExecutor.
struct ServerCommand final
{
    struct SetPaused final
    {
        bool paused = false; ///< Clients stay connected.
    };
    struct SingleTick final ///< Now, paused or not; the clock goes on as it did.
    {
    };
    struct SetSeed final ///< Begins a new tape of the same market at its first tick.
    {
        quint64 seed = 0;
    };

    /// Files are for people: what comes over the network never makes a FileCommand.
    std::variant<SetPaused, SingleTick, SetSeed, TickInterval, MarketAction, PlaybackCommand, FileCommand> what;
};

} // namespace ticker
