// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/side.h"

#include <QtGlobal>

#include <vector>

namespace ticker {

/// An instrument's prices after a tick in which it traded, in units of its grid, and the size in units of its scale.
struct Quote final
{
    quint16 instrument = 0;    ///< Its place in the market.
    Side side = Side::Unknown; ///< Of the trade.
    quint64 size = 0;          ///< How many were traded in this tick; 0: it has not traded yet.
    qint64 price = 0;
    qint64 previous = 0; ///< The price before this one.
    qint64 open = 0;     ///< The first of the day,
    qint64 high = 0;     ///< the highest and
    qint64 low = 0;      ///< the lowest until now.

    friend bool operator==(const Quote &, const Quote &) = default;
};
static_assert(sizeof(Quote) == 7 * sizeof(qint64));

/// One step of a market.
struct Tick final
{
    quint64 seq = 0;           ///< Counted from 1; 0: there was none yet.
    std::vector<Quote> quotes; ///< Of the instruments that traded, in the order of the market.

    friend bool operator==(const Tick &, const Tick &) = default;
};

} // namespace ticker
