// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_query.h"
#include "http_codec/http_message.h"

namespace ticker {

class LiveMarket;

// The answers of the interface that are series: each takes a query and gives a whole reply, a problem included.

[[nodiscard]] HttpReply historyReply(const LiveMarket &market, const ApiQuery &query);
[[nodiscard]] HttpReply candlesReply(LiveMarket &market, const ApiQuery &query);

} // namespace ticker
