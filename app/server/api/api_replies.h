// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/api_query.h"
#include "gate/lane_meter.h"
#include "http_codec/http_message.h"
#include "instruments/symbol_set.h"
#include "playback/market_status.h"
#include "quotes/quote_fields.h"

namespace ticker {

class LiveMarket;
class QuoteCache;

// What the interface answers: each takes a query and gives a whole reply, a problem included. Pure but for what they read.

[[nodiscard]] HttpReply statusReply(const LiveMarket &market, const MarketStatus &status);
[[nodiscard]] HttpReply instrumentsReply(const LiveMarket &market);
/// Of one instrument, the headline when none is named.
[[nodiscard]] HttpReply quoteReply(LiveMarket &market, const ApiQuery &query);
/// The order book of one instrument, the headline when none is named.
[[nodiscard]] HttpReply bookReply(LiveMarket &market, const ApiQuery &query);
/// Of several, all when none is named.
[[nodiscard]] HttpReply quotesReply(LiveMarket &market, const ApiQuery &query);
[[nodiscard]] HttpReply timeReply(qint64 timeMs);
/// Of the lanes that are named by "names", with commas between; of all that there are if none is.
[[nodiscard]] HttpReply lanesReply(const LaneMeter &lanes, const ApiQuery &query, qint64 timeMs);

/// A whole text of JSON.
[[nodiscard]] HttpReply jsonReply(const QByteArray &body);
/// For a query that cannot be followed.
[[nodiscard]] HttpReply badParameter(const ApiQueryError &error);
/// What changes with each tick: an entity tag for the answers that depend on nothing else.
[[nodiscard]] QByteArray tickTag(const LiveMarket &market);

/// The instrument that a query names; the headline when it names none.
[[nodiscard]] Expected<int, ApiQueryError> instrumentOf(const QuoteCache &cache, const ApiQuery &query);
/// What it wants with each quote beyond the usual: "fields=bid,ask".
[[nodiscard]] Expected<QuoteFields, ApiQueryError> fieldsOf(const ApiQuery &query);
/// Those that it names, as "ACME,BOLT" or "*".
[[nodiscard]] Expected<SymbolSet, ApiQueryError> symbolsOf(const QuoteCache &cache, const ApiQuery &query,
                                                           const QString &otherwise);

} // namespace ticker
