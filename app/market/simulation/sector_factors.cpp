// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/sector_factors.h"

#include <cmath>

namespace ticker {

SectorFactors::SectorFactors(const MarketSpec &spec, quint64 seed) : m_terms(spec.sectors.size())
{
    const std::size_t count = spec.sectors.size();
    for (const Sector &sector : spec.sectors)
        m_streams.push_back(CounterRandom::ofSector(seed, sector.name));
    if (const CorrelationMatrix &matrix = spec.sectorCorrelations; !matrix.isEmpty()) {
        const auto factor = matrix.factor();
        Q_ASSERT(factor && matrix.size() == count);
        for (std::size_t i = 0; i < count; ++i) {
            for (std::size_t j = 0; j < count; ++j)
                addTerm(i, j, (*factor)[i * count + j]);
        }
    } else {
        m_streams.push_back(CounterRandom::ofMarket(seed));
        for (std::size_t i = 0; i < count; ++i) {
            addTerm(i, count, std::sqrt(spec.marketCorrelation));
            addTerm(i, i, std::sqrt(1 - spec.marketCorrelation));
        }
    }
    m_numbers.resize(m_streams.size());
    for (Step &step : m_steps)
        step.factors.resize(count);
}

void SectorFactors::addTerm(std::size_t sector, std::size_t stream, double weight)
{
    if (weight != 0)
        m_terms[sector].push_back({stream, weight});
}

double SectorFactors::at(std::size_t sector, quint64 tick, std::size_t step)
{
    Step &drawn = m_steps[step];
    if (!drawn.isDrawn || drawn.tick != tick)
        draw(drawn, tick, step);
    return drawn.factors[sector];
}

void SectorFactors::draw(Step &step, quint64 tick, std::size_t number)
{
    for (std::size_t i = 0; i < m_streams.size(); ++i)
        m_numbers[i] = m_streams[i].normal(tick, number);
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        double sum = 0;
        for (const Term &term : m_terms[i])
            sum += term.weight * m_numbers[term.stream];
        step.factors[i] = sum;
    }
    step.tick = tick;
    step.isDrawn = true;
}

} // namespace ticker
