// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "timers/epoll_timers.h"

#include <algorithm>
#include <array>

namespace ticker {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

/// Up to here coarse timers are precise, as Qt's are: 5 % would be less than a millisecond.
constexpr auto longestAlwaysPrecise = 20ms;
/// A coarse timer is late by at most this part of its interval, 5 %.
constexpr int coarseParts = 20;
/// Deadlines of coarse timers are multiples of one of these, so that many timers share one wake-up.
constexpr std::array<nanoseconds, 10> coarseSteps{1s, 500ms, 250ms, 100ms, 50ms, 25ms, 10ms, 5ms, 2ms, 1ms};

/// Saturates: an interval may be as long as 292 years.
nanoseconds sum(nanoseconds time, nanoseconds duration)
{
    return time + std::min(duration, nanoseconds::max() - time);
}

nanoseconds roundedUp(nanoseconds time, nanoseconds step)
{
    const nanoseconds rest = time % step;
    return rest == 0ns ? time : sum(time, step - rest);
}

nanoseconds periodOf(nanoseconds interval, Qt::TimerType type)
{
    if (type != Qt::VeryCoarseTimer)
        return interval;
    return std::max<nanoseconds>(std::chrono::floor<std::chrono::seconds>(sum(interval, 500ms)), 1s);
}

} // namespace

EpollTimers::Time EpollTimers::deadlineOf(const Timer &timer)
{
    if (timer.type == Qt::VeryCoarseTimer)
        return roundedUp(timer.ideal, 1s);
    if (timer.type == Qt::PreciseTimer || timer.interval <= longestAlwaysPrecise)
        return timer.ideal;
    const nanoseconds tolerance = timer.interval / coarseParts;
    const auto *const step = std::find_if(coarseSteps.begin(), coarseSteps.end(),
                                          [tolerance](nanoseconds candidate) { return candidate <= tolerance; });
    return roundedUp(timer.ideal, *step);
}

void EpollTimers::add(int id, Duration interval, Qt::TimerType type, QObject *object, Time now)
{
    Q_ASSERT(interval >= 0ns);
    remove(id);
    Slot slot = Slot(m_timers.size());
    if (m_freeSlots.empty()) {
        m_timers.emplace_back();
    } else {
        slot = m_freeSlots.back();
        m_freeSlots.pop_back();
    }
    const Slot sibling = m_firstOfObject.value(object, none);
    if (sibling != none)
        m_timers[sibling].previous = slot;
    m_firstOfObject.insert(object, slot);
    m_slotOfId.insert(id, slot);
    const Duration period = periodOf(interval, type);
    Timer &timer = m_timers[slot];
    timer = {.object = object,
             .interval = interval,
             .period = period,
             .ideal = sum(now, period),
             .deadline = {},
             .registration = ++m_lastRegistration,
             .id = id,
             .type = type,
             .previous = none,
             .next = sibling};
    timer.deadline = deadlineOf(timer);
    m_heap.insert(slot, timer.deadline);
}

bool EpollTimers::remove(int id)
{
    const auto found = m_slotOfId.constFind(id);
    if (found == m_slotOfId.cend())
        return false;
    removeSlot(*found);
    return true;
}

bool EpollTimers::removeAll(const QObject *object)
{
    const auto found = m_firstOfObject.constFind(object);
    if (found == m_firstOfObject.cend())
        return false;
    for (Slot slot = *found; slot != none;) {
        const Slot next = m_timers[slot].next;
        removeSlot(slot);
        slot = next;
    }
    return true;
}

void EpollTimers::removeSlot(Slot slot)
{
    Timer &timer = m_timers[slot];
    if (timer.next != none)
        m_timers[timer.next].previous = timer.previous;
    if (timer.previous != none)
        m_timers[timer.previous].next = timer.next;
    else if (timer.next != none)
        m_firstOfObject.insert(timer.object, timer.next);
    else
        m_firstOfObject.remove(timer.object);
    m_slotOfId.remove(timer.id);
    m_heap.remove(slot);
    timer.registration = 0;
    m_freeSlots.push_back(slot);
}

QList<EpollTimers::Info> EpollTimers::timersOf(const QObject *object) const
{
    QList<Info> list;
    for (Slot slot = m_firstOfObject.value(object, none); slot != none; slot = m_timers[slot].next) {
        const Timer &timer = m_timers[slot];
        list.append({.id = timer.id, .interval = timer.interval, .type = timer.type});
    }
    return list;
}

std::optional<EpollTimers::Duration> EpollTimers::remaining(int id, Time now) const
{
    const auto found = m_slotOfId.constFind(id);
    if (found == m_slotOfId.cend())
        return std::nullopt;
    return std::max(m_timers[*found].deadline - now, Duration(0));
}

bool EpollTimers::setDeadline(int id, Duration fromNow, Time now)
{
    const auto found = m_slotOfId.constFind(id);
    if (found == m_slotOfId.cend())
        return false;
    Timer &timer = m_timers[*found];
    timer.ideal = sum(now, std::max(fromNow, Duration(0)));
    timer.deadline = timer.ideal;
    if (m_heap.contains(*found)) { // else it is being fired; finish() will see to it
        m_heap.remove(*found);
        m_heap.insert(*found, timer.deadline);
    }
    return true;
}

std::optional<EpollTimers::Time> EpollTimers::nextDeadline() const
{
    if (m_heap.isEmpty())
        return std::nullopt;
    return m_heap.first().deadline;
}

/// What is too new for this pass never hides what is not: its deadline is no earlier than the pass began, and among equal
/// deadlines the older entry comes first.
std::optional<EpollTimers::Due> EpollTimers::takeDue(const Pass &pass)
{
    if (m_heap.isEmpty() || m_heap.first().deadline > pass.now || m_heap.first().order >= pass.firstTooNew)
        return std::nullopt;
    const Slot slot = m_heap.first().slot;
    m_heap.remove(slot);
    Timer &timer = m_timers[slot];
    timer.ideal = sum(timer.ideal, timer.period);
    if (timer.ideal < pass.now)
        timer.ideal = sum(pass.now, timer.period);
    timer.deadline = deadlineOf(timer);
    return Due{.id = timer.id,
               .object = timer.object,
               .isZero = timer.period == 0ns,
               .slot = slot,
               .registration = timer.registration};
}

void EpollTimers::finish(const Due &due)
{
    const Timer &timer = m_timers[due.slot];
    if (timer.registration == due.registration)
        m_heap.insert(due.slot, timer.deadline);
}

} // namespace ticker
