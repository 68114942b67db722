// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/book_top.h"
#include "instruments/instrument.h"
#include "order_book/order_book.h"
#include "simulation/random.h"

namespace ticker {

/// Makes the order books of an instrument, each from its best bid and best ask alone, when somebody asks for it: the same on
/// every machine by seed, symbol and tick. Pure.
///
/// Each multiple of the tick size from the best price outwards is a level. Its size stays for 8 to 64 ticks, and is then
/// another one, whoever looks; that of the best levels is another one after each trade, too. Sizes are distributed
/// exponentially: of the distributions of the gamma family, which J.-P. Bouchaud, M. Mezard, M. Potters, "Statistical
/// properties of stock order books: empirical results and models", Quantitative Finance 2, 2002, have found, the one with
/// one parameter.
class BookMaker final
{
public:
    BookMaker(const Instrument &instrument, quint64 seed);

    /// Levels at or below zero are left out. The number of levels is from 1 to OrderBook::mostLevels.
    [[nodiscard]] OrderBook book(const BookTop &top, int levels) const;
    /// The size at the best bid, or the best ask; 0: there is none.
    [[nodiscard]] quint64 bidSize(const BookTop &top) const;
    [[nodiscard]] quint64 askSize(const BookTop &top) const;

private:
    [[nodiscard]] quint64 size(qint64 price, const BookTop &top) const;
    [[nodiscard]] quint64 bestSize(qint64 price, const BookTop &top) const;

    CounterRandom m_random;
    qint64 m_tickSize;
    double m_mean; ///< Of sizes.
};

} // namespace ticker
