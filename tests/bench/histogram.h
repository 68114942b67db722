// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace ticker::bench {

/// Counts values of any size with a resolution of a thousandth of the value, so that nothing is allocated for one.
class Histogram final
{
public:
    Histogram();

    void add(std::int64_t value);
    void clear();
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// The value that this share (0 to 1) of all values does not exceed, or 0 when there is none.
    [[nodiscard]] std::int64_t quantile(double share) const;

private:
    std::vector<std::uint32_t> m_buckets;
    std::uint64_t m_count = 0;
};

} // namespace ticker::bench
