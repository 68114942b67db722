// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timers/timer_heap.h"

#include <QHash>
#include <QList>
#include <Qt>

#include <optional>
#include <vector>

class QObject;

namespace ticker {

/// The timers of an event dispatcher: who is due when. Knows neither clock nor event loop: it is told the time, which is
/// monotonic, from any origin. Objects are only compared. One thread; owned by the dispatcher.
///
/// - Precise timers are due at their deadline, to the nanosecond. The next one is an interval after the last deadline, not
///   after the firing, so nothing drifts. If that has passed already, those missed are skipped, and the next one is an
///   interval from now, as with Qt's own timers.
/// - Coarse ones of more than 20 ms are late by up to 5 % of the interval, never early: their deadlines are rounded up to
///   steps that many timers share (see deadlineOf()). Without drift too.
/// - Very coarse ones have intervals of whole seconds, at least one, and are due on whole seconds.
///
/// add(), remove(), takeDue() and finish() are O(log n).
class EpollTimers final
{
public:
    using Time = TimerHeap::Time;
    using Duration = std::chrono::nanoseconds;

    struct Info
    {
        int id;
        Duration interval;
        Qt::TimerType type;
    };
    /// What is due is decided once at the beginning of a pass: timers added or fired since have to wait for the next one.
    struct Pass
    {
        Time now;
        quint64 firstTooNew;
    };
    /// A timer whose event is to be sent now.
    struct Due
    {
        int id;
        QObject *object;
        bool isZero; ///< Interval 0: due in every pass, so it is no update.
        TimerHeap::Slot slot;
        quint64 registration;
    };

    /// The interval is at least 0. An id that is there already is replaced.
    void add(int id, Duration interval, Qt::TimerType type, QObject *object, Time now);
    /// False if there was none.
    bool remove(int id);
    bool removeAll(const QObject *object);

    /// As they were added, in no particular order.
    [[nodiscard]] QList<Info> timersOf(const QObject *object) const;
    /// 0 if it is overdue, nullopt if it is unknown.
    [[nodiscard]] std::optional<Duration> remaining(int id, Time now) const;
    /// Moves the next deadline of a timer, which then is exact whatever its type; later ones go on from there. Less than 0 is
    /// 0. False if the id is unknown.
    bool setDeadline(int id, Duration fromNow, Time now);

    /// When the next timer is due, nothing if there is none. Those being fired do not count.
    [[nodiscard]] std::optional<Time> nextDeadline() const;

    [[nodiscard]] Pass beginPass(Time now) const { return {.now = now, .firstTooNew = m_heap.nextOrder()}; }
    /// The next timer that is due, in the order of deadlines. It has its next deadline already, but is not due again,
    /// not even in a nested loop, before finish().
    [[nodiscard]] std::optional<Due> takeDue(const Pass &pass);
    /// To be called when the timer's event was handled, even if it was removed meanwhile.
    void finish(const Due &due);

private:
    using Slot = TimerHeap::Slot;
    static constexpr Slot none = ~Slot(0);

    struct Timer
    {
        QObject *object;
        Duration interval; ///< As asked for.
        Duration period;   ///< What is added each time.
        Time ideal;        ///< The deadline before rounding.
        Time deadline;
        quint64 registration; ///< Tells a timer from the next one in the same slot.
        int id;
        Qt::TimerType type;
        Slot previous; ///< Of the same object.
        Slot next;
    };

    [[nodiscard]] static Time deadlineOf(const Timer &timer);
    void removeSlot(Slot slot);

    std::vector<Timer> m_timers;
    std::vector<Slot> m_freeSlots;
    QHash<int, Slot> m_slotOfId;
    QHash<const QObject *, Slot> m_firstOfObject;
    TimerHeap m_heap; ///< All but those being fired.
    quint64 m_lastRegistration = 0;
};

} // namespace ticker
