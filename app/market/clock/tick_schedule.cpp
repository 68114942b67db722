// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/tick_schedule.h"

#include <QtGlobal>

namespace ticker {

void TickSchedule::setInterval(Time interval, Time now)
{
    Q_ASSERT(interval > Time::zero());
    m_interval = interval;
    if (m_lastTick + interval > now) {
        m_anchor = m_lastTick;
        m_index = 1;
    } else {
        m_anchor = now;
        m_index = 0;
    }
}

void TickSchedule::start(Time now)
{
    m_anchor = now;
    m_index = 1;
    m_lastTick = now;
}

bool TickSchedule::takeTick(Time now)
{
    const Time deadline = nextDeadline();
    if (now < deadline)
        return false;
    const Time late = now - deadline;
    if (late > stallLimit && late > m_interval) {
        start(now);
        return true;
    }
    m_lastTick = deadline;
    ++m_index;
    return true;
}

} // namespace ticker
