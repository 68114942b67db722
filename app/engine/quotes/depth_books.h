// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/book_top.h"
#include "instruments/symbol_set.h"
#include "order_book/order_book.h"

#include <QByteArray>

#include <cstddef>
#include <vector>

namespace ticker {

class MarketBooks;

/// The order books of a market with so many levels, of those instruments that somebody watches, tick by tick: what changed, as
/// clients read it. Each text is made once, when the first one needs it. Server thread; owned by LiveMarket.
class DepthBooks final
{
public:
    DepthBooks(MarketBooks &books, int levels) : m_books(books), m_levels(levels) { }

    /// As often as unwatch() follows.
    void watch(const SymbolSet &symbols);
    void unwatch(const SymbolSet &symbols);

    /// Takes the market's last tick, once.
    void follow();
    /// Whose books the last tick has changed, of those that are watched.
    [[nodiscard]] const SymbolSet &changed() const { return m_changed; }
    /// Of that tick.
    [[nodiscard]] quint64 seq() const;

    /// Appends the object of a whole book: {"symbol":"ACME","update":31,"bids":[…],"asks":[…]}.
    void appendBook(QByteArray &text, int instrument);
    /// Appends the object of what the last tick has changed: {"symbol":"ACME","first":30,"last":31,"bids":[…],"asks":[…]}. It
    /// turns the book of any update from first - 1 up to last - 1 into that of last.
    void appendDifference(QByteArray &text, int instrument);

private:
    struct Entry final
    {
        std::size_t watchers = 0;
        OrderBook book;
        OrderBook difference;
        quint64 firstUpdate = 0; ///< Of the difference: the one behind that of the difference before.
        quint64 lastUpdate = 0;  ///< Of the book.
        QByteArray bookText;     ///< Empty: not made yet. So is
        QByteArray differenceText;
    };

    void begin(int instrument, Entry *entry);
    void follow(int instrument, Entry *entry);
    [[nodiscard]] Entry &entry(int instrument);
    [[nodiscard]] QByteArray labelOf(int instrument) const;

    MarketBooks &m_books;
    int m_levels;
    std::vector<Entry> m_entries; ///< By instrument, up to the last one that was watched.
    SymbolSet m_watched;
    SymbolSet m_changed;
    quint64 m_seq = 0; ///< Of the tick that was taken last.
};

} // namespace ticker
