// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/tick_interval.h"

#include <array>

namespace ticker {

/// The intervals offered as one click, in the window and in the tray's menu.
inline constexpr std::array ratePresetsMs{1000, 250, 50, 10};

/// The rate slider's scale, without the slider: positions 0 (100 s) to 600 (0.1 ms), a hundred to a decade, faster to
/// the right. Round intervals (1, 1.2, 1.5, 2, 2.5, 3, 4 ... 9 and their decades) have a position of their own, so
/// that 50 ms can be dragged to exactly. A plain value.
class RateScale final
{
public:
    static constexpr int positionsPerDecade = 100;
    static constexpr int decades = 6;
    static constexpr int maximum = positionsPerDecade * decades;

    /// Positions outside 0 to maximum count as the nearest end.
    static TickInterval intervalAt(int position);
    static int positionOf(const TickInterval &interval);

    /// The next round interval from @p position, @p steps > 0 to the faster side: what an arrow key does.
    static int stepped(int position, int steps);
    /// A decade from @p position: what Page Up and Page Down do.
    static int paged(int position, int pages);
};

} // namespace ticker
