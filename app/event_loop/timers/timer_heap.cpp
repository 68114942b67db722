// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timers/timer_heap.h"

#include <tuple>

namespace ticker {

bool TimerHeap::isBefore(const Entry &left, const Entry &right)
{
    return std::tie(left.deadline, left.order) < std::tie(right.deadline, right.order);
}

void TimerHeap::insert(Slot slot, Time deadline)
{
    Q_ASSERT(!contains(slot));
    if (slot >= m_positions.size())
        m_positions.resize(slot + 1, nowhere);
    m_entries.emplace_back();
    moveUp(m_entries.size() - 1, {.deadline = deadline, .order = m_nextOrder++, .slot = slot});
}

void TimerHeap::remove(Slot slot)
{
    if (!contains(slot))
        return;
    const std::size_t hole = m_positions[slot];
    m_positions[slot] = nowhere;
    const Entry last = m_entries.back();
    m_entries.pop_back();
    if (hole == m_entries.size())
        return; // it was the last one
    if (hole > 0 && isBefore(last, m_entries[(hole - 1) / 2]))
        moveUp(hole, last);
    else
        moveDown(hole, last);
}

void TimerHeap::put(std::size_t position, const Entry &entry)
{
    m_entries[position] = entry;
    m_positions[entry.slot] = quint32(position);
}

/// Puts the entry at the position, which is free, or above it.
void TimerHeap::moveUp(std::size_t position, const Entry &entry)
{
    while (position > 0) {
        const std::size_t parent = (position - 1) / 2;
        if (!isBefore(entry, m_entries[parent]))
            break;
        put(position, m_entries[parent]);
        position = parent;
    }
    put(position, entry);
}

/// Puts the entry at the position, which is free, or below it.
void TimerHeap::moveDown(std::size_t position, const Entry &entry)
{
    for (;;) {
        std::size_t child = 2 * position + 1;
        if (child >= m_entries.size())
            break;
        if (child + 1 < m_entries.size() && isBefore(m_entries[child + 1], m_entries[child]))
            ++child;
        if (!isBefore(m_entries[child], entry))
            break;
        put(position, m_entries[child]);
        position = child;
    }
    put(position, entry);
}

} // namespace ticker
