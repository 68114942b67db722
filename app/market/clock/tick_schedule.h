// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace ticker {

/// When ticks are due: at start + k * interval, computed and not added up, so that it does not drift. Knows no clock and no
/// event loop. Times are monotonic, from any origin.
class TickSchedule final
{
public:
    using Time = std::chrono::nanoseconds;

    /// How late a tick may be before what was missed is given up. Below it missed ticks are made up for at once, so that
    /// a busy moment does not lower the rate; beyond it (the machine slept) nobody wants them.
    static constexpr Time stallLimit = std::chrono::milliseconds(250);

    explicit TickSchedule(Time interval) : m_interval(interval) { }

    [[nodiscard]] Time interval() const { return m_interval; }
    /// Takes effect at once: the next tick is one new interval after the last one, or now if that has passed.
    /// The interval is more than 0.
    void setInterval(Time interval, Time now);

    /// The first tick is due one interval from now.
    void start(Time now);
    /// The phase moves so that the last tick counts as made now.
    void restartFrom(Time now) { start(now); }

    /// When the next tick is due.
    [[nodiscard]] Time nextDeadline() const { return deadlineAfter(0); }
    /// When the one is due that comes so many ticks after the next.
    [[nodiscard]] Time deadlineAfter(Time::rep ticks) const { return m_anchor + (m_index + ticks) * m_interval; }
    /// Whether a tick is due; if so, it counts as made. Asked again until it says no. After a stall, being both more than
    /// stallLimit and more than an interval late, it says yes once, and the next tick is one interval from now.
    [[nodiscard]] bool takeTick(Time now);

private:
    Time m_interval;
    Time m_anchor{0};      ///< The deadline with index 0.
    Time::rep m_index = 1; ///< Of the next deadline.
    Time m_lastTick{0};    ///< The deadline of the last tick, or the start.
};

} // namespace ticker
