// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/rate_meter.h"

#include <algorithm>

namespace ticker {

void RateMeter::countTick(Time now)
{
    ++m_ticks;
    if (!m_marks.empty() && now - m_marks.back().time < spacing)
        return;
    m_marks.push_back({now, m_ticks});
    // Two remain however old they are: at a tick a minute they are all there is.
    while (m_marks.size() > 2 && m_marks.front().time < now - window)
        m_marks.pop_front();
}

double RateMeter::hertz(Time now) const
{
    if (m_marks.size() < 2)
        return 0;
    const Mark &first = m_marks.front();
    const Mark &last = m_marks.back();
    const std::chrono::duration<double> measured = last.time - first.time;
    const double rate = double(last.ticks - first.ticks) / measured.count();
    // A tick that is overdue lowers the rate to what is still possible.
    const std::chrono::duration<double> silence = now - last.time;
    const double pending = double(m_ticks - last.ticks) + 1;
    return silence.count() * rate > pending + 1 ? pending / silence.count() : rate;
}

} // namespace ticker
