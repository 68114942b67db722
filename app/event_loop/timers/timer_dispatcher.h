// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timers/epoll_timers.h"

#include <QAbstractEventDispatcher>

namespace ticker {

// The one place that knows what Qt 6.8 changed: it asks with nanoseconds (for QChronoTimer) and ids of a type of their
// own where 6.4 has milliseconds and int.
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
using TimerDispatcherBase = QAbstractEventDispatcherV2;
#else
using TimerDispatcherBase = QAbstractEventDispatcher;
#endif

/// The half of an event dispatcher that has to do with timers, over EpollTimers and the machine's steady clock. Its
/// thread's; warns of calls from another, as Qt's dispatchers do, and ignores them.
class TimerDispatcher : public TimerDispatcherBase
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimerDispatcher)

public:
    using Nanoseconds = std::chrono::nanoseconds;

    ~TimerDispatcher() override = default;

    /// Moves the next expiry of a registered timer to exactly this time from now; 0 or less is the next pass. QTimer counts
    /// in milliseconds, this does not. A repeating timer goes on from there by its interval. Does nothing if the id is
    /// unknown. Of the dispatcher's thread only.
    void setTimerDeadline(int timerId, Nanoseconds fromNow);

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object) final;
    bool unregisterTimer(Qt::TimerId id) final;
    [[nodiscard]] QList<TimerInfoV2> timersForObject(QObject *object) const final;
    /// Duration::min() if the id is unknown, 0 if it is overdue.
    [[nodiscard]] Duration remainingTime(Qt::TimerId id) const final;
#else
    using QAbstractEventDispatcher::registerTimer;
    void registerTimer(int id, qint64 milliseconds, Qt::TimerType type, QObject *object) final;
    bool unregisterTimer(int id) final;
    [[nodiscard]] QList<TimerInfo> registeredTimers(QObject *object) const final;
    /// In milliseconds, rounded up; -1 if the id is unknown, 0 if it is overdue.
    [[nodiscard]] int remainingTime(int id) final;
#endif
    /// False if it had none.
    bool unregisterTimers(QObject *object) final;

protected:
    TimerDispatcher() = default;

    /// Nothing if there is no timer to wait for.
    [[nodiscard]] std::optional<Nanoseconds> timeToNextTimer() const;
    /// Sends the events of all timers that are due and returns how many, not counting those of interval 0.
    int fireTimers();
    /// Whether this is the dispatcher's thread, and the object's if there is one; else it warns.
    [[nodiscard]] bool isCalledRightly(const char *what, const QObject *object = nullptr) const;

private:
    void addTimer(int id, Nanoseconds interval, Qt::TimerType type, QObject *object);
    bool removeTimer(int id);

    EpollTimers m_timers;
};

} // namespace ticker
