// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace ticker {

/// Which stretch of time the chart shows: it follows the newest tick, or stands where a person moved it to. Times are in ms
/// since 1970 UTC. Pure.
class TimeWindow final
{
public:
    static constexpr qint64 shortestMs = 2'000;
    static constexpr qint64 usualMs = 300'000;
    /// One can zoom out to this even where less is known.
    static constexpr qint64 longestMs = 3'600'000;

    /// Nothing: all that is known.
    void setLength(std::optional<qint64> lengthMs);
    [[nodiscard]] std::optional<qint64> length() const { return m_lengthMs; }
    /// From the first tick that is known to the last one.
    void setKnown(qint64 firstMs, qint64 lastMs);

    /// By a share of its length; to the past, if that is negative.
    void pan(double share);
    /// Makes it longer, or shorter by a factor below 1. What is at that share of it stays there, unless it follows.
    void zoom(double factor, double anchor);
    void toStart();
    void toEnd() { m_endMs = std::nullopt; }

    [[nodiscard]] bool follows() const { return !m_endMs.has_value(); }
    [[nodiscard]] qint64 fromMs() const { return toMs() - lengthMs(); }
    [[nodiscard]] qint64 toMs() const { return m_endMs.value_or(m_lastMs); }
    [[nodiscard]] qint64 lengthMs() const;

private:
    void moveTo(qint64 endMs);

    std::optional<qint64> m_lengthMs = usualMs;
    std::optional<qint64> m_endMs; ///< Nothing: that of the last tick.
    qint64 m_firstMs = 0;
    qint64 m_lastMs = 0;
};

} // namespace ticker
