// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"

#include <QtGlobal>

namespace ticker {

/// One timer on a DeadlineQueue, cancelled when it is destroyed. Server thread; a member of whoever waits.
class Deadline final
{
public:
    /// The queue must outlive it.
    explicit Deadline(DeadlineQueue &queue) : m_queue(queue) { }
    ~Deadline() { stop(); }
    Q_DISABLE_COPY_MOVE(Deadline)

    /// Calls back once after the delay. Starting again replaces what was started before.
    void start(DeadlineQueue::Time delay, DeadlineQueue::Callback callback);
    void stop();
    [[nodiscard]] bool isActive() const { return m_id != 0; }
    [[nodiscard]] DeadlineQueue::Time now() const { return m_queue.now(); }

private:
    DeadlineQueue &m_queue;
    DeadlineQueue::Id m_id = 0;
};

} // namespace ticker
