// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/past_ticks.h"

#include <algorithm>

namespace ticker {

TickHistory::TradeWalk PastTicks::tradesFrom(int instrument, qint64 seq) const
{
    Q_ASSERT(seq <= 0);
    return m_ticks.tradesFrom(instrument, m_ticks.lastSeq() + quint64(std::max(seq, firstSeq())));
}

TickHistory::TradeWalk PastTicks::tradesBack(int instrument, qint64 seq) const
{
    Q_ASSERT(seq <= 0);
    // Before the oldest one there is none: the place 0.
    return m_ticks.tradesBack(instrument, m_ticks.lastSeq() + quint64(std::max(seq, firstSeq() - 1)));
}

} // namespace ticker
