// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/resolve_symbols.h"

#include "quotes/quote_board.h"

namespace ticker {

Expected<SymbolSet, FeedError> resolveSymbols(const SymbolChoice &choice, const QuoteBoard &board)
{
    if (choice.all)
        return board.all();
    SymbolSet set;
    for (const QString &symbol : choice.symbols) {
        const auto place = board.find(symbol);
        if (!place)
            return unknownSymbolError(symbol);
        set.insert(*place);
    }
    return set;
}

SymbolSet translateSymbols(const SymbolSet &symbols, const QuoteBoard &from, const QuoteBoard &to)
{
    // Who wants everything still does.
    if (symbols == from.all())
        return to.all();
    SymbolSet set;
    symbols.forEach([&](int instrument) {
        if (const auto place = to.find(from.symbol(instrument)))
            set.insert(*place);
    });
    return set;
}

} // namespace ticker
