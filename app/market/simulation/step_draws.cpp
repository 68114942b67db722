// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/step_draws.h"

#include <cmath>

namespace ticker {

SectorShare sectorShareOf(const MarketSpec &market, const Instrument &instrument)
{
    const int sector = instrument.sector.isEmpty() ? -1 : market.indexOfSector(instrument.sector);
    if (sector < 0)
        return {};
    const double correlation = market.sectors[std::size_t(sector)].correlation;
    return {sector, std::sqrt(correlation), std::sqrt(1 - correlation)};
}

double StepDraws::shock() const
{
    const double own = normal(0);
    if (!m_share || m_share->sector < 0)
        return own;
    const double factor = m_context->factors.at(std::size_t(m_share->sector), m_tick, m_step);
    return m_share->common * factor + m_share->own * own;
}

} // namespace ticker
