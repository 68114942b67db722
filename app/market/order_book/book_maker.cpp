// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_book/book_maker.h"

#include "simulation/exact_math.h"

#include <algorithm>

namespace ticker {

namespace {

/// Streams of the same instrument differ by it from that of its prices.
constexpr quint64 ofBooks = 0x626f6f6b; // "book"

constexpr quint64 shortestLife = 8;
constexpr quint64 longestLife = 64;

// Draws at the place of a price.
constexpr quint64 lifeDraw = 0;
constexpr quint64 phaseDraw = 1;
constexpr quint64 firstSizeDraw = 2; ///< One for each of its sizes.
/// What is left at the best price after the trade of a tick: so far away that no size is there.
constexpr quint64 firstTradeDraw = quint64(1) << 63;

/// What trades leave at the best price, at least.
constexpr double leastShare = 0.2;

} // namespace

BookMaker::BookMaker(const Instrument &instrument, quint64 seed)
    : m_random(CounterRandom::ofSymbol(seed, instrument.symbol).bits(ofBooks)), m_tickSize(instrument.grid.tickSize()),
      m_mean(instrument.depth)
{
}

quint64 BookMaker::size(qint64 price, const BookTop &top) const
{
    const auto place = quint64(price);
    const quint64 life = shortestLife + m_random.below(longestLife - shortestLife + 1, place, lifeDraw);
    const quint64 generation = (top.seq + m_random.below(life, place, phaseDraw)) / life;
    const double size = -m_mean * exactLog(m_random.uniform(place, firstSizeDraw + generation));
    return std::max<quint64>(quint64(size), 1);
}

quint64 BookMaker::bestSize(qint64 price, const BookTop &top) const
{
    const double share = leastShare
        + (1 - leastShare) * m_random.uniform(quint64(price), firstTradeDraw + top.tradeSeq);
    return std::max<quint64>(quint64(double(size(price, top)) * share), 1);
}

quint64 BookMaker::bidSize(const BookTop &top) const
{
    return top.bid > 0 ? bestSize(top.bid, top) : 0;
}

quint64 BookMaker::askSize(const BookTop &top) const
{
    return top.ask > 0 ? bestSize(top.ask, top) : 0;
}

OrderBook BookMaker::book(const BookTop &top, int levels) const
{
    Q_ASSERT(levels >= 1 && levels <= OrderBook::mostLevels);
    OrderBook book;
    book.bids.reserve(std::size_t(levels));
    book.asks.reserve(std::size_t(levels));
    if (top.bid > 0)
        book.bids.push_back({top.bid, bidSize(top)});
    if (top.ask > 0)
        book.asks.push_back({top.ask, askSize(top)});
    for (int i = 1; i < levels; ++i) {
        const qint64 bid = top.bid - i * m_tickSize;
        const qint64 ask = top.ask + i * m_tickSize;
        if (bid > 0)
            book.bids.push_back({bid, size(bid, top)});
        if (top.ask > 0 && ask <= PriceGrid::largestPrice)
            book.asks.push_back({ask, size(ask, top)});
    }
    return book;
}

} // namespace ticker
