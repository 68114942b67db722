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
constexpr auto indexPauseAtEnd = 100ms;
/// At the end of what has come: no tick that comes then is later than this.
constexpr auto waitInterval = 50ms;
/// A QTimer counts in an int; files have gaps of weeks.
constexpr auto longestWait = 1h;

std::chrono::nanoseconds steadyNow()
{
    return std::chrono::steady_clock::now().time_since_epoch();
}

ReplaySchedule::Options scheduleOptions(const ReplayPlayer::Options &options, bool isGrowing)
{
    ReplaySchedule::Options schedule = options.schedule;
    schedule.catchUp = isGrowing;
    return schedule;
}

} // namespace

ReplayPlayer::ReplayPlayer(ReplaySource source, const Options &options, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_options(options),
      m_schedule(scheduleOptions(options, m_source.isGrowing()))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ReplayPlayer::wakeUp);
    connect(&m_indexing, &QTimer::timeout, this, &ReplayPlayer::indexSome);
    m_looking.setInterval(waitInterval);
    connect(&m_looking, &QTimer::timeout, this, &ReplayPlayer::lookForMore);
}

void ReplayPlayer::start()
{
    if (std::exchange(m_begun, true))
        return;
    if (m_source.canSeek())
        m_indexing.start(indexPause);
    const auto first = m_source.next(); // there is one, or it could not have been opened
    if (!first || !*first)
        return finish(first ? std::nullopt : std::optional(first.error()));
    begin(first);
    arm();
}

/// At the start, and behind a jump: the tick is due now.
void ReplayPlayer::begin(const Expected<ReplayNext, ReplayError> &first)
{
    setNext(first);
    if (!m_next)
        return;
    m_timeNs = m_next->timeNs;
    m_schedule.begin(m_timeNs, steadyNow());
}

void ReplayPlayer::setNext(const Expected<ReplayNext, ReplayError> &next)
{
    m_next = next ? next->tick() : nullptr;
    if (next && next->kind() == ReplayNext::Kind::NotYet)
        m_looking.start();
    else
        m_looking.stop();
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
    if (!loop || !m_ended || m_error)
        return;
    m_source.rewind();
    goOn();
}

std::optional<ReplayError> ReplayPlayer::seek(double share)
{
    auto error = m_source.seekShare(share);
    if (error && !m_source.hasFailed())
        return error;
    goOn();
    return m_error;
}

/// From another place of the file on.
void ReplayPlayer::goOn()
{
    m_offset = m_source.offset();
    const auto next = m_source.next();
    begin(next);
    m_ended = !next || next->kind() == ReplayNext::Kind::End;
    m_error = next ? std::nullopt : std::optional(next.error());
    m_meter.reset();
    m_isJump = !m_next;
    arm();
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
        m_timeNs = m_next->timeNs;
        m_offset = m_source.offset(); // behind it
        Q_EMIT ticked(*m_next);
        if (!fetchNext())
            return;
    }
}

/// False: there is none, or none yet.
bool ReplayPlayer::fetchNext()
{
    auto next = m_source.next();
    const bool isRound = next && next->kind() == ReplayNext::Kind::End && m_options.loop;
    if (isRound) {
        m_source.rewind();
        next = m_source.next();
    }
    if (next && next->kind() == ReplayNext::Kind::NotYet) {
        setNext(next);
        if (!m_isJump)
            m_schedule.await(steadyNow());
        return false;
    }
    if (!next || !*next) {
        finish(next ? std::nullopt : std::optional(next.error()));
        return false;
    }
    if (std::exchange(m_isJump, false)) {
        begin(next);
        return true;
    }
    setNext(next);
    if (isRound)
        m_schedule.loop(m_next->timeNs, steadyNow());
    else
        m_schedule.advance(m_next->timeNs, steadyNow());
    return true;
}

/// At the end of what has come.
void ReplayPlayer::lookForMore()
{
    if (fetchNext())
        wakeUp();
}

void ReplayPlayer::finish(const std::optional<ReplayError> &error)
{
    m_next = nullptr;
    m_offset = m_source.offset();
    m_ended = true;
    m_error = error;
    m_timer.stop();
    m_looking.stop();
    if (!m_source.canSeek())
        Q_EMIT indexComplete();
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
    const auto pause = m_source.index().isWaiting() ? indexPauseAtEnd : std::chrono::milliseconds(indexPause);
    if (m_indexing.intervalAsDuration() != pause)
        m_indexing.setInterval(pause);
    if (!m_source.index().isComplete())
        return;
    m_indexing.stop();
    Q_EMIT indexComplete();
}

} // namespace ticker

#include "moc_replay_player.cpp"
