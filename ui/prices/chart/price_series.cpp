// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/price_series.h"

#include "clock_change.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr std::array<PriceSeries::Grain, 4> grains{{{1 * minute, minute / 1000},
                                                    {5 * minute, 5 * minute / 1000},
                                                    {15 * minute, 15 * minute / 1000},
                                                    {60 * minute, 60 * minute / 1000}}};

auto firstAfter(const QList<PricePoint> &points, qint64 timeMs)
{
    return std::ranges::upper_bound(points, timeMs, {}, &PricePoint::timeMs);
}

/// In place of each run of points that are in one step of time its extremes.
template<typename Iterator, typename StepOf>
QList<PricePoint> merged(Iterator begin, Iterator end, const StepOf &stepOf)
{
    QList<PricePoint> kept;
    while (begin != end) {
        const auto step = stepOf(begin->timeMs);
        const auto next = std::find_if_not(begin, end,
                                           [&](const PricePoint &point) { return stepOf(point.timeMs) == step; });
        appendExtremes(kept, begin, next);
        begin = next;
    }
    return kept;
}

} // namespace

void PriceSeries::append(const QList<PricePoint> &later)
{
    m_points.reserve(m_points.size() + later.size());
    for (PricePoint point : later) {
        if (!m_points.isEmpty() && isClockSetBack(lastMs(), point.timeMs))
            m_points.erase(firstAfter(m_points, point.timeMs), m_points.cend());
        point.timeMs = std::max(point.timeMs, m_points.isEmpty() ? point.timeMs : lastMs());
        m_points.append(point);
    }
    compact();
}

void PriceSeries::prepend(const QList<PricePoint> &earlier)
{
    PriceSeries whole;
    whole.m_points.reserve(earlier.size() + m_points.size());
    whole.append(earlier);
    if (!m_points.isEmpty()) {
        for (PricePoint &point : whole.m_points)
            point.timeMs = std::min(point.timeMs, firstMs());
    }
    whole.append(m_points);
    *this = whole;
}

void PriceSeries::compact()
{
    if (m_points.size() <= Limits::mostPoints)
        return;
    const qint64 newest = lastMs();
    const qint64 oldestStep = std::max(grains.back().stepMs,
                                       (newest - firstMs() - grains.back().ageMs) / Limits::oldestSteps + 1);
    const auto stepOf = [&](qint64 timeMs) {
        const qint64 age = newest - timeMs;
        const auto grain = std::ranges::find_if(grains, [age](const Grain &one) { return age < one.ageMs; });
        const qint64 step = grain == grains.end() ? oldestStep : grain->stepMs;
        return std::pair(step, timeMs / step);
    };
    // The ends stay as they are: how far back it is known, and the newest price.
    QList<PricePoint> kept{m_points.first()};
    kept += merged(m_points.cbegin() + 1, m_points.cend() - 1, stepOf);
    kept.append(m_points.last());
    m_points = kept;
}

std::optional<double> PriceSeries::priceAt(qint64 timeMs) const
{
    const auto after = firstAfter(m_points, timeMs);
    if (after == m_points.cbegin())
        return std::nullopt;
    return std::prev(after)->price;
}

QList<PricePoint> PriceSeries::line(qint64 fromMs, qint64 toMs, int columns) const
{
    auto begin = std::ranges::lower_bound(m_points, fromMs, {}, &PricePoint::timeMs);
    auto end = firstAfter(m_points, toMs);
    QList<PricePoint> line;
    if (begin != m_points.cbegin())
        line.append(*std::prev(begin));
    const qint64 step = std::max<qint64>((toMs - fromMs) / std::max(columns, 1), 1);
    if (end - begin > 2 * qsizetype(columns))
        line += merged(begin, end, [step](qint64 timeMs) { return timeMs / step; });
    else
        line += QList<PricePoint>(begin, end);
    if (end != m_points.cend())
        line.append(*end);
    return line;
}

std::optional<PriceSeries::Extent> PriceSeries::extent(qint64 fromMs, qint64 toMs) const
{
    auto begin = firstAfter(m_points, fromMs);
    const auto end = firstAfter(m_points, toMs);
    if (begin != m_points.cbegin())
        --begin; // the price at the beginning is that of a tick before
    if (begin == end)
        return std::nullopt;
    const auto [low, high] = std::minmax_element(
        begin, end, [](const PricePoint &one, const PricePoint &other) { return one.price < other.price; });
    return Extent{begin->price, std::prev(end)->price, low->price, high->price};
}

} // namespace ticker
