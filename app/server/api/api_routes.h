// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "playback/market_status.h"
#include "server_values/server_command.h"

#include <functional>
#include <optional>

namespace ticker {

class HttpRouter;
class LaneMeter;
class LiveMarket;

/// Where the interface reads, and who does what it is told.
struct ApiSource final
{
    std::function<LiveMarket &()> market;
    std::function<MarketStatus()> status;
    std::function<const LaneMeter &()> lanes;
    /// Why it is refused; nothing: it is done.
    std::function<std::optional<LocalizedText>(const ServerCommand &)> execute;
};

/// The interface for programs that ask instead of being told: GET /api/quote and its kin, which change nothing, and POST
/// /api/control for programs on this computer. JSON; what each one answers is described by /api/openapi.json; errors are
/// problem details (RFC 9457).
void routeApi(HttpRouter &router, const ApiSource &source);

} // namespace ticker
