// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// The best bid and the best ask of an instrument after a tick, which is all that its order book depends on. A value.
struct BookTop final
{
    quint64 seq = 0;      ///< The tick.
    qint64 bid = 0;       ///< In units of the grid, a multiple of the tick size; 0 or less: nobody bids.
    qint64 ask = 0;       ///< Above the bid; 0: nobody asks.
    quint64 tradeSeq = 0; ///< The last tick up to this one in which it traded; 0: it never did.

    friend bool operator==(const BookTop &, const BookTop &) = default;
};

} // namespace ticker
