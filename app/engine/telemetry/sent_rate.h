// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"

#include <QtGlobal>

namespace ticker {

/// How many ticks a second one client was sent, over about two seconds. Renewed once a second, so that a row does not
/// change for it each time that it is looked at. A part of its client.
class SentRate final
{
public:
    explicit SentRate(DeadlineQueue::Time now) : m_older{now, 0}, m_newer{now, 0} { }

    /// So many were sent so far. Returns ticks a second.
    double update(DeadlineQueue::Time now, quint64 ticks)
    {
        if (now - m_newer.at >= std::chrono::seconds(1)) {
            m_rate = double(ticks - m_older.ticks) / std::chrono::duration<double>(now - m_older.at).count();
            m_older = m_newer;
            m_newer = {now, ticks};
        }
        return m_rate;
    }

private:
    struct Moment final
    {
        DeadlineQueue::Time at;
        quint64 ticks = 0;
    };

    Moment m_older;
    Moment m_newer;
    double m_rate = 0;
};

} // namespace ticker
