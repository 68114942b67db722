// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle.h"
#include "history/candle_interval.h"
#include "history/candle_ring.h"

#include <cstddef>
#include <limits>
#include <vector>

namespace ticker {

struct Tick;

/// The newest candles of every instrument of a market, at every interval. An interval without trades has no candle. Knows no
/// clock. Server thread, or any other; a value, owned by whoever plays the market.
///
/// A trade changes one candle only, that of the second. When the instrument's next second begins, or somebody asks for its
/// candles, that one is added to those of all intervals.
class CandleBook final
{
public:
    struct Limits final
    {
        std::size_t candlesPerSeries = 1000; ///< Of one instrument and interval.
        /// Of all together. Each instrument has an equal part. When that is used up, a series which has less than a fair
        /// share of it takes place from the instrument's longest one, so that in the end all have the same. Whatever the
        /// limit, each has place for one candle.
        std::size_t bytes = 32 * 1024 * 1024;
    };

    /// Which candles are wanted. Both times are of their start, in ms since 1970 UTC.
    struct Query final
    {
        std::size_t limit = 1000;                             ///< So many at most, the newest of them.
        qint64 fromMs = std::numeric_limits<qint64>::min();   ///< At or after this.
        qint64 beforeMs = std::numeric_limits<qint64>::max(); ///< Before this.
    };

    /// At least one instrument.
    CandleBook(std::size_t instruments, Limits limits);

    /// The time is that of the tick, in ms since 1970 UTC. It may stand still. Where it runs back a
    /// little, trades count into the instrument's newest candles until it has caught up. Where the clock was set back (see
    /// isClockSetBack()), the instrument's candles that begin later are forgotten. Each instrument of the tick exists.
    void append(const Tick &tick, qint64 timeMs) { append(tick, timeMs, false); }
    /// The same of a tick of the past that was made before the market began: Candle::isGenerated.
    void appendGenerated(const Tick &tick, qint64 timeMs) { append(tick, timeMs, true); }
    /// Forgets everything: before the ticks of another tape, or of an earlier time.
    void clear();

    /// Oldest first, the last one being what there is of it so far. Valid until the next call.
    [[nodiscard]] CandleRing::Pieces candles(int instrument, CandleInterval interval, Query query);

    /// The memory that is held.
    [[nodiscard]] std::size_t bytes() const;

private:
    struct Series final
    {
        std::array<CandleRing, candleIntervals.size()> rings; ///< By interval.
        std::size_t capacity = 0;                             ///< Of all of them together, in candles.
    };

    void append(const Tick &tick, qint64 timeMs, bool isGenerated);
    void settle(std::size_t instrument);
    void forgetAfter(std::size_t instrument, qint64 timeMs);
    void makeRoom(Series &series, CandleRing &ring) const;

    Limits m_limits;
    std::size_t m_fairShare; ///< In candles, of a series.
    std::vector<Candle>
        m_seconds; ///< By instrument: what was traded since it was settled, all in the second that it starts.
    std::vector<Series> m_series; ///< By instrument.
};

} // namespace ticker
