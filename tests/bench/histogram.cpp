// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace ticker::bench {

namespace {

// Values below 2^10 have a bucket each; of every power of two above, the 2^10 parts have one each.
constexpr int bits = 10;
constexpr std::size_t perPower = std::size_t(1) << bits;
constexpr int powers = 64 - bits + 1;

std::size_t bucketOf(std::uint64_t value)
{
    if (value < perPower)
        return value;
    const int shift = std::bit_width(value) - bits - 1;
    return std::size_t(shift) * perPower + (value >> shift);
}

std::int64_t valueOf(std::size_t bucket)
{
    if (bucket < 2 * perPower)
        return std::int64_t(bucket);
    const std::size_t shift = bucket / perPower - 1;
    return std::int64_t((bucket - shift * perPower) << shift);
}

} // namespace

Histogram::Histogram() : m_buckets(powers * perPower) { }

void Histogram::add(std::int64_t value)
{
    ++m_buckets[bucketOf(std::uint64_t(std::max<std::int64_t>(value, 0)))];
    ++m_count;
}

void Histogram::clear()
{
    std::fill(m_buckets.begin(), m_buckets.end(), 0);
    m_count = 0;
}

std::int64_t Histogram::quantile(double share) const
{
    const auto wanted = std::max<std::uint64_t>(1, std::uint64_t(std::ceil(share * double(m_count))));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
        seen += m_buckets[bucket];
        if (seen >= wanted)
            return valueOf(bucket);
    }
    return 0;
}

} // namespace ticker::bench
