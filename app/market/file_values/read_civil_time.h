// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_values/civil_time.h"

#include <QByteArrayView>

namespace ticker {

/// Reads dates with the year first or last (2024-01-02, 2024/1/2, 02.01.2024, 1/2/2024, 20240102, 2-Jan-2024, Jan 2, 2024),
/// times of day (9:30, 09:30:00.123, 093000123, 9:30 PM), both together, and what may stand behind them: Z, UTC, GMT+0100,
/// +01:00, EST, Europe/Berlin. A date with points has the day first; whether one with slashes or dashes has the month
/// first is for the order to say, unless one number is greater than 12.
[[nodiscard]] Expected<CivilTime, CivilTimeFault> readCivilTime(QByteArrayView text, DateOrder order);

/// The same of a column that has times of day alone: there 930, 93000, 153000 and 153000123 are times, too.
[[nodiscard]] Expected<CivilTime, CivilTimeFault> readTimeOfDay(QByteArrayView text);

} // namespace ticker
