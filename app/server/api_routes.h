// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "quote.h"

#include <functional>
#include <optional>

namespace ticker {

class HttpGateway;

/// The current quote, nothing before the first tick.
using QuoteSource = std::function<std::optional<Quote>()>;

/// GET /api/quote: the price as of the request, the way of polling.
void routeApi(HttpGateway &gateway, QuoteSource quote);

} // namespace ticker
