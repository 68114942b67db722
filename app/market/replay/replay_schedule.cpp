// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_schedule.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ticker {

namespace {

constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();

qint64 sum(qint64 a, qint64 b)
{
    return b > 0 && a > endOfTime - b ? endOfTime : a + b;
}

/// Files may last for centuries.
qint64 rounded(double nanoseconds)
{
    return nanoseconds >= double(endOfTime) ? endOfTime : std::llround(nanoseconds);
}

} // namespace

ReplaySchedule::ReplaySchedule(const Options &options) : m_options(options)
{
    Q_ASSERT(options.speed >= lowestSpeed && options.speed <= highestSpeed);
    Q_ASSERT(options.longestGap >= Time::zero() && options.loopGap >= Time::zero());
}

void ReplaySchedule::begin(qint64 timeNs, Time now)
{
    m_begun = true;
    m_awaiting = false;
    m_nextTime = timeNs;
    restartCount(now);
}

void ReplaySchedule::advance(qint64 timeNs, Time now)
{
    Q_ASSERT(m_begun && timeNs >= m_nextTime);
    if (!std::exchange(m_awaiting, false))
        leaveTick(now);
    m_gap = timeNs - m_nextTime;
    m_nextTime = timeNs;
}

void ReplaySchedule::await(Time now)
{
    Q_ASSERT(m_begun);
    if (!std::exchange(m_awaiting, true))
        leaveTick(now);
    m_gap = endOfTime; // so that a pause or another speed counts what has passed
}

void ReplaySchedule::loop(qint64 timeNs, Time now)
{
    Q_ASSERT(m_begun);
    if (!std::exchange(m_awaiting, false))
        leaveTick(now);
    // Each round counts anew, so that the numbers do not grow for ever.
    restartCount(m_options.catchUp ? now : momentOf(m_gapStart));
    m_gap = m_options.loopGap.count();
    m_nextTime = timeNs;
}

/// The tick that is due now is at 0.
void ReplaySchedule::restartCount(Time now)
{
    m_anchor = now;
    m_played = 0;
    m_gapStart = 0;
    m_gap = 0;
}

/// The gap behind the tick begins.
void ReplaySchedule::leaveTick(Time now)
{
    m_gapStart = next();
    // Played by hand while paused, or on a gap that was made shorter than what had passed of it: it came just then.
    if (m_paused || (m_played > m_gapStart && !m_options.catchUp))
        m_played = m_gapStart;
    // Too late to be made up for: it counts as due now.
    if (!m_paused && !m_options.catchUp && now - momentOf(m_gapStart) > stallLimit) {
        m_anchor = now;
        m_played = m_gapStart;
    }
}

qint64 ReplaySchedule::next() const
{
    return sum(m_gapStart, effective(m_gap));
}

ReplaySchedule::Time ReplaySchedule::momentOf(qint64 played) const
{
    const double wait = double(std::max<qint64>(played - m_played, 0)) / m_options.speed;
    return Time(sum(m_anchor.count(), rounded(wait)));
}

qint64 ReplaySchedule::effective(qint64 fileGap) const
{
    return m_options.skipGaps ? std::min<qint64>(fileGap, m_options.longestGap.count()) : fileGap;
}

std::optional<ReplaySchedule::Time> ReplaySchedule::due() const
{
    if (!m_begun || m_paused)
        return std::nullopt;
    return momentOf(next());
}

bool ReplaySchedule::isDue(Time now) const
{
    const auto next = due();
    return next && *next <= now;
}

/// From now on, time is counted from now. A tick that is late is due now.
void ReplaySchedule::moveAnchor(Time now)
{
    if (!m_paused) {
        const qint64 passed = rounded(double((now - m_anchor).count()) * m_options.speed);
        m_played = std::max(m_played, std::min(sum(m_played, passed), next()));
    }
    m_anchor = now;
}

void ReplaySchedule::pause(Time now)
{
    if (m_paused)
        return;
    moveAnchor(now);
    m_paused = true;
}

void ReplaySchedule::resume(Time now)
{
    if (!m_paused)
        return;
    m_anchor = now;
    m_paused = false;
}

void ReplaySchedule::setSpeed(double speed, Time now)
{
    Q_ASSERT(speed >= lowestSpeed && speed <= highestSpeed);
    moveAnchor(now);
    m_options.speed = speed;
}

void ReplaySchedule::setSkipGaps(bool skip, Time now)
{
    moveAnchor(now);
    m_options.skipGaps = skip;
}

} // namespace ticker
