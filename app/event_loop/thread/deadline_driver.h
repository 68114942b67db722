// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace ticker {

/// Ties the engine's deadlines to the event loop with a single timer. Server thread; owned by the server.
class DeadlineDriver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeadlineDriver)

public:
    explicit DeadlineDriver(QObject *parent = nullptr);

    [[nodiscard]] DeadlineQueue &queue() { return m_queue; }
    /// To be called where the event loop enters our code, so that deadlines count from now and not from the last event.
    void touch() { m_queue.advance(time()); }

private:
    [[nodiscard]] DeadlineQueue::Time time() const { return DeadlineQueue::Time(m_clock.nsecsElapsed()); }
    void arm();
    void run();

    DeadlineQueue m_queue;
    QElapsedTimer m_clock; ///< Monotonic: the wall clock may jump.
    QTimer m_timer;
};

} // namespace ticker
