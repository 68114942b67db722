// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

namespace ticker {

quint32 CounterRandom::below(quint32 bound, quint64 counter) const
{
    Q_ASSERT(bound > 0);
    // Scales 32 bits to the range, and draws again where that would favour some numbers: the lowest 2^32 mod bound
    // remainders. For small bounds this hardly ever happens.
    const quint32 tooLow = quint32(-bound) % bound;
    for (quint64 draw = 0;; ++draw) {
        const quint64 scaled = (bits(counter, draw) >> 32) * bound;
        if (quint32(scaled) >= tooLow)
            return quint32(scaled >> 32);
    }
}

} // namespace ticker
