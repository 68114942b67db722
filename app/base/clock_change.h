// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// Whether somebody has set the clock back between two ticks, whose times are in ms since 1970 UTC. What was traded at later
/// times is then of a time that is yet to come, and a chart is better off without it. By less than ten seconds a clock is
/// only corrected: then a chart stands still until it is that late again.
[[nodiscard]] constexpr bool isClockSetBack(qint64 newestMs, qint64 timeMs)
{
    constexpr quint64 correction = 10'000;
    return timeMs < newestMs && quint64(newestMs) - quint64(timeMs) > correction;
}

} // namespace ticker
