// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/market.h"

#include <cmath>
#include <functional>

namespace ticker::test {

/// Prices so fine that what a model draws shows through the rounding.
constexpr PriceGrid fineGrid(8, 1);
constexpr qint64 fineStart = 1'000'000'000'000;

/// A market of one model, in so many copies that do not depend on each other.
inline Market copiesOf(const PriceModel &model, int copies, const PriceGrid &grid = fineGrid, qint64 start = fineStart)
{
    MarketSpec spec;
    for (int i = 0; i < copies; ++i)
        spec.instruments.push_back({QStringLiteral("COPY%1").arg(i), {}, grid, start, model, 1});
    return {spec, 2026};
}

/// Calls with the change of each copy's logarithm in each tick.
inline void forEachReturn(Market &market, int ticks, const std::function<void(int copy, double change)> &visit)
{
    for (int tick = 0; tick < ticks; ++tick) {
        for (const Quote &quote : market.advance().quotes)
            visit(quote.instrument, std::log(double(quote.price) / double(quote.previous)));
    }
}

/// What was seen of something whose mean is known.
class Sample final
{
public:
    void add(double value)
    {
        ++m_count;
        m_sum += value;
        m_squares += value * value;
    }
    [[nodiscard]] double mean() const { return m_sum / m_count; }
    [[nodiscard]] double error() const { return std::sqrt((m_squares / m_count - mean() * mean()) / m_count); }
    /// Whether the mean is as expected, and so well known that an error of the given size would show.
    [[nodiscard]] bool shows(double expected, double visible) const
    {
        return std::abs(mean() - expected) < 4 * error() && 4 * error() < visible;
    }
    [[nodiscard]] QByteArray text() const
    {
        return QByteArray::number(mean(), 'g', 10) + " +- " + QByteArray::number(error());
    }

private:
    double m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

/// Like QVERIFY, for a sample.
#define VERIFY_MEAN(sample, expected, visible) \
    QVERIFY2((sample).shows(expected, visible), ((sample).text() + ", expected " + QByteArray::number(expected)).data())

} // namespace ticker::test
