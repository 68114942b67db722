// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline_queue.h"

#include <algorithm>

namespace ticker {

void DeadlineQueue::advance(Time now)
{
    m_now = std::max(m_now, now);
}

DeadlineQueue::Id DeadlineQueue::add(Time delay, Callback callback)
{
    const Id id = ++m_lastId;
    const Time time = m_now + std::max(delay, Time::zero());
    const auto added = m_deadlines.emplace(Key{time, id}, std::move(callback)).first;
    m_times.emplace(id, time);
    if (m_changed && added == m_deadlines.begin())
        m_changed();
    return id;
}

void DeadlineQueue::cancel(Id id)
{
    const auto found = m_times.find(id);
    if (found == m_times.end())
        return;
    m_deadlines.erase(Key{found->second, id});
    m_times.erase(found);
}

std::optional<DeadlineQueue::Time> DeadlineQueue::next() const
{
    if (m_deadlines.empty())
        return std::nullopt;
    return m_deadlines.begin()->first.first;
}

void DeadlineQueue::run(Time now)
{
    advance(now);
    const Time dueUntil = m_now;
    const Id lastDue = m_lastId;
    while (!m_deadlines.empty()) {
        const auto [time, id] = m_deadlines.begin()->first;
        // What a callback adds is due at dueUntil or later, and comes after all that was there before.
        if (time > dueUntil || id > lastDue)
            break;
        // Taken out first: the callback may cancel itself, add others, or destroy its owner.
        const Callback callback = std::move(m_deadlines.begin()->second);
        m_deadlines.erase(m_deadlines.begin());
        m_times.erase(id);
        callback();
    }
}

} // namespace ticker
