// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api_query.h"
#include "feed_server.h"

namespace ticker {

struct HttpRequest;

/// GET /events?symbols=ACME,BOLT&max_rate=5, the headline when no symbols are named; the last tick that the client has seen
/// is in the field Last-Event-ID.
[[nodiscard]] Expected<FeedServer::EventStreamRequest, ApiQueryError> readEventStreamRequest(const HttpRequest &request,
                                                                                             const QuoteBoard &board);

} // namespace ticker
