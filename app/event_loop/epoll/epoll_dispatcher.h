// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "epoll/epoll_notifiers.h"
#include "epoll/loop_waker.h"
#include "timers/timer_dispatcher.h"

#include <atomic>
#include <memory>

namespace ticker {

/// An event dispatcher over Linux's epoll: what a pass costs grows with what happens, not with the number of sockets and
/// timers. Owned by its QThread; wakeUp() and interrupt() are for any thread, all else for that one.
///
/// One pass, as in Qt's own dispatcher over poll():
///  1. awake(); posted events are sent.
///  2. If it may wait, aboutToBlock(); then one epoll_pwait2, up to the next timer's deadline.
///  3. Ready socket notifiers, of 128 descriptors at most. Timers come after them, so that data which is there already is
///     seen before the time-out that waits for it.
///  4. Each timer that was due, once; also those of interval 0, which keep the loop from waiting.
///  5. If a wake-up ended step 2, the posted events that it may have announced. Qt's leaves them to the next pass, which
///     then sends them and waits; here a pass that sent posted events never waits.
///
/// System calls of a pass: the epoll_pwait2 of step 2, nothing else (the clock is read without one). A change of what a
/// notifier waits for is one epoll_ctl; a wake-up from another thread one write() if the loop waits, else none. Nothing is
/// allocated. With ExcludeSocketNotifiers, which is rare, step 2 is a read() and a ppoll() of the wake-ups alone.
class EpollDispatcher final : public TimerDispatcher
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EpollDispatcher)

public:
    /// Null if the system refuses (no descriptors left, no epoll).
    [[nodiscard]] static std::unique_ptr<EpollDispatcher> create();
    ~EpollDispatcher() override = default;

    /// True if anything was handled: a notifier, a timer that is not of interval 0, a wake-up (which each posted event is).
    /// A wake-up or interrupt() that came since the last pass, or while a nested loop ran, keeps it from waiting.
    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;

    void wakeUp() override { m_waker.wakeUp(); }
    /// Ends the pass that runs now before it waits, and those around it if it is a nested one.
    void interrupt() override;

private:
    struct Sources
    {
        bool timers;
        bool notifiers;
    };

    EpollDispatcher() : m_notifiers(m_waker.descriptor()) { }

    [[nodiscard]] bool poll(bool mayWait, Sources sources);

    LoopWaker m_waker;
    EpollNotifiers m_notifiers;
    std::atomic<quint32> m_interrupts = 0; ///< How many there were: a pass notices those since its beginning.
    quint64 m_passes = 0;                  ///< How many were begun: a pass notices that another was nested in it.
};

} // namespace ticker
