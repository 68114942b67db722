// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <deque>

namespace ticker {

/// Measures how many ticks a second were made over the last seconds. Knows no clock.
class RateMeter final
{
public:
    using Time = std::chrono::nanoseconds;

    /// Forgets everything; the next count starts anew.
    void reset() { m_marks.clear(); }
    void countTick(Time now);
    /// Ticks a second; 0 until there were two ticks that are not too near, falling when they fail to come.
    [[nodiscard]] double hertz(Time now) const;

private:
    struct Mark final
    {
        Time time;
        quint64 ticks; ///< Up to and with the one at this time.
    };

    static constexpr Time window = std::chrono::seconds(3);
    static constexpr Time spacing = std::chrono::milliseconds(100); ///< So that marks stay few at any rate.

    std::deque<Mark> m_marks;
    quint64 m_ticks = 0;
};

} // namespace ticker
