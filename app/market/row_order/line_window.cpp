// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/line_window.h"

#include <algorithm>
#include <utility>

namespace ticker {

LineWindow::Inserted LineWindow::insert(TickFileLine *line)
{
    const Key key = keyOf(*line);
    if (key < m_first)
        return Inserted::HasLeft;
    if (key < m_left)
        return Inserted::TooLate;
    std::unique_ptr<TickFileLine> kept;
    if (m_unused.empty()) {
        kept = std::make_unique<TickFileLine>();
    } else {
        kept = std::move(m_unused.back());
        m_unused.pop_back();
    }
    std::swap(*kept, *line);
    if (m_waiting.empty() || key > keyOf(*m_waiting.back().line)) {
        m_unmoved.push_back({kept->offset, kept->line});
        m_waiting.push_back({std::move(kept), false});
        return Inserted::Yes;
    }
    const auto place = std::upper_bound(m_waiting.begin(), m_waiting.end(), key,
                                        [](const Key &one, const Waiting &other) { return one < keyOf(*other.line); });
    m_waiting.insert(place, {std::move(kept), true});
    ++m_reordered;
    return Inserted::Yes;
}

bool LineWindow::isFull() const
{
    if (m_waiting.size() < fewLines)
        return false;
    return m_waiting.size() >= mostLines
        || quint64(m_waiting.back().line->timeNs) - quint64(front().timeNs) > quint64(shortTimeNs);
}

void LineWindow::pop()
{
    Waiting &first = m_waiting.front();
    m_left = keyOf(*first.line);
    if (!first.isMoved)
        m_unmoved.pop_front();
    m_unused.push_back(std::move(first.line));
    m_waiting.pop_front();
}

void LineWindow::restart(qint64 timeNs, quint64 offset)
{
    for (Waiting &each : m_waiting)
        m_unused.push_back(std::move(each.line));
    m_waiting.clear();
    m_unmoved.clear();
    m_reordered = 0;
    m_first = m_left = {timeNs, offset};
}

} // namespace ticker
