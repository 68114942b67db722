// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/random.h"

#include "simulation/exact_math.h"

#include <bit>
#include <limits>

namespace ticker {

namespace {

/// Between the draws that a rejection takes: more than anybody draws at one counter.
constexpr quint64 nextAttempt = quint64(1) << 32;

} // namespace

quint64 fnv1a64(QByteArrayView bytes)
{
    constexpr quint64 offsetBasis = 0xcbf29ce484222325;
    constexpr quint64 prime = 0x100000001b3;
    quint64 hash = offsetBasis;
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * prime;
    return hash;
}

CounterRandom CounterRandom::ofSymbol(quint64 seed, QStringView symbol)
{
    return CounterRandom(CounterRandom(seed).bits(fnv1a64(symbol.toUtf8())));
}

CounterRandom CounterRandom::ofSector(quint64 seed, QStringView name)
{
    return CounterRandom(CounterRandom(seed).bits(fnv1a64(name.toUtf8()), 1));
}

CounterRandom CounterRandom::ofMarket(quint64 seed)
{
    return CounterRandom(CounterRandom(seed).bits(0, 2));
}

double CounterRandom::uniform(quint64 counter, quint64 draw) const
{
    constexpr int unusedBits = 11;
    return double((bits(counter, draw) >> unusedBits) | 1) * 0x1p-53;
}

double CounterRandom::normal(quint64 counter, quint64 draw) const
{
    return inverseNormal(uniform(counter, draw));
}

quint64 CounterRandom::below(quint64 bound, quint64 counter, quint64 draw) const
{
    Q_ASSERT(bound > 0);
    if (bound > std::numeric_limits<quint32>::max()) {
        const int unusedBits = std::countl_zero(bound - 1);
        for (;; draw += nextAttempt) {
            const quint64 candidate = bits(counter, draw) >> unusedBits;
            if (candidate < bound)
                return candidate;
        }
    }
    // Scales 32 bits to the range, and draws again where that would favour some numbers: the lowest 2^32 mod bound
    // remainders. For small bounds this hardly ever happens.
    const quint32 tooLow = quint32(-quint32(bound)) % quint32(bound);
    for (;; draw += nextAttempt) {
        const quint64 scaled = (bits(counter, draw) >> 32) * bound;
        if (quint32(scaled) >= tooLow)
            return scaled >> 32;
    }
}

} // namespace ticker
