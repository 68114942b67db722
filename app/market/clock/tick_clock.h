// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/rate_meter.h"
#include "clock/tick_schedule.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace ticker {

/// Makes ticks at an even rate, from 0.01 to 10,000 a second. A QTimer wakes it; how many ticks are due then is decided by
/// TickSchedule, so that the timer's inaccuracy does not add up. Lives in the server thread, like its owner.
///
/// Beyond 1,000 ticks a second it wakes once a millisecond and makes several. After a stall (see TickSchedule::stallLimit)
/// it makes one tick, not all that were missed. Slots may call every function of it, or delete it.
class TickClock final : public QObject
{
    Q_OBJECT

public:
    /// Monotonic, from any origin.
    using TimeSource = std::function<std::chrono::nanoseconds()>;
    /// Moves a running timer to a time from now that is finer than a QTimer's milliseconds.
    using TimerSharpener = std::function<void(int timerId, std::chrono::nanoseconds fromNow)>;

    /// Starts stopped, with one tick a second, on the machine's steady clock.
    explicit TickClock(QObject *parent = nullptr);
    /// On a clock of the caller's.
    explicit TickClock(TimeSource timeSource, QObject *parent = nullptr);

    /// For an event dispatcher that can do it; else ticks come when the next millisecond of the QTimer is over.
    void setTimerSharpener(TimerSharpener sharpen) { m_sharpen = std::move(sharpen); }

    /// The time between two ticks, more than 0. Takes effect at once: the next tick comes one new interval after the last
    /// one, or now if that has passed.
    void setInterval(std::chrono::nanoseconds interval);
    [[nodiscard]] std::chrono::nanoseconds interval() const { return m_schedule.interval(); }

    /// The first tick comes after one interval, also after a pause. Does nothing while running.
    void start();
    void stop();
    [[nodiscard]] bool isRunning() const { return m_running; }

    /// Ticks a second as measured over the last seconds; 0 when stopped and until it is known.
    [[nodiscard]] double actualRateHz() const;

Q_SIGNALS:
    /// So many ticks are due, nearly always 1. What a slot changes is in force from the next tick on.
    void ticked(int count);

private:
    void wakeUp();
    [[nodiscard]] int takeTicks(std::chrono::nanoseconds now);
    void arm();
    void armSharply();
    void armRoundly();
    [[nodiscard]] bool isTimerRightFor(std::chrono::nanoseconds wait) const;

    TimeSource m_timeSource;
    TimerSharpener m_sharpen;
    TickSchedule m_schedule;
    RateMeter m_meter;
    QTimer m_timer;
    bool m_running = false;
    bool m_waking = false;           ///< Within wakeUp(), which arms the timer at its end.
    bool m_firstAfterChange = false; ///< The timer's phase is not the ticks' yet.
};

} // namespace ticker
