// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control/control_request.h"
#include "market_values/playback.h"

#include <cstddef>
#include <functional>
#include <optional>

namespace ticker {

class HttpRouter;
class LaneMeter;
class LiveMarket;

/// The server at the moment of a request.
struct ApiStatus final
{
    double rateHz = 0;       ///< Ticks a second as asked for.
    double actualRateHz = 0; ///< Over the last seconds; 0 while paused.
    bool paused = false;
    std::size_t clients = 0;
    std::optional<Playback> replay; ///< Nothing: the market is made up.
};

/// Where the interface reads, and who does what it is told.
struct ApiSource final
{
    std::function<LiveMarket &()> market;
    std::function<ApiStatus()> status;
    std::function<const LaneMeter &()> lanes;
    /// Why it cannot be done; nothing: it is done.
    std::function<std::optional<ControlError>(const ControlRequest &)> control;
};

/// The interface for programs that ask instead of being told: GET /api/quote and its kin, which change nothing, and POST
/// /api/control for programs on this computer. JSON; what each one answers is described by /api/openapi.json; errors are
/// problem details (RFC 9457).
void routeApi(HttpRouter &router, const ApiSource &source);

} // namespace ticker
