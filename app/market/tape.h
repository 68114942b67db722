// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "random.h"

namespace ticker {

/// The sequence of ticks. Depends on the seed alone, and gives any tick without those before it. A value.
class Tape final
{
public:
    constexpr explicit Tape(quint64 seed) : m_seed(seed), m_random(seed) { }

    [[nodiscard]] constexpr quint64 seed() const { return m_seed; }
    /// The headline's price at a tick, a uniform integer from 0 to 999. Ticks are numbered from 1.
    [[nodiscard]] int headlinePrice(quint64 tickNumber) const;

private:
    quint64 m_seed;
    CounterRandom m_random;
};

} // namespace ticker
