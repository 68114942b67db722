// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/resolve_symbols.h"

#include "quotes/quote_cache.h"

namespace ticker {

Expected<SymbolSet, FeedError> resolveSymbols(const SymbolChoice &choice, const QuoteCache &cache)
{
    if (choice.all)
        return cache.all();
    SymbolSet set;
    for (const QString &symbol : choice.symbols) {
        const auto place = cache.find(symbol);
        if (!place)
            return unknownSymbolError(symbol);
        set.insert(*place);
    }
    return set;
}

} // namespace ticker
