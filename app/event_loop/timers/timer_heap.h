// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <vector>

namespace ticker {

/// Slots, which are small numbers, by deadline, and by age among equal deadlines. A binary heap that knows where each
/// slot is, so that any of them is moved or removed in O(log n). Allocates only when it grows. One thread; a value.
class TimerHeap final
{
public:
    using Time = std::chrono::nanoseconds; ///< From any origin.
    using Slot = quint32;

    struct Entry
    {
        Time deadline;
        quint64 order; ///< Counts insertions.
        Slot slot;
    };

    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] bool contains(Slot slot) const { return slot < m_positions.size() && m_positions[slot] != nowhere; }
    /// The earliest one. Must not be called when empty.
    [[nodiscard]] const Entry &first() const { return m_entries.front(); }
    /// What the next insertion will have as its order.
    [[nodiscard]] quint64 nextOrder() const { return m_nextOrder; }

    /// The slot must not be there yet.
    void insert(Slot slot, Time deadline);
    /// Does nothing if it is not there.
    void remove(Slot slot);

private:
    static constexpr quint32 nowhere = ~quint32(0);

    [[nodiscard]] static bool isBefore(const Entry &left, const Entry &right);
    void put(std::size_t position, const Entry &entry);
    void moveUp(std::size_t position, const Entry &entry);
    void moveDown(std::size_t position, const Entry &entry);

    std::vector<Entry> m_entries;
    std::vector<quint32> m_positions; ///< Of each slot in m_entries.
    quint64 m_nextOrder = 0;
};

} // namespace ticker
