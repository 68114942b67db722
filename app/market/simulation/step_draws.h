// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/random.h"

namespace ticker {

/// The random numbers of one step of a model: so many draws of a tick, from the first one on. Lives as long as the step, on
/// the market's thread; whoever makes it owns it.
class StepDraws final
{
public:
    /// How many there are.
    static constexpr quint64 perStep = 16;

    /// The stream outlives it.
    StepDraws(const CounterRandom &random, quint64 tick, quint64 first) : m_random(random), m_tick(tick), m_first(first)
    {
    }

    /// The standard normal number that moves the price, draw 0.
    [[nodiscard]] double shock() const { return normal(0); }
    [[nodiscard]] double uniform(quint64 draw) const { return m_random.uniform(m_tick, m_first + draw); }
    [[nodiscard]] double normal(quint64 draw) const { return m_random.normal(m_tick, m_first + draw); }
    [[nodiscard]] quint64 below(quint64 bound, quint64 draw) const
    {
        return m_random.below(bound, m_tick, m_first + draw);
    }

private:
    const CounterRandom &m_random;
    quint64 m_tick;
    quint64 m_first;
};

} // namespace ticker
