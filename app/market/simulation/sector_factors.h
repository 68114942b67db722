// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"
#include "simulation/random.h"

#include <array>
#include <vector>

namespace ticker {

/// What moves the instruments of each sector together: a standard normal number for each sector in each step of a tick, with
/// the correlations that the market has between sectors. Owned by the Market, on its thread.
///
/// Each sector has a stream of random numbers, by the seed and its name, and the market has one. With one correlation for
/// all pairs a sector's factor is sqrt(c) M + sqrt(1 - c) G, M the market's number and G its own, so that other sectors do
/// not matter. With a matrix it is the sum that CorrelationMatrix::factor() tells. What instruments there are never matters.
class SectorFactors final
{
public:
    static constexpr std::size_t mostSteps = 10; ///< In a tick.

    /// The specification holds to its ranges.
    SectorFactors(const MarketSpec &spec, quint64 seed);

    /// Of a sector, by its place in the market, in a step of a tick, from 0. Those of all sectors are drawn when the first
    /// one is asked for: in ticks in which none is, they cost nothing. Allocates nothing.
    [[nodiscard]] double at(std::size_t sector, quint64 tick, std::size_t step);

private:
    struct Term final
    {
        std::size_t stream;
        double weight;
    };
    struct Step final
    {
        bool isDrawn = false;
        quint64 tick = 0;
        std::vector<double> factors; ///< Of each sector.
    };

    void addTerm(std::size_t sector, std::size_t stream, double weight);
    void draw(Step &step, quint64 tick, std::size_t number);

    std::vector<CounterRandom> m_streams;   ///< The market's, and that of each sector.
    std::vector<double> m_numbers;          ///< Of each stream, in the step that is being drawn.
    std::vector<std::vector<Term>> m_terms; ///< Of each sector's factor.
    std::array<Step, mostSteps> m_steps;    ///< Those last drawn.
};

} // namespace ticker
