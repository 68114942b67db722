// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/tick_batch.h"

#include <algorithm>

namespace ticker {

TickBatch::TickBatch(std::vector<OutgoingPacket> ticks) : m_ticks(std::move(ticks))
{
    Q_ASSERT(!m_ticks.empty());
    Q_ASSERT(std::all_of(m_ticks.cbegin(), m_ticks.cend(), [](const OutgoingPacket &tick) { return tick.isTick(); }));
    for (OutgoingPacket &tick : m_ticks) {
        tick.prepareFrame();
        m_frames += tick.preparedFrame();
        m_counted += tick.countsAsTick() ? 1 : 0;
    }
}

} // namespace ticker
