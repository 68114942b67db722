// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_query.h"
#include "feeds/feed_server.h"

#include <optional>

namespace ticker {

struct HttpReply;
struct HttpRequest;

/// GET /events?symbols=ACME,BOLT&max_rate=5&heartbeat=5, the headline when no symbols are named; the last tick that the client has seen
/// is in the field Last-Event-ID, or in the query as lastEventId, evs_last_event_id or Last-Event-Id.
[[nodiscard]] Expected<FeedServer::EventStreamRequest, ApiQueryError> readEventStreamRequest(const HttpRequest &request,
                                                                                             const QuoteCache &cache);

/// Why such a request is not served; nothing: it is.
[[nodiscard]] std::optional<HttpReply> refuseEventStream(const HttpRequest &request, const QuoteCache &cache);

} // namespace ticker
