// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <algorithm>

namespace ticker {

/// A price at a time, for a chart.
struct PricePoint final
{
    qint64 timeMs = 0; ///< Since 1970 UTC.
    double price = 0;

    friend bool operator==(const PricePoint &, const PricePoint &) = default;
};

/// Two points in place of a run of them, oldest first: the lowest and the highest, so that a line through them covers what
/// the whole one covered. Appends one where they are the same. The run is not empty.
template<typename Iterator>
void appendExtremes(QList<PricePoint> &points, Iterator begin, Iterator end)
{
    auto [low, high] = std::minmax_element(
        begin, end, [](const PricePoint &one, const PricePoint &other) { return one.price < other.price; });
    if (low > high)
        std::swap(low, high);
    points.append(*low);
    if (low != high)
        points.append(*high);
}

/// The same line of at most so many points, 4 or more: the first one, the last one, and between them the extremes of equal
/// runs.
inline QList<PricePoint> thinned(const QList<PricePoint> &points, qsizetype most)
{
    Q_ASSERT(most >= 4);
    if (points.size() <= most)
        return points;
    QList<PricePoint> kept;
    kept.reserve(most);
    kept.append(points.first());
    const qsizetype runs = (most - 2) / 2;
    const qsizetype inner = points.size() - 2;
    for (qsizetype run = 0; run < runs; ++run) {
        const qsizetype begin = 1 + inner * run / runs;
        const qsizetype end = 1 + inner * (run + 1) / runs;
        appendExtremes(kept, points.cbegin() + begin, points.cbegin() + end);
    }
    kept.append(points.last());
    return kept;
}

} // namespace ticker
