// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/book_top.h"
#include "instruments/instrument.h"
#include "instruments/quote.h"
#include "simulation/market_event.h"
#include "simulation/sector_factors.h"

#include <memory>
#include <span>
#include <vector>

namespace ticker {

class InstrumentState;

/// A market that moves by one tick at a time: the tape. Same seed, specification and events: the same ticks, number for
/// number, on every machine, for it knows no clock, no library's random numbers and no library's logarithm. Server
/// thread, or any other; owned by whoever plays it.
///
/// The random numbers of an instrument depend on the seed, its symbol and its sector alone: other instruments do not disturb
/// it.
class Market final
{
public:
    /// The specification holds to its ranges.
    Market(MarketSpec spec, quint64 seed);
    ~Market();
    Market(Market &&) noexcept;
    Market &operator=(Market &&) noexcept;

    [[nodiscard]] const MarketSpec &spec() const { return m_spec; }
    [[nodiscard]] quint64 seed() const { return m_seed; }
    /// Of the last tick; 0 before the first one.
    [[nodiscard]] quint64 seq() const { return m_tick.seq; }

    /// Makes the next tick, which stays until the one after. Allocates nothing. An instrument that does not trade in it
    /// has moved all the same, unless it is halted or flat.
    const Tick &advance();
    /// The last tick.
    [[nodiscard]] const Tick &tick() const { return m_tick; }
    /// The newest quote of each instrument, in the order of the market; before its first trade size is 0 and every
    /// price is the start price. A new day shows with the first trade in it; until then the quote is the last one of an
    /// older day.
    [[nodiscard]] std::span<const Quote> quotes() const { return m_quotes; }
    [[nodiscard]] bool isHalted(int instrument) const;
    /// Best bid and best ask after the last tick, computed when they are asked for. They may move without a trade.
    [[nodiscard]] BookTop top(int instrument) const;

    /// Whether an event's value and instrument are in their ranges.
    [[nodiscard]] bool accepts(const MarketEvent &event) const;
    /// Takes effect with the next tick. The event is one that it accepts.
    void apply(MarketEvent event);
    /// All that were applied, oldest first, each with the tick it took effect on. At most mostEvents; the oldest go
    /// first.
    [[nodiscard]] std::span<const MarketEvent> events() const { return m_events; }
    static constexpr std::size_t mostEvents = 10'000;

private:
    MarketSpec m_spec;
    quint64 m_seed;
    SectorFactors m_factors;
    std::vector<InstrumentState> m_states;
    std::vector<Quote> m_quotes;
    std::vector<MarketEvent> m_events;
    Tick m_tick;
};

} // namespace ticker
