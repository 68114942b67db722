// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace ticker {

/// When the ticks of a file are due, from their times in it. Knows no clock and no event loop: times are monotonic, from
/// any origin; speeds, pauses and skipped gaps do not add up inaccuracy. A value.
///
/// begin() with the first tick; then, whenever isDue(), play that tick and tell the next one's time by advance(), or go
/// round by loop().
class ReplaySchedule final
{
public:
    using Time = std::chrono::nanoseconds;

    static constexpr double lowestSpeed = 0.1;
    static constexpr double highestSpeed = 1000;
    /// How late a tick may be before what was missed is given up, as with TickSchedule.
    static constexpr Time stallLimit = std::chrono::milliseconds(250);

    struct Options final
    {
        double speed = 1; ///< From lowestSpeed to highestSpeed.
        bool skipGaps = false;
        Time longestGap = std::chrono::seconds(1); ///< What a longer one counts as, of the file's time, if skipGaps.
        Time loopGap = std::chrono::seconds(1);    ///< Between the last tick and the first again, of the file's time.
        bool catchUp = false; ///< What was missed is never given up: for ticks that come while they are played.

        friend bool operator==(const Options &, const Options &) = default;
    };

    explicit ReplaySchedule(const Options &options);

    /// The tick with this time in the file is due now: at the start, and after a jump. A pause goes on.
    void begin(qint64 timeNs, Time now);
    /// The tick that was due has been played; the next one has this time in the file. Times do not run backwards.
    void advance(qint64 timeNs, Time now);
    /// The tick that was due has been played; the next one has not come yet. When it comes: advance(), and it is due when
    /// it would have been had it been there.
    void await(Time now);
    /// The same, when the next one is the first again.
    void loop(qint64 timeNs, Time now);

    /// When the next tick is due; nothing while paused, or before begin(). May be in the past.
    [[nodiscard]] std::optional<Time> due() const;
    [[nodiscard]] bool isDue(Time now) const;

    /// What is left of the wait for the next tick stays.
    void pause(Time now);
    void resume(Time now);
    [[nodiscard]] bool isPaused() const { return m_paused; }

    /// Take effect at once, on what is left of the wait.
    void setSpeed(double speed, Time now);
    /// Takes effect on a wait that has begun, too.
    void setSkipGaps(bool skip, Time now);
    [[nodiscard]] const Options &options() const { return m_options; }

private:
    void restartCount(Time now);
    void leaveTick(Time now);
    void moveAnchor(Time now);
    [[nodiscard]] qint64 effective(qint64 fileGap) const;
    [[nodiscard]] qint64 next() const;
    [[nodiscard]] Time momentOf(qint64 played) const;

    Options m_options;
    bool m_begun = false;
    bool m_paused = false;
    bool m_awaiting = false; ///< The last tick was left, and its gap has no end yet.
    Time m_anchor{0};        ///< At this moment
    qint64 m_played = 0;     ///< so much of the file's time had been played, in ns, without skipped gaps.
    qint64 m_gapStart = 0;   ///< By that count, the last tick came then,
    qint64 m_gap = 0;        ///< and the next one comes so much later in the file,
    qint64 m_nextTime = 0;   ///< at its time.
};

} // namespace ticker
