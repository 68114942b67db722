// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// A random number generator without a state: the number at each place of each stream can be had directly, is the same on
/// every machine and for ever, and needs nothing before it. For prices, not for secrets.
///
/// A place is hashed with the finaliser of SplitMix64: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number
/// generators", OOPSLA 2014, with the constants of S. Vigna's splitmix64.c (public domain).
class CounterRandom final
{
public:
    constexpr explicit CounterRandom(quint64 seed) : m_key(mix(seed + increment)) { }

    /// 64 uniform bits.
    [[nodiscard]] constexpr quint64 bits(quint64 counter, quint64 draw = 0) const
    {
        return mix(mix(m_key + counter * increment) + draw * increment);
    }

    /// A uniform integer from 0 to bound - 1, without bias: D. Lemire, "Fast random integer generation in an interval",
    /// ACM TOMACS 2019. The bound is at least 1.
    [[nodiscard]] quint32 below(quint32 bound, quint64 counter) const;

private:
    static constexpr quint64 increment = 0x9e3779b97f4a7c15; // 2^64 divided by the golden ratio, odd

    static constexpr quint64 mix(quint64 z)
    {
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    quint64 m_key;
};

} // namespace ticker
