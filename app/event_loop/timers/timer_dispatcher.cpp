// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timers/timer_dispatcher.h"

#include <QCoreApplication>
#include <QThread>
#include <QTimerEvent>

#include <algorithm>
#include <limits>

namespace ticker {

using namespace std::chrono_literals;

namespace {

/// Linux's CLOCK_MONOTONIC, the clock that waits are measured by.
EpollTimers::Time now()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)

void TimerDispatcher::registerTimer(Qt::TimerId id, Duration interval, Qt::TimerType type, QObject *object)
{
    addTimer(int(id), interval, type, object);
}

bool TimerDispatcher::unregisterTimer(Qt::TimerId id)
{
    return removeTimer(int(id));
}

QList<QAbstractEventDispatcher::TimerInfoV2> TimerDispatcher::timersForObject(QObject *object) const
{
    QList<TimerInfoV2> list;
    for (const EpollTimers::Info &timer : m_timers.timersOf(object))
        list.append({.interval = timer.interval, .timerId = Qt::TimerId(timer.id), .timerType = timer.type});
    return list;
}

QAbstractEventDispatcher::Duration TimerDispatcher::remainingTime(Qt::TimerId id) const
{
    return m_timers.remaining(int(id), now()).value_or(Duration::min());
}

#else

void TimerDispatcher::registerTimer(int id, qint64 milliseconds, Qt::TimerType type, QObject *object)
{
    constexpr auto longest = std::chrono::floor<std::chrono::milliseconds>(Nanoseconds::max());
    addTimer(id, std::chrono::milliseconds(std::min<qint64>(milliseconds, longest.count())), type, object);
}

bool TimerDispatcher::unregisterTimer(int id)
{
    return removeTimer(id);
}

QList<QAbstractEventDispatcher::TimerInfo> TimerDispatcher::registeredTimers(QObject *object) const
{
    constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
    QList<TimerInfo> list;
    for (const EpollTimers::Info &timer : m_timers.timersOf(object)) {
        const auto interval = std::min(std::chrono::floor<std::chrono::milliseconds>(timer.interval), longest);
        list.append(TimerInfo(timer.id, int(interval.count()), timer.type));
    }
    return list;
}

int TimerDispatcher::remainingTime(int id)
{
    constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
    const auto remaining = m_timers.remaining(id, now());
    return remaining ? int(std::min(std::chrono::ceil<std::chrono::milliseconds>(*remaining), longest).count()) : -1;
}

#endif

void TimerDispatcher::addTimer(int id, Nanoseconds interval, Qt::TimerType type, QObject *object)
{
    if (id < 1 || interval < 0ns || !object) {
        qWarning("TimerDispatcher: a timer without id or object, or with a negative interval, is ignored");
        return;
    }
    if (isCalledRightly("timers cannot be started", object))
        m_timers.add(id, interval, type, object, now());
}

bool TimerDispatcher::removeTimer(int id)
{
    return isCalledRightly("timers cannot be stopped") && m_timers.remove(id);
}

bool TimerDispatcher::unregisterTimers(QObject *object)
{
    return isCalledRightly("timers cannot be stopped", object) && m_timers.removeAll(object);
}

void TimerDispatcher::setTimerDeadline(int timerId, Nanoseconds fromNow)
{
    if (isCalledRightly("deadlines cannot be set"))
        m_timers.setDeadline(timerId, fromNow, now());
}

std::optional<TimerDispatcher::Nanoseconds> TimerDispatcher::timeToNextTimer() const
{
    const auto deadline = m_timers.nextDeadline();
    if (!deadline)
        return std::nullopt;
    return std::max(*deadline - now(), 0ns);
}

int TimerDispatcher::fireTimers()
{
    int count = 0;
    const auto pass = m_timers.beginPass(now());
    while (const auto due = m_timers.takeDue(pass)) {
        QTimerEvent event(due->id);
        QCoreApplication::sendEvent(due->object, &event);
        m_timers.finish(*due);
        if (!due->isZero)
            ++count;
    }
    return count;
}

bool TimerDispatcher::isCalledRightly(const char *what, const QObject *object) const
{
    const QThread *const current = QThread::currentThread();
    if (thread() == current && (!object || object->thread() == current))
        return true;
    qWarning("TimerDispatcher: %s from another thread", what);
    return false;
}

} // namespace ticker

#include "moc_timer_dispatcher.cpp"
