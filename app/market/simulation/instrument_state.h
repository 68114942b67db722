// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/book_top.h"
#include "instruments/quote.h"
#include "simulation/bid_ask_rule.h"
#include "simulation/market_event.h"
#include "simulation/price_process.h"
#include "simulation/tick_context.h"

namespace ticker {

/// An instrument in a running market: its process, its random numbers, and what events have made of it. Owned by the
/// Market, on its thread.
///
/// The random numbers of a tick are at the tick's number, whatever happened before it: draw 0 is for whether it trades,
/// draw 1 for how many, and those from 16 on for the model, 16 for each of its steps.
class InstrumentState final
{
public:
    static constexpr quint32 largestSize = 100'000; ///< Ten times that in a burst.

    /// Of an instrument of the market.
    InstrumentState(const MarketSpec &market, const Instrument &instrument, quint64 seed);

    /// Makes its part of a tick. Whether it traded; then the quote, which is its last one, becomes the new one.
    [[nodiscard]] bool advance(const TickContext &tick, Quote &quote);
    /// From the given tick on, which is the next one.
    void apply(const MarketEvent &event, quint64 seq);
    [[nodiscard]] bool isHalted() const { return m_isHalted; }
    /// After a tick, which was the last one; the quote is the newest. It may move without a trade.
    [[nodiscard]] BookTop top(quint64 seq, const Quote &quote) const;

private:
    void move(const TickContext &tick, double jump, bool isBurst);
    [[nodiscard]] quint32 sizeOfTrade(const TickContext &tick, bool isBurst) const;
    [[nodiscard]] qint64 jumped(qint64 price, double jump) const;
    [[nodiscard]] bool isAtModelPrice() const { return m_isFlat || m_rule.isAtModelPrice(); }
    [[nodiscard]] qint64 modelPrice() const;
    [[nodiscard]] double modelUnits() const;
    [[nodiscard]] Side sideTowards(double price, double before) const;
    [[nodiscard]] qint64 priceOfTrade(quint64 seq, const Quote &quote);
    void trade(qint64 price, quint64 day, Quote &quote);

    CounterRandom m_random;
    SectorShare m_share;
    PriceGrid m_grid;
    BidAskRule m_rule;
    double m_activity;
    PriceProcess m_process;
    double m_jump = 1;        ///< Of spikes and crashes that have not taken effect: the factor.
    double m_drift = 0;       ///< By events, of the logarithm in a tick,
    double m_driftFactor = 1; ///< and of the price.
    quint64 m_burstEnd = 0;   ///< The first tick after the burst.
    quint64 m_day = 0;        ///< Of the last trade,
    quint64 m_tradeSeq = 0;   ///< like its tick,
    double m_tradeUnits = 0;  ///< the model's price
    Side m_side = Side::Buy;  ///< and the side.
    bool m_isHalted = false;
    bool m_isFlat = false;
};

} // namespace ticker
