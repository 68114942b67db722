// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/candle_book.h"

#include "clock_change.h"
#include "instruments/quote.h"

#include <algorithm>

namespace ticker {

namespace {

constexpr std::size_t intervals = candleIntervals.size();
/// The capacity that a series begins with. It doubles from there.
constexpr std::size_t smallestCapacity = 4;

/// Before any trade: whatever time comes is later.
constexpr Candle nothingYet{.startMs = std::numeric_limits<qint64>::min()};

/// Mostly it is, and to divide takes longer.
bool isWithin(const Candle &candle, CandleInterval interval, qint64 timeMs)
{
    return timeMs >= candle.startMs && timeMs - candle.startMs < candleIntervalMs(interval);
}

} // namespace

CandleBook::CandleBook(std::size_t instruments, Limits limits)
    : m_limits(limits), m_seconds(instruments, nothingYet), m_series(instruments)
{
    Q_ASSERT(instruments > 0);
    m_limits.candlesPerSeries = std::max<std::size_t>(limits.candlesPerSeries, 1);
    const std::size_t tables = instruments * (sizeof(Candle) + sizeof(Series));
    const std::size_t rest = limits.bytes > tables ? limits.bytes - tables : 0;
    m_fairShare = std::max<std::size_t>(rest / sizeof(Candle) / instruments / intervals, 1);
}

void CandleBook::append(const Tick &tick, qint64 timeMs, bool isGenerated)
{
    const qint64 second = candleStartMs(CandleInterval::Second, timeMs);
    for (const Quote &quote : tick.quotes) {
        Q_ASSERT(quote.instrument < m_seconds.size());
        Candle &candle = m_seconds[quote.instrument];
        if (second > candle.startMs) {
            settle(quote.instrument);
            candle.startMs = second;
        } else if (isClockSetBack(candle.startMs, second)) {
            settle(quote.instrument);
            forgetAfter(quote.instrument, second);
            candle.startMs = second;
        }
        candle.add(quote.price, quote.size, isGenerated);
    }
}

void CandleBook::clear()
{
    std::fill(m_seconds.begin(), m_seconds.end(), nothingYet);
    std::fill(m_series.begin(), m_series.end(), Series());
}

/// Adds what was traded to the candles of all intervals. More may come in the same second.
void CandleBook::settle(std::size_t instrument)
{
    Candle &second = m_seconds[instrument];
    if (second.trades == 0)
        return;
    Series &series = m_series[instrument];
    for (const CandleInterval interval : candleIntervals) {
        CandleRing &ring = series.rings[std::size_t(interval)];
        if (ring.size() > 0 && isWithin(ring.newest(), interval, second.startMs)) {
            ring.newest().add(second);
            continue;
        }
        const qint64 start = candleStartMs(interval, second.startMs);
        if (ring.isFull())
            makeRoom(series, ring);
        ring.push(second);
        ring.newest().startMs = start;
    }
    second = {.startMs = second.startMs};
}

/// Of one instrument, all candles that begin later.
void CandleBook::forgetAfter(std::size_t instrument, qint64 timeMs)
{
    for (CandleRing &ring : m_series[instrument].rings)
        ring.keepOldest(ring.startingBefore(timeMs + 1));
}

/// Gives a full ring more place, if the limits allow it. If not, its oldest candle will go.
void CandleBook::makeRoom(Series &series, CandleRing &ring) const
{
    const std::size_t most = m_fairShare * intervals;
    const std::size_t old = ring.capacity();
    std::size_t wanted = std::min(std::max(2 * old, smallestCapacity), m_limits.candlesPerSeries);
    if (old < m_fairShare)
        wanted = std::min(wanted, std::max(m_fairShare, old + most - series.capacity));
    else
        wanted = std::min(wanted, old + most - series.capacity);
    while (series.capacity + wanted - old > most) {
        // Somebody has more than a fair share, for this one has not and will not.
        const auto longest = std::max_element(series.rings.begin(), series.rings.end(),
                                              [](const auto &a, const auto &b) { return a.capacity() < b.capacity(); });
        const std::size_t before = longest->capacity();
        longest->setCapacity(std::max(before / 2, m_fairShare));
        series.capacity -= before - longest->capacity();
    }
    if (wanted <= old)
        return;
    ring.setCapacity(wanted);
    series.capacity += wanted - old;
}

CandleRing::Pieces CandleBook::candles(int instrument, CandleInterval interval, Query query)
{
    Q_ASSERT(instrument >= 0 && std::size_t(instrument) < m_series.size());
    settle(std::size_t(instrument));
    const CandleRing &ring = m_series[std::size_t(instrument)].rings[std::size_t(interval)];
    const std::size_t end = ring.startingBefore(query.beforeMs);
    const std::size_t from = std::min(ring.startingBefore(query.fromMs), end);
    return ring.pieces(std::max(from, end - std::min(end, query.limit)), end);
}

std::size_t CandleBook::bytes() const
{
    std::size_t candles = 0;
    for (const Series &series : m_series)
        candles += series.capacity;
    return candles * sizeof(Candle) + m_series.size() * (sizeof(Candle) + sizeof(Series));
}

} // namespace ticker
