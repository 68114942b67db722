// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "histogram.h"
#include "system.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace ticker::bench {

/// What one client knows of its ticks.
struct TickCount
{
    std::uint64_t ticks = 0;
    Nanoseconds lastAt = 0; ///< 0 before the first one.
    std::uint64_t lastHash = 0;
};

/// Every tick of every client during the measurement: how many, how far apart, and when the first and the last client
/// got each. All clients must begin with the same tick for that.
class TickRecord final
{
public:
    /// @p ticks is how many of them can be told apart; those that come later are only counted.
    explicit TickRecord(std::size_t ticks) : m_ticks(ticks) { }

    [[nodiscard]] static std::uint64_t hashOf(std::string_view text) { return std::hash<std::string_view>()(text); }
    /// A tick that came at this time (above 0). The client's count is brought up to date.
    void add(TickCount &client, Nanoseconds at, std::string_view text);

    [[nodiscard]] std::uint64_t total() const { return m_total; }
    [[nodiscard]] std::uint64_t textBytes() const { return m_textBytes; }
    /// How often a client's n-th tick was not the same as the first client's n-th.
    [[nodiscard]] std::uint64_t mismatches() const { return m_mismatches; }
    /// Times between two ticks in a row of a client, all clients together.
    [[nodiscard]] const Histogram &intervals() const { return m_intervals; }
    /// For each tick that came to this many clients, the time from the first one's receipt to the last one's.
    [[nodiscard]] std::vector<Nanoseconds> spreads(std::size_t clients) const;

private:
    struct Tick
    {
        Nanoseconds first = 0;
        Nanoseconds last = 0;
        std::uint64_t hash = 0;
        std::size_t clients = 0;
    };

    std::vector<Tick> m_ticks;
    Histogram m_intervals;
    std::uint64_t m_total = 0;
    std::uint64_t m_textBytes = 0;
    std::uint64_t m_mismatches = 0;
};

} // namespace ticker::bench
