// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_book/order_book.h"

#include <algorithm>
#include <functional>

namespace ticker {

namespace {

using Levels = std::vector<BookLevel>;

/// Both lists are in the order in which @p isBefore has prices.
template<typename Order>
Levels differenceOf(const Levels &from, const Levels &to, Order isBefore)
{
    Levels found;
    auto old = from.begin();
    for (const BookLevel &level : to) {
        for (; old != from.end() && isBefore(old->price, level.price); ++old)
            found.push_back({old->price, 0});
        const bool isThere = old != from.end() && old->price == level.price;
        if (!isThere || old->size != level.size)
            found.push_back(level);
        if (isThere)
            ++old;
    }
    for (; old != from.end(); ++old)
        found.push_back({old->price, 0});
    return found;
}

template<typename Order>
void apply(Levels *levels, const Levels &difference, Order isBefore)
{
    for (const BookLevel &change : difference) {
        const auto place = std::ranges::lower_bound(*levels, change.price, isBefore, &BookLevel::price);
        const bool isThere = place != levels->end() && place->price == change.price;
        if (change.size == 0 && isThere)
            levels->erase(place);
        else if (change.size != 0 && isThere)
            place->size = change.size;
        else if (change.size != 0)
            levels->insert(place, change);
    }
}

} // namespace

OrderBook bookDifference(const OrderBook &from, const OrderBook &to)
{
    return {differenceOf(from.bids, to.bids, std::greater<>()), differenceOf(from.asks, to.asks, std::less<>())};
}

void applyDifference(OrderBook *book, const OrderBook &difference)
{
    apply(&book->bids, difference.bids, std::greater<>());
    apply(&book->asks, difference.asks, std::less<>());
}

} // namespace ticker
