// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// How restless a market is in the course of its day. Flat, or a U as that of stock exchanges: A. Admati and P. Pfleiderer,
/// "A theory of intraday patterns: volume and price variability", Review of Financial Studies 1, 1988; P. Jain and G. Joh,
/// "The dependence between hourly prices and trading volume", Journal of Financial and Quantitative Analysis 23, 1988.
/// Here the U is a parabola. A value.
struct DayShape final
{
    static constexpr double deepest = 0.9;

    /// By how much the middle of the day is below its mean; the ends are twice as much above it. From 0, flat, to deepest.
    double depth = 0;

    /// What volatility, activity and sizes are multiplied with in a tick of the day, counted from 0. The mean of all ticks
    /// of a day is 1.
    [[nodiscard]] double levelAt(quint32 tick, quint32 ticksPerDay) const;

    friend bool operator==(const DayShape &, const DayShape &) = default;
};

} // namespace ticker
