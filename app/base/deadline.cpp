// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline.h"

namespace ticker {

void Deadline::start(DeadlineQueue::Time delay, DeadlineQueue::Callback callback)
{
    stop();
    m_id = m_queue.add(delay, [this, callback = std::move(callback)] {
        m_id = 0;
        callback();
    });
}

void Deadline::stop()
{
    if (m_id == 0)
        return;
    m_queue.cancel(m_id);
    m_id = 0;
}

} // namespace ticker
