// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/day_shape.h"

namespace ticker {

/// With y the distance from the middle of the day, 1 + depth (y^2 / m - 1), where m is the mean of y^2: of the n numbers
/// -(n - 1), -(n - 3), ... n - 1 it is (n^2 - 1) / 3.
double DayShape::levelAt(quint32 tick, quint32 ticksPerDay) const
{
    if (depth == 0 || ticksPerDay < 2)
        return 1;
    const double count = ticksPerDay;
    const double distance = 2.0 * tick + 1 - count;
    return 1 + depth * (3 * distance * distance / (count * count - 1) - 1);
}

} // namespace ticker
