// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace ticker {

/// A price of an order book and what is offered there. A value.
struct BookLevel final
{
    qint64 price = 0; ///< In units of the instrument's grid.
    quint64 size = 0; ///< In units of its scale. In a difference, 0: nothing any more.

    friend bool operator==(const BookLevel &, const BookLevel &) = default;
};

/// The best prices of both sides of an order book, or what is different about them. A value.
struct OrderBook final
{
    static constexpr int mostLevels = 500; ///< Of a side.
    static constexpr int usualLevels = 20;

    std::vector<BookLevel> bids; ///< The highest price first.
    std::vector<BookLevel> asks; ///< The lowest price first.

    friend bool operator==(const OrderBook &, const OrderBook &) = default;
};

/// What turns one book into the other: levels that are new or have another size, and those that are gone, with size 0. In the
/// order of a book.
[[nodiscard]] OrderBook bookDifference(const OrderBook &from, const OrderBook &to);

/// Makes the change, as a client does. A whole book is what changes an empty one.
void applyDifference(OrderBook *book, const OrderBook &difference);

} // namespace ticker
