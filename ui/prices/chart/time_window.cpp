// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/time_window.h"

#include <algorithm>
#include <cmath>

namespace ticker {

qint64 TimeWindow::lengthMs() const
{
    return m_lengthMs.value_or(std::max(m_lastMs - m_firstMs, shortestMs));
}

void TimeWindow::setLength(std::optional<qint64> lengthMs)
{
    m_lengthMs = lengthMs ? std::optional(std::max(*lengthMs, shortestMs)) : std::nullopt;
    if (!m_lengthMs)
        toEnd();
    else if (m_endMs)
        moveTo(*m_endMs);
}

void TimeWindow::setKnown(qint64 firstMs, qint64 lastMs)
{
    m_firstMs = firstMs;
    m_lastMs = std::max(firstMs, lastMs);
    if (m_endMs && *m_endMs >= m_lastMs) // of another tape
        toEnd();
}

/// No further than to the first tick at the left edge, or to the last one at the right.
void TimeWindow::moveTo(qint64 endMs)
{
    const qint64 end = std::max(endMs, m_firstMs + lengthMs());
    m_endMs = end >= m_lastMs ? std::nullopt : std::optional(end);
}

void TimeWindow::pan(double share)
{
    if (m_lengthMs) // else all is shown
        moveTo(toMs() + std::llround(share * double(lengthMs())));
}

void TimeWindow::zoom(double factor, double anchor)
{
    const qint64 longest = std::max(longestMs, m_lastMs - m_firstMs);
    const qint64 before = lengthMs();
    const qint64 after = std::clamp<qint64>(std::llround(double(before) * factor), shortestMs, longest);
    const qint64 end = toMs() + std::llround((1 - anchor) * double(after - before));
    m_lengthMs = after;
    if (m_endMs)
        moveTo(end);
}

void TimeWindow::toStart()
{
    moveTo(m_firstMs);
}

} // namespace ticker
