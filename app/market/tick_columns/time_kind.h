// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QtGlobal>

namespace ticker {

/// What the cells of a column are as times.
enum class TimeKind : quint8 {
    None,
    Whole, ///< A day and a time of day, or a number since 1970.
    Day,
    TimeOfDay,
    SmallNumber, ///< Seconds of 1970, or something else.
};

/// What most of these cells are, of which there is at least one.
[[nodiscard]] TimeKind timeKindOf(const QByteArrayList &cells);

/// Whether each can be read as a time of day: 93000 too.
[[nodiscard]] bool areTimesOfDay(const QByteArrayList &cells);

/// Whether each is a number of days since 1899-12-30, in the years 1980 to 2100.
[[nodiscard]] bool areExcelDays(const QByteArrayList &cells);

} // namespace ticker
