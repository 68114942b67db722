// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/replay_player.h"

#include "thread/server_dispatcher.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace ticker {

namespace {

using namespace std::chrono_literals;

/// Ticks in one run of the event loop: files have thousands with the same time, and connections want to be served.
constexpr int ticksAtOnce = 64;
/// The file is read on for this time, so often: a fifth of the thread's time at most, and no tick is later than this.
constexpr auto indexSlice = 2ms;
constexpr auto indexPause = 10ms;
/// A QTimer counts in an int; files have gaps of weeks.
constexpr auto longestWait = 1h;

std::chrono::nanoseconds steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace

ReplayPlayer::ReplayPlayer(ReplaySource source, const Options &options, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_options(options), m_schedule(options.schedule)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplayPlayer::wakeUp);
    connect(&m_indexing, &QTimer::timeout, this, &ReplayPlayer::indexSome);
}

void ReplayPlayer::start()
{
    if (std::exchange(m_begun, true))
        return;
    m_indexing.start(indexPause);
    const auto first = m_source.next(); // there is one, or it could not have been opened
    if (!first || !*first)
        return finish(first ? std::nullopt : std::optional(first.error()));
    setNext(*first);
    m_schedule.begin(m_next->timeNs, steadyNow());
    arm();
}

/// Null: there is none.
void ReplayPlayer::setNext(const ReplayTick *tick)
{
    m_next = tick;
    if (tick)
        m_timeNs = tick->timeNs;
}

void ReplayPlayer::setPaused(bool paused)
{
    m_meter.reset();
    if (paused)
        m_schedule.pause(steadyNow());
    else
        m_schedule.resume(steadyNow());
    arm();
}

void ReplayPlayer::setSpeed(double speed)
{
    m_meter.reset();
    m_schedule.setSpeed(speed, steadyNow());
    arm();
}

void ReplayPlayer::setSkipGaps(bool skip)
{
    m_meter.reset();
    m_schedule.setSkipGaps(skip, steadyNow());
    arm();
}

void ReplayPlayer::setLoop(bool loop)
{
    m_options.loop = loop;
    if (loop && m_ended && !m_error)
        static_cast<void>(seek(0)); // why it cannot is in error() then
}

std::optional<ReplayError> ReplayPlayer::seek(double share)
{
    auto error = m_source.seekShare(share);
    if (error && !m_source.hasFailed())
        return error;
    const auto next = m_source.next();
    setNext(next ? *next : nullptr);
    m_ended = !m_next;
    m_error = next ? std::nullopt : std::optional(next.error());
    m_meter.reset();
    if (m_next)
        m_schedule.begin(m_next->timeNs, steadyNow());
    arm();
    return m_error;
}

void ReplayPlayer::wakeUp()
{
    playDue();
    arm();
}

void ReplayPlayer::playDue()
{
    for (int i = 0; i < ticksAtOnce && m_next && m_schedule.isDue(steadyNow()); ++i) {
        m_meter.countTick(steadyNow());
        Q_EMIT ticked(*m_next);
        if (!fetchNext())
            return;
    }
}

/// False: there is none.
bool ReplayPlayer::fetchNext()
{
    auto next = m_source.next();
    bool isFirst = false;
    if (next && !*next && m_options.loop) {
        m_source.rewind();
        next = m_source.next();
        isFirst = true;
    }
    if (!next || !*next) {
        finish(next ? std::nullopt : std::optional(next.error()));
        return false;
    }
    setNext(*next);
    if (isFirst)
        m_schedule.loop(m_next->timeNs, steadyNow());
    else
        m_schedule.advance(m_next->timeNs, steadyNow());
    return true;
}

void ReplayPlayer::finish(const std::optional<ReplayError> &error)
{
    m_next = nullptr;
    m_ended = true;
    m_error = error;
    m_timer.stop();
    Q_EMIT ended(error);
}

void ReplayPlayer::arm()
{
    const auto due = m_next ? m_schedule.due() : std::nullopt;
    if (!due) {
        m_timer.stop();
        return;
    }
    const auto wait = std::clamp<std::chrono::nanoseconds>(*due - steadyNow(), 0ns, longestWait);
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(wait));
    if (wait > 0ns)
        setTimerDeadline(m_timer.timerId(), wait);
}

double ReplayPlayer::actualRateHz() const
{
    return m_ended ? 0 : m_meter.hertz(steadyNow());
}

void ReplayPlayer::indexSome()
{
    m_indexed = m_source.indexSome(indexSlice);
    if (!m_source.index().isComplete())
        return;
    m_indexing.stop();
    Q_EMIT indexComplete();
}

} // namespace ticker

#include "moc_replay_player.cpp"
