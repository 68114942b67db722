// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/row_order_search.h"

#include "instruments/instrument.h"
#include "row_order/line_window.h"

#include <algorithm>

namespace ticker {

void RowOrderSearch::see(const TickFileLine &line)
{
    constexpr int several = 3; // one may have a wrong time
    if (line.quotes.size() == 1) {
        const TickFileSymbol &symbol = line.quotes.front().symbol;
        const auto last = m_lastTimes.find(symbol);
        if (last != m_lastTimes.end()) {
            m_forward += line.timeNs > last->second ? 1 : 0;
            m_backward += line.timeNs < last->second ? 1 : 0;
            last->second = line.timeNs;
        } else if (m_lastTimes.size() <= MarketSpec::mostInstruments) {
            m_lastTimes.emplace(symbol, line.timeNs);
        }
    }
    const bool isEarlier = !m_isFirst && line.timeNs < m_latestNs
        && quint64(m_latestNs) - quint64(line.timeNs) > quint64(LineWindow::shortTimeNs);
    m_earlierInARow = isEarlier ? m_earlierInARow + 1 : 0;
    m_hasJumpBack = m_hasJumpBack || m_earlierInARow >= several;
    m_latestNs = m_isFirst ? line.timeNs : std::max(m_latestNs, line.timeNs);
    m_isFirst = false;
}

} // namespace ticker
