// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "instruments/quote.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace ticker {

/// What a market might have traded at before its first tick, so that nobody begins with an empty chart: the ticks 0, -1, -2
/// and so on. Same specification and seed: the same ticks. They do not touch those from 1 on. Made by whoever plays the
/// market, on any thread, and read once.
///
/// It is a tape of the same market with random numbers of its own, laid backwards from the start prices: where that tape goes
/// from one price to the next, the past comes from the latter to the former. So each step is one of the instrument's model,
/// instruments trade as often and as much as ever, and the newest price of each is its start price, from which tick 1 goes on.
class MarketPast final
{
public:
    struct Limits final
    {
        std::size_t trades = 50'000; ///< Of all instruments together, at most.
        /// Instruments times ticks, for one that hardly ever trades takes time as well.
        std::size_t steps = 100'000;
    };

    /// Visits a tick: its quotes have price, previous (the price of the trade before) and size; open, high and low are the
    /// price. What the tick's seq is stands in `seq`, from firstSeq() to 0; the tick counts from 1.
    using Visit = std::function<void(const Tick &tick, qint64 seq)>;

    /// The specification holds to its ranges. This takes most of the time: some 10 ms for the default limits.
    MarketPast(const MarketSpec &spec, quint64 seed, const Limits &limits);
    MarketPast(const MarketSpec &spec, quint64 seed) : MarketPast(spec, seed, Limits()) { }

    /// Of the oldest tick; 1: there is none.
    [[nodiscard]] qint64 firstSeq() const { return 1 - qint64(m_begins.size()); }
    /// Oldest first.
    void visit(const Visit &visit) const;

private:
    std::vector<Quote> m_quotes;       ///< Newest tick first, each in the order of the market.
    std::vector<std::size_t> m_begins; ///< Of each tick, where its quotes begin.
};

} // namespace ticker
