// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/price_point.h"

#include <QList>

#include <cmath>
#include <optional>

namespace ticker {

/// The prices of one instrument over time, as many as a chart can show: the newest ones whole, older ones coarser. A value of
/// the main thread.
class PriceSeries final
{
public:
    /// How fine points are kept, by their age. A chart is about a thousand pixels wide, and each pixel has a lowest and a
    /// highest price; so a thousand steps for each of the time windows that can be chosen are enough.
    struct Grain final
    {
        qint64 ageMs = 0;  ///< Up to this age
        qint64 stepMs = 0; ///< two points for so much time.
    };
    struct Limits final
    {
        /// Beyond them points are merged, down to some 8,500: at 16 bytes each, 8 instruments take 1.5 MB.
        static constexpr qsizetype mostPoints = 12'000;
        static constexpr qint64 oldestSteps = 1000; ///< For all that is older than the last grain.
    };

    /// What a stretch of time had.
    struct Extent final
    {
        double first = 0; ///< At its beginning.
        double last = 0;  ///< At its end.
        double low = 0;
        double high = 0;

        /// By how much a price differs from that at its beginning, up or down also where that is negative; nothing if
        /// that is 0, of which nothing is a share.
        [[nodiscard]] std::optional<double> percentOf(double price) const
        {
            constexpr double percent = 100;
            return first == 0 ? std::nullopt : std::optional((price - first) / std::abs(first) * percent);
        }
    };

    void clear() { m_points.clear(); }
    /// Oldest first. A time a little before the newest that is known counts as that. Where the clock was set back (see
    /// isClockSetBack()), what is known of later times is forgotten.
    void append(const QList<PricePoint> &later);
    /// Oldest first, all of them older than what is known. A time after the oldest that is known counts as that.
    void prepend(const QList<PricePoint> &earlier);

    [[nodiscard]] bool isEmpty() const { return m_points.isEmpty(); }
    [[nodiscard]] const QList<PricePoint> &points() const { return m_points; }
    [[nodiscard]] qint64 firstMs() const { return m_points.isEmpty() ? 0 : m_points.first().timeMs; }
    [[nodiscard]] qint64 lastMs() const { return m_points.isEmpty() ? 0 : m_points.last().timeMs; }

    /// The price of that moment: the last one at or before it. Nothing before the first one.
    [[nodiscard]] std::optional<double> priceAt(qint64 timeMs) const;
    /// The line from one time to another, and beyond it by one point to each side, with the extremes of so many columns.
    [[nodiscard]] QList<PricePoint> line(qint64 fromMs, qint64 toMs, int columns) const;
    /// Of a time from which something is known, or before which something is; else nothing.
    [[nodiscard]] std::optional<Extent> extent(qint64 fromMs, qint64 toMs) const;

private:
    void compact();

    QList<PricePoint> m_points; ///< Oldest first.
};

} // namespace ticker
