// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QStringView>
#include <QtGlobal>

namespace ticker {

/// The hash FNV-1a with 64 bits: G. Fowler, L. Noll, K. Vo. Portable, for spreading and not against adversaries.
[[nodiscard]] quint64 fnv1a64(QByteArrayView bytes);

/// A random number generator without a state: the number at each place of each stream can be had directly, is the same
/// on every machine and for ever, and needs nothing before it. For prices, not for secrets.
///
/// A place is a counter (a tick) and a draw within it. It is hashed with the finaliser of SplitMix64: G. Steele, D.
/// Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with the constants of S. Vigna's
/// splitmix64.c (public domain).
class CounterRandom final
{
public:
    constexpr explicit CounterRandom(quint64 seed) : m_key(mix(seed + increment)) { }
    /// The stream of one instrument of a market: its seed is the number at the place fnv1a64(symbol in UTF-8) of the
    /// market's own stream. So streams do not depend on which others there are.
    [[nodiscard]] static CounterRandom ofSymbol(quint64 seed, QStringView symbol);
    /// The stream of a sector, which no instrument of that name shares: by draw 1 at the place of its name.
    [[nodiscard]] static CounterRandom ofSector(quint64 seed, QStringView name);
    /// The stream of what a whole market has in common: by draw 2 at the place 0.
    [[nodiscard]] static CounterRandom ofMarket(quint64 seed);

    /// 64 uniform bits.
    [[nodiscard]] constexpr quint64 bits(quint64 counter, quint64 draw = 0) const
    {
        return mix(mix(m_key + counter * increment) + draw * increment);
    }

    /// Uniform between 0 and 1, and neither of them: the odd multiples of 2^-53, as exact as they are symmetric.
    [[nodiscard]] double uniform(quint64 counter, quint64 draw = 0) const;

    /// From the standard normal distribution, by inversion of uniform(): one draw for one number.
    [[nodiscard]] double normal(quint64 counter, quint64 draw = 0) const;

    /// A uniform integer from 0 to bound - 1, without bias: D. Lemire, "Fast random integer generation in an interval",
    /// ACM TOMACS 2019, beyond 32 bits by rejection. The bound is at least 1. What it rejects takes draws 2^32 apart.
    [[nodiscard]] quint64 below(quint64 bound, quint64 counter, quint64 draw = 0) const;

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
