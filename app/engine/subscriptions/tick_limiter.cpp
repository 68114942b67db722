// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/tick_limiter.h"

#include <algorithm>
#include <chrono>

namespace ticker {

void TickLimiter::setRate(double hertz)
{
    Q_ASSERT(hertz == 0 || (hertz >= lowestRateHz && hertz <= highestRateHz));
    m_rateHz = hertz;
    m_next = m_wait.now();
    m_wait.stop();
    if (!m_held.isEmpty())
        release();
}

quint32 TickLimiter::take(std::span<const OutgoingPacket> ticks)
{
    Q_ASSERT(isActive());
    const auto merged = quint32(
        std::count_if(ticks.begin(), ticks.end(), [this](const OutgoingPacket &tick) { return m_held.hold(tick); }));
    const DeadlineQueue::Time now = m_wait.now();
    if (!m_wait.isActive() && now < m_next)
        m_wait.start(m_next - now, [this] { release(); });
    if (m_wait.isActive()) {
        m_held.forgetTexts(); // something newer may be sent before it
        return merged;
    }
    m_next = now; // ticks come more rarely than they may: what follows is counted from this one
    release();
    return merged;
}

void TickLimiter::release()
{
    const auto interval = std::chrono::duration_cast<DeadlineQueue::Time>(
        std::chrono::duration<double>(m_rateHz > 0 ? 1 / m_rateHz : 0));
    // Evenly, though timers are late: but two must not follow each other because the first one was very late.
    m_next += interval;
    if (m_next < m_wait.now())
        m_next = m_wait.now() + interval;
    const std::vector<OutgoingPacket> ticks = m_held.take();
    if (!ticks.empty()) // nobody wants them any more
        m_deliver(ticks);
}

void TickLimiter::stop()
{
    m_wait.stop();
    m_held.clear();
}

} // namespace ticker
