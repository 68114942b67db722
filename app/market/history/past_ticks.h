// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/tick_history.h"

namespace ticker {

/// The ticks that a market had before its first one: the numbers 0, -1, -2 and so on. A TickHistory, which knows no such
/// numbers, keeps them as 1 for the oldest one and so on; seqOf() says which one a trade really has. Server thread, or any
/// other; owned by whoever plays the market. Can be moved, not copied.
class PastTicks final
{
public:
    /// As of TickHistory. Takes no memory while there are no ticks.
    explicit PastTicks(std::size_t instruments) : m_ticks(instruments, {}) { }

    /// Oldest first, counted from 1.
    void append(const Tick &tick, qint64 timeMs) { m_ticks.append(tick, timeMs); }

    [[nodiscard]] bool isEmpty() const { return m_ticks.isEmpty(); }
    /// Of the oldest tick; 1: there is none.
    [[nodiscard]] qint64 firstSeq() const { return m_ticks.isEmpty() ? 1 : seqOf(m_ticks.firstSeq()); }
    /// The time of the tick 0; 0: there is none.
    [[nodiscard]] qint64 endMs() const { return m_ticks.timeMs(m_ticks.lastSeq()).value_or(0); }

    /// The number of the tick that a trade out of a walk belongs to.
    [[nodiscard]] qint64 seqOf(const TickHistory::Trade &trade) const { return seqOf(trade.seq); }

    // See TickHistory; the number is at most 0.
    [[nodiscard]] TickHistory::TradeWalk tradesFrom(int instrument, qint64 seq) const;
    [[nodiscard]] TickHistory::TradeWalk tradesBack(int instrument, qint64 seq = 0) const;

    /// The memory that is held.
    [[nodiscard]] std::size_t bytes() const { return m_ticks.bytes(); }

private:
    [[nodiscard]] qint64 seqOf(quint64 place) const { return qint64(place) - qint64(m_ticks.lastSeq()); }

    TickHistory m_ticks;
};

} // namespace ticker
