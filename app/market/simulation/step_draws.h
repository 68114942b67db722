// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/random.h"
#include "simulation/tick_context.h"

namespace ticker {

/// How much of what moves an instrument is its sector's: the weights of the two random numbers, whose squares add up to 1.
struct SectorShare final
{
    int sector = -1; ///< Its place in the market; -1: there is none, and the instrument moves by itself.
    double common = 0;
    double own = 1;
};

/// The share of an instrument of the market.
[[nodiscard]] SectorShare sectorShareOf(const MarketSpec &market, const Instrument &instrument);

/// The random numbers of one step of a model: so many draws of a tick, from the first one on. Lives as long as the step, on
/// the market's thread; whoever makes it owns it.
class StepDraws final
{
public:
    /// How many there are.
    static constexpr quint64 perStep = 16;

    /// Of an instrument without a sector. The stream outlives it.
    StepDraws(const CounterRandom &random, quint64 tick, quint64 first) : m_random(random), m_tick(tick), m_first(first)
    {
    }
    /// Of the so-manyth step of a tick, from 0. The tick and the share outlive it, too.
    StepDraws(const CounterRandom &random, const TickContext &tick, const SectorShare &share, quint64 first,
              quint64 step)
        : m_random(random), m_tick(tick.seq), m_first(first + step * perStep), m_context(&tick), m_share(&share),
          m_step(step), m_level(tick.level)
    {
    }

    /// The standard normal number that moves the price: draw 0, mixed with the sector's factor.
    [[nodiscard]] double shock() const;
    /// What a model's volatility is multiplied with at this time of the day; 1 in a market whose days are flat.
    [[nodiscard]] double level() const { return m_level; }
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
    const TickContext *m_context = nullptr; ///< Null: nothing is shared with other instruments.
    const SectorShare *m_share = nullptr;   ///< As well.
    quint64 m_step = 0;
    double m_level = 1;
};

} // namespace ticker
