// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace ticker {

/// How long a candle is.
enum class CandleInterval : quint8 {
    Second,
    FiveSeconds,
    FifteenSeconds,
    HalfMinute,
    Minute,
    FiveMinutes,
    QuarterHour,
    HalfHour,
    Hour,
    FourHours,
    Day, ///< From midnight to midnight UTC.
};

/// From the shortest to the longest.
inline constexpr std::array candleIntervals{
    CandleInterval::Second,      CandleInterval::FiveSeconds, CandleInterval::FifteenSeconds,
    CandleInterval::HalfMinute,  CandleInterval::Minute,      CandleInterval::FiveMinutes,
    CandleInterval::QuarterHour, CandleInterval::HalfHour,    CandleInterval::Hour,
    CandleInterval::FourHours,   CandleInterval::Day};

/// In ms.
[[nodiscard]] qint64 candleIntervalMs(CandleInterval interval);
/// The start of the candle that a time is in, both in ms since 1970 UTC: the multiple of the interval at or before it.
[[nodiscard]] qint64 candleStartMs(CandleInterval interval, qint64 timeMs);

/// "1s", "5s", "15s", "30s", "1m", "5m", "15m", "30m", "1h", "4h" or "1d". It lasts for ever.
[[nodiscard]] QByteArrayView candleIntervalText(CandleInterval interval);
/// Exactly one of these texts, or nothing.
[[nodiscard]] std::optional<CandleInterval> candleIntervalFromText(QByteArrayView text);

} // namespace ticker
