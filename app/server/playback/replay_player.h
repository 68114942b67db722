// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/rate_meter.h"
#include "replay/replay_schedule.h"
#include "replay/replay_source.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace ticker {

/// Plays a file: its ticks come when they are due, by its own times. Beside that it reads on in the file, a little at a
/// time, to know how long it is. At the end of one that grows it looks again and again whether more has come. Server
/// thread; owned by the server.
class ReplayPlayer final : public QObject
{
    Q_OBJECT

public:
    struct Options final
    {
        ReplaySchedule::Options schedule;
        bool loop = false;
    };

    ReplayPlayer(ReplaySource source, const Options &options, QObject *parent = nullptr);

    /// The first tick comes at once. Does nothing when it plays.
    void start();
    void setPaused(bool paused);
    /// Within ReplaySchedule's range.
    void setSpeed(double speed);
    void setSkipGaps(bool skip);
    /// One that has come to its end goes round then.
    void setLoop(bool loop);
    /// Goes on at this share of the file, from 0 to 1. Why it cannot: not read that far yet, then nothing has changed; or a
    /// bad line, then it has ended.
    [[nodiscard]] std::optional<ReplayError> seek(double share);

    [[nodiscard]] const ReplaySource &source() const { return m_source; }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] double speed() const { return m_schedule.options().speed; }
    [[nodiscard]] bool skipsGaps() const { return m_schedule.options().skipGaps; }
    /// How much of the file is indexed, from 0 to 1.
    [[nodiscard]] double indexed() const { return m_indexed; }
    [[nodiscard]] bool hasEnded() const { return m_ended; }
    /// Why it ended, unless that was the end of the file.
    [[nodiscard]] const std::optional<ReplayError> &error() const { return m_error; }
    /// Of the tick that was played last, by the file: ns since 1970, UTC. Before the first tick, and behind a jump before the
    /// next one, of that one; 0 before start().
    [[nodiscard]] qint64 timeNs() const { return m_timeNs; }
    /// The share of the file that has been played, from 0 to 1, by bytes.
    [[nodiscard]] double progress() const { return m_source.shareAt(m_offset); }
    /// Ticks a second over the last seconds.
    [[nodiscard]] double actualRateHz() const;

Q_SIGNALS:
    /// All of the file has been looked through, once; of what has no index, played.
    void indexComplete();
    /// Valid for the time of the call. The source's spec may have got instruments by it.
    void ticked(const ticker::ReplayTick &tick);
    /// It was the last one, and it does not begin again; or nothing: the file cannot be read on from here.
    void ended(const std::optional<ticker::ReplayError> &error);

private:
    void begin(const Expected<ReplayNext, ReplayError> &first);
    void setNext(const Expected<ReplayNext, ReplayError> &next);
    void goOn();
    void wakeUp();
    void playDue();
    [[nodiscard]] bool fetchNext();
    void lookForMore();
    void finish(const std::optional<ReplayError> &error);
    void arm();
    void indexSome();

    ReplaySource m_source;
    Options m_options;
    ReplaySchedule m_schedule;
    QTimer m_timer;
    QTimer m_indexing;
    QTimer m_looking;                   ///< While the file has no next tick yet.
    const ReplayTick *m_next = nullptr; ///< The one that is due next; null: it has ended, or there is none yet.
    qint64 m_timeNs = 0;
    quint64 m_offset = 0; ///< Up to here the file was played.
    RateMeter m_meter;
    std::optional<ReplayError> m_error; ///< Set only when it has ended.
    double m_indexed = 0;
    bool m_isJump = false; ///< The next tick is the first one behind a jump, and has not come yet.
    bool m_begun = false;
    bool m_ended = false;
};

} // namespace ticker
