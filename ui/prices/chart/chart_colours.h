// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPen>

class QPalette;

namespace ticker {

/// The colours of the chart and of the table beside it. Each is readable on its ground (4.5 to 1 for text, 3 to 1 for lines),
/// and nothing is told by colour alone. Pure.
namespace chartColours {

/// Whether text is brighter than what it stands on.
[[nodiscard]] bool isDark(const QPalette &palette);
/// By the place of an instrument in the chart, ChartChoice::place(): no two have the same colour or the same line.
[[nodiscard]] QPen line(int place, const QPalette &palette);
/// Text of what has risen (direction above 0) or fallen; else the palette's.
[[nodiscard]] QColor text(int direction, const QPalette &palette);
/// Behind such a text, for a moment.
[[nodiscard]] QColor flash(int direction, const QPalette &palette);

} // namespace chartColours

} // namespace ticker
