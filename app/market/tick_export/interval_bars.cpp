// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/interval_bars.h"

#include <limits>
#include <utility>

namespace ticker {

namespace {

constexpr qint64 nsPerMs = 1'000'000;

quint64 sumOf(quint64 a, quint64 b)
{
    return a > std::numeric_limits<quint64>::max() - b ? std::numeric_limits<quint64>::max() : a + b;
}

} // namespace

qint64 IntervalBars::startOf(qint64 timeNs) const
{
    const qint64 timeMs = timeNs / nsPerMs - (timeNs % nsPerMs < 0 ? 1 : 0);
    return candleStartMs(m_interval, timeMs);
}

void IntervalBars::add(std::size_t instrument, qint64 timeNs, qint64 price, quint64 size)
{
    Q_ASSERT(!isComplete(timeNs));
    m_startMs = startOf(timeNs);
    m_hasBars = true;
    if (instrument >= m_sums.size())
        m_sums.resize(instrument + 1);
    m_sums[instrument].candle.add(price, size);
    m_sums[instrument].volume = sumOf(m_sums[instrument].volume, size);
}

qint64 IntervalBars::startNs() const
{
    return m_startMs * nsPerMs;
}

std::vector<ExportBar> IntervalBars::take()
{
    std::vector<ExportBar> bars;
    for (std::size_t i = 0; i < m_sums.size(); ++i) {
        const auto [candle, volume] = std::exchange(m_sums[i], Sum());
        if (candle.trades > 0)
            bars.push_back({i, candle.open, candle.high, candle.low, candle.close, volume, candle.trades});
    }
    m_hasBars = false;
    return bars;
}

} // namespace ticker
