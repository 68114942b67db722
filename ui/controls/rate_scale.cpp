// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/rate_scale.h"

#include <QtGlobal>

#include <array>
#include <cmath>
#include <optional>

namespace ticker {

namespace {

constexpr std::array roundNumbers{1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0};

/// The exponent of the longest interval in milliseconds: 100 s.
constexpr int longestExponent = 5;

int bounded(int position)
{
    return qBound(0, position, RateScale::maximum);
}

/// Positions from the right end: they grow with the interval, as logarithms do.
int mantissaPosition(double number)
{
    return int(std::lround(std::log10(number) * RateScale::positionsPerDecade));
}

/// The round number that owns @p rest (0 to 99), if any.
std::optional<double> roundNumberAt(int rest)
{
    for (const double number : roundNumbers) {
        if (mantissaPosition(number) == rest)
            return number;
    }
    return std::nullopt;
}

double threeDigits(double number)
{
    return std::round(number * 100.0) / 100.0;
}

} // namespace

TickInterval RateScale::intervalAt(int position)
{
    const int fromRight = maximum - bounded(position);
    const int decade = fromRight / positionsPerDecade;
    const int rest = fromRight % positionsPerDecade;
    const double mantissa = roundNumberAt(rest).value_or(
        threeDigits(std::pow(10.0, double(rest) / positionsPerDecade)));
    const double ms = mantissa * std::pow(10.0, decade + longestExponent - decades);
    return TickInterval::bounded(std::chrono::nanoseconds{std::llround(ms * 1e6)});
}

int RateScale::positionOf(const TickInterval &interval)
{
    const double fromLeft = longestExponent - std::log10(interval.milliseconds());
    return bounded(int(std::lround(fromLeft * positionsPerDecade)));
}

int RateScale::stepped(int position, int steps)
{
    int at = bounded(position);
    const int direction = steps > 0 ? 1 : -1;
    for (int left = qAbs(steps); left > 0; --left) {
        do {
            at += direction;
        } while (at > 0 && at < maximum && !roundNumberAt((maximum - at) % positionsPerDecade));
    }
    return bounded(at);
}

int RateScale::paged(int position, int pages)
{
    return bounded(position + pages * positionsPerDecade);
}

} // namespace ticker
