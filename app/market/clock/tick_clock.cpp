// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/tick_clock.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

using namespace std::chrono_literals;

/// Ticks of one wake-up: more than the 10 that are due each millisecond at the highest rate, so that it can catch up, but
/// not so many that the event loop waits long for its other work.
constexpr int maxTicksPerWakeUp = 64;

/// What a QTimer can tell apart.
constexpr auto timerResolution = 1ms;

/// Between two wake-ups: a wake-up costs more than the few ticks that it makes.
constexpr std::chrono::nanoseconds shortestSleep = 1ms;

/// The period of a repeating timer whose wake-ups fall onto the ticks, or 0 if there is none. Below a millisecond, the
/// timer's resolution, each wake-up finds several ticks due.
std::chrono::milliseconds repeatingPeriod(std::chrono::nanoseconds interval)
{
    if (interval < timerResolution)
        return timerResolution;
    const auto period = std::chrono::floor<std::chrono::milliseconds>(interval);
    return period == interval ? period : 0ms;
}

} // namespace

TickClock::TickClock(QObject *parent)
    : TickClock([] { return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()); }, parent)
{
}

TickClock::TickClock(TimeSource timeSource, QObject *parent)
    : QObject(parent), m_timeSource(std::move(timeSource)), m_schedule(1s)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &TickClock::wakeUp);
}

void TickClock::setInterval(std::chrono::nanoseconds interval)
{
    Q_ASSERT(interval > 0ns);
    if (interval == m_schedule.interval())
        return;
    m_schedule.setInterval(interval, m_timeSource());
    m_meter.reset();
    m_firstAfterChange = true;
    if (m_running && !m_waking)
        arm();
}

void TickClock::start()
{
    if (m_running)
        return;
    m_running = true;
    m_firstAfterChange = true;
    m_meter.reset();
    m_schedule.start(m_timeSource());
    if (!m_waking)
        arm();
}

void TickClock::stop()
{
    m_running = false;
    m_timer.stop();
    m_meter.reset();
}

double TickClock::actualRateHz() const
{
    return m_running ? m_meter.hertz(m_timeSource()) : 0;
}

void TickClock::wakeUp()
{
    const QPointer<TickClock> self(this);
    m_waking = true;
    const int ticks = m_running ? takeTicks(m_timeSource()) : 0;
    if (ticks > 0)
        Q_EMIT ticked(ticks);
    if (!self)
        return;
    m_waking = false;
    if (m_running)
        arm();
}

int TickClock::takeTicks(std::chrono::nanoseconds now)
{
    int ticks = 0;
    while (ticks < maxTicksPerWakeUp && m_schedule.takeTick(now)) {
        ++ticks;
        m_meter.countTick(now);
        if (std::exchange(m_firstAfterChange, false) && !m_sharpen)
            m_schedule.restartFrom(now); // the timer's phase is the ticks' from here on
    }
    return ticks;
}

void TickClock::arm()
{
    if (m_sharpen)
        armSharply();
    else
        armRoundly();
}

void TickClock::armSharply()
{
    const auto ticksPerWakeUp = (shortestSleep - 1ns) / m_schedule.interval() + 1;
    const auto wait = std::max(0ns, m_schedule.deadlineAfter(ticksPerWakeUp - 1) - m_timeSource());
    m_timer.setSingleShot(true);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    m_sharpen(m_timer.timerId(), wait);
}

void TickClock::armRoundly()
{
    const auto wait = m_schedule.nextDeadline() - m_timeSource();
    if (!m_firstAfterChange && isTimerRightFor(wait))
        return;
    const auto period = repeatingPeriod(m_schedule.interval());
    const bool fallsOntoTicks = wait > 0ns && wait <= period && period - wait <= timerResolution;
    m_timer.setSingleShot(!fallsOntoTicks || m_firstAfterChange);
    if (m_timer.isSingleShot())
        m_timer.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(wait)));
    else
        m_timer.start(period);
}

/// A repeating timer keeps its phase better than one that is set each time, so it is left alone while it fits.
bool TickClock::isTimerRightFor(std::chrono::nanoseconds wait) const
{
    const auto period = repeatingPeriod(m_schedule.interval());
    if (!m_timer.isActive() || m_timer.isSingleShot() || m_timer.intervalAsDuration() != period || wait <= 0ns)
        return false;
    return period <= timerResolution || std::chrono::abs(m_timer.remainingTimeAsDuration() - wait) <= timerResolution;
}

} // namespace ticker

#include "moc_tick_clock.cpp"
