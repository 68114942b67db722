// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "delivery/conflated_ticks.h"

#include <functional>
#include <span>

namespace ticker {

/// Lets ticks pass so often at most, the newest in place of those between. Server thread; a member of whoever gets them.
class TickLimiter final
{
public:
    using Deliver = std::function<void(std::span<const OutgoingPacket>)>;

    static constexpr double lowestRateHz = 0.01;
    static constexpr double highestRateHz = 1000; ///< The event loop's timer counts in milliseconds.

    /// The queue outlives it.
    TickLimiter(DeadlineQueue &deadlines, Deliver deliver) : m_wait(deadlines), m_deliver(std::move(deliver)) { }

    /// Ticks a second, within lowestRateHz and highestRateHz; 0: no limit, and what was held is delivered.
    void setRate(double hertz);
    [[nodiscard]] double rate() const { return m_rateHz; }
    [[nodiscard]] bool isActive() const { return m_rateHz > 0; }
    /// Delivers ticks now, if one may pass, or later. Only while active. Returns how many gave way to a newer one.
    quint32 take(std::span<const OutgoingPacket> ticks);
    /// As ConflatedTicks::restrictTo().
    bool restrictTo(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
    {
        return m_held.restrictTo(merger, symbols, chain);
    }
    /// As ConflatedTicks::contents().
    [[nodiscard]] const TickContents *heldContents(const TickMerger &merger) const { return m_held.contents(merger); }
    /// Drops what is held.
    void stop();

private:
    void release();

    Deadline m_wait;
    Deliver m_deliver;
    ConflatedTicks m_held;
    DeadlineQueue::Time m_next{0}; ///< When the next one may pass.
    double m_rateHz = 0;
};

} // namespace ticker
