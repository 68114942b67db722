// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feed_heartbeat.h"

#include <algorithm>

namespace ticker {

void FeedHeartbeat::start(std::function<void()> sendPing, std::function<void()> timedOut)
{
    Q_ASSERT(!m_timing.silence || *m_timing.silence > m_timing.interval);
    m_sendPing = std::move(sendPing);
    m_timedOut = std::move(timedOut);
    m_heardAt = m_deadline.now();
    m_pingAt = m_heardAt + m_timing.interval;
    wait();
}

void FeedHeartbeat::wait()
{
    const DeadlineQueue::Time next = m_timing.silence ? std::min(m_pingAt, m_heardAt + *m_timing.silence) : m_pingAt;
    m_deadline.start(next - m_deadline.now(), [this] { due(); });
}

bool FeedHeartbeat::isTooSilent(DeadlineQueue::Time now) const
{
    return m_timing.silence && now >= m_heardAt + *m_timing.silence;
}

/// What was heard meanwhile may have put off the end.
void FeedHeartbeat::due()
{
    const DeadlineQueue::Time now = m_deadline.now();
    if (isTooSilent(now)) {
        m_timedOut();
        return;
    }
    const bool pings = now >= m_pingAt;
    if (pings) {
        m_pingAt = now + m_timing.interval;
        m_pingedAt = now;
    }
    wait(); // before the ping leaves, which may fail and stop it
    if (pings)
        m_sendPing();
}

} // namespace ticker
