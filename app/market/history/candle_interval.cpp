// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/candle_interval.h"

#include <chrono>

namespace ticker {

using namespace std::chrono_literals;

namespace {

struct Row final
{
    std::chrono::milliseconds length;
    QByteArrayView text;
};

/// In the order of the enumeration.
constexpr std::array<Row, candleIntervals.size()> rows{{
    {1s, "1s"},
    {5s, "5s"},
    {15s, "15s"},
    {30s, "30s"},
    {1min, "1m"},
    {5min, "5m"},
    {15min, "15m"},
    {30min, "30m"},
    {1h, "1h"},
    {4h, "4h"},
    {24h, "1d"},
}};

} // namespace

qint64 candleIntervalMs(CandleInterval interval)
{
    return rows[std::size_t(interval)].length.count();
}

qint64 candleStartMs(CandleInterval interval, qint64 timeMs)
{
    const qint64 length = candleIntervalMs(interval);
    const qint64 within = timeMs % length;
    return timeMs - (within < 0 ? within + length : within);
}

QByteArrayView candleIntervalText(CandleInterval interval)
{
    return rows[std::size_t(interval)].text;
}

std::optional<CandleInterval> candleIntervalFromText(QByteArrayView text)
{
    for (const CandleInterval interval : candleIntervals) {
        if (candleIntervalText(interval) == text)
            return interval;
    }
    return std::nullopt;
}

} // namespace ticker
