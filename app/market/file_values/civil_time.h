// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace ticker {

/// Which number of 01/02/2024 is the month, where a file decides it.
enum class DateOrder : quint8 {
    Undecided,
    DayFirst,
    MonthFirst,
};

/// A date, a time of day, or both, as they are written. A value; it refers to the text.
struct CivilTime final
{
    static constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
    static constexpr qint64 nanosecondsPerDay = 86'400 * nanosecondsPerSecond;
    static constexpr int digitsOfNanoseconds = 9;
    /// In seconds since 1970: a number below is hardly a time of a trade.
    static constexpr qint64 startOf1980 = 315'532'800;

    std::optional<qint64> day;             ///< Since 1970-01-01.
    std::optional<qint64> nanosecondOfDay; ///< A leap second is the first one of the next minute, as in Unix time.
    std::optional<int> offsetMinutes;      ///< From UTC, where the text says so by a number or by a name such as EST.
    QByteArrayView zone;                   ///< A name that it has instead, such as "Europe/Berlin" or "IST".
    bool isDayMonthOpen = false;           ///< Day and month may be the other way round.
    bool isDayMonthEqual = false;          ///< As in 01/01/2024, which says nothing of other dates.
};

/// Why a text is no time.
enum class CivilTimeFault : quint8 {
    NoTime,
    NoSuchDay,    ///< Not in the calendar.
    TwoDigitYear, ///< 01/02/24 has too many meanings.
};

} // namespace ticker
