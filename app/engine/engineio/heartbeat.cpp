// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/heartbeat.h"

#include <utility>

namespace ticker {

void Heartbeat::start(std::function<void()> sendPing, std::function<void()> timedOut)
{
    m_sendPing = std::move(sendPing);
    m_timedOut = std::move(timedOut);
    scheduleNextPing();
}

void Heartbeat::startListening(std::function<void()> timedOut)
{
    m_timedOut = std::move(timedOut);
    awaitPing();
}

void Heartbeat::pongReceived()
{
    if (!m_awaitsPong)
        return;
    m_roundTrip = m_deadline.now() - m_pingedAt;
    scheduleNextPing();
}

void Heartbeat::scheduleNextPing()
{
    m_awaitsPong = false;
    m_deadline.start(m_timing.interval, [this] {
        m_awaitsPong = true;
        m_pingedAt = m_deadline.now();
        m_hasExtended = false;
        awaitPong(); // before the ping leaves, which may fail and stop it
        m_sendPing();
    });
}

void Heartbeat::awaitPong()
{
    m_deadline.start(m_timing.timeout, [this] { m_timedOut(); });
}

void Heartbeat::messageReceived()
{
    if (!m_awaitsPong || std::exchange(m_hasExtended, true))
        return;
    awaitPong();
}

void Heartbeat::awaitPing()
{
    m_deadline.start(m_timing.interval + m_timing.timeout, [this] { m_timedOut(); });
}

} // namespace ticker
