// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_values/tick_interval.h"

#include <algorithm>
#include <cmath>

namespace ticker {

std::optional<TickInterval> TickInterval::fromMilliseconds(double ms)
{
    if (!std::isfinite(ms) || ms < 0 || ms > 1e9)
        return std::nullopt;
    const std::chrono::nanoseconds interval{std::llround(ms * 1e6)};
    if (interval < shortest || interval > longest)
        return std::nullopt;
    return TickInterval(interval);
}

std::optional<TickInterval> TickInterval::fromHertz(double ticksPerSecond)
{
    if (!std::isfinite(ticksPerSecond) || ticksPerSecond <= 0)
        return std::nullopt;
    return fromMilliseconds(1000.0 / ticksPerSecond);
}

TickInterval TickInterval::bounded(std::chrono::nanoseconds interval)
{
    return TickInterval(std::clamp(interval, shortest, longest));
}

double TickInterval::milliseconds() const
{
    return double(m_interval.count()) / 1e6;
}

double TickInterval::hertz() const
{
    return 1e9 / double(m_interval.count());
}

} // namespace ticker
