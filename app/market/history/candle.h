// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/size_scale.h"

#include <QtGlobal>

#include <algorithm>

namespace ticker {

/// What the trades of an instrument did within an interval. Prices are in units of the instrument's grid, the volume
/// in units of its sizes.
struct Candle final
{
    qint64 startMs = 0; ///< Since 1970 UTC, a multiple of the interval.
    qint64 open = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 close = 0;
    quint64 volume = 0;       ///< The sum of the trades' sizes, at most SizeScale::largest.
    quint32 trades = 0;       ///< How many; 0: the prices mean nothing yet.
    bool isGenerated = false; ///< All of them are of the past that was made before the market began.

    void add(qint64 price, quint64 size, bool generated = false)
    {
        if (trades == 0) {
            open = high = low = price;
            isGenerated = true;
        }
        isGenerated = isGenerated && generated;
        high = std::max(high, price);
        low = std::min(low, price);
        close = price;
        volume = std::min(volume + size, SizeScale::largest);
        ++trades;
    }
    /// Adds what came after it within the same interval. Both have trades.
    void add(const Candle &later)
    {
        high = std::max(high, later.high);
        low = std::min(low, later.low);
        close = later.close;
        volume = std::min(volume + later.volume, SizeScale::largest);
        trades += later.trades;
        isGenerated = isGenerated && later.isGenerated;
    }

    friend bool operator==(const Candle &, const Candle &) = default;
};

} // namespace ticker
