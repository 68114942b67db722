// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feed_codec/feed_message.h"
#include "instruments/symbol_set.h"

namespace ticker {

class QuoteCache;

/// The instruments that a client means; unknown symbols are an error, and then none of them counts.
[[nodiscard]] Expected<SymbolSet, FeedError> resolveSymbols(const SymbolChoice &choice, const QuoteCache &cache);

} // namespace ticker
