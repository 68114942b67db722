// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <compare>
#include <optional>

namespace ticker {

/// The time between two ticks: 0.1 ms to 100 s (10,000 to 0.01 ticks a second). Always within that range.
class TickInterval final
{
public:
    /// One tick a second.
    constexpr TickInterval() = default;

    /// Nothing when outside the range or not finite.
    static std::optional<TickInterval> fromMilliseconds(double ms);
    static std::optional<TickInterval> fromHertz(double ticksPerSecond);
    /// The nearest interval within the range.
    static TickInterval bounded(std::chrono::nanoseconds interval);

    [[nodiscard]] constexpr std::chrono::nanoseconds nanoseconds() const { return m_interval; }
    [[nodiscard]] double milliseconds() const;
    [[nodiscard]] double hertz() const;

    static constexpr std::chrono::nanoseconds shortest{100'000};
    static constexpr std::chrono::nanoseconds longest{100'000'000'000};

    friend constexpr auto operator<=>(const TickInterval &, const TickInterval &) = default;

private:
    constexpr explicit TickInterval(std::chrono::nanoseconds interval) : m_interval(interval) { }

    std::chrono::nanoseconds m_interval{1'000'000'000};
};

} // namespace ticker
