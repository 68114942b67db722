// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/deadline_driver.h"

#include <algorithm>

namespace ticker {

DeadlineDriver::DeadlineDriver(QObject *parent) : QObject(parent)
{
    m_clock.start();
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &DeadlineDriver::run);
    m_queue.onChanged([this] { arm(); });
}

void DeadlineDriver::arm()
{
    const auto next = m_queue.next();
    if (!next) {
        m_timer.stop();
        return;
    }
    // Rounded up: a timer that fires too early would only have to be set again.
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - time());
    const auto bounded = std::max(wait, std::chrono::milliseconds(0));
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > bounded)
        m_timer.start(bounded);
}

void DeadlineDriver::run()
{
    m_queue.run(time());
    arm();
}

} // namespace ticker

#include "moc_deadline_driver.cpp"
