// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QTimerEvent>

#include <functional>

namespace ticker::test {

/// Lists the events of its timers, and does something at each.
class Receiver final : public QObject
{
public:
    explicit Receiver(std::function<void(int)> onTimer = {}) : m_onTimer(std::move(onTimer)) { }

    QList<int> fired;

protected:
    void timerEvent(QTimerEvent *event) override
    {
        fired.append(event->timerId());
        if (m_onTimer)
            m_onTimer(event->timerId());
    }

private:
    std::function<void(int)> m_onTimer;
};

/// Returns when all timers of this many milliseconds are due.
inline void passTime(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds, Qt::PreciseTimer);
    while (!deadline.hasExpired()) { }
}

} // namespace ticker::test
