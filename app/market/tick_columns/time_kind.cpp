// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/time_kind.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

TimeKind timeKindOf(const QByteArray &cell)
{
    constexpr quint64 largestNumber = ~quint64(0);
    const auto number = DecimalText::fromText(cell);
    const auto time = readCivilTime(cell, DateOrder::Undecided);
    const bool isLarge = number && number->wholePart(largestNumber).value_or(0) >= quint64(CivilTime::startOf1980);
    if (time && (!number || !isLarge)) // 20240102 is one
        return !time->day ? TimeKind::TimeOfDay : time->nanosecondOfDay ? TimeKind::Whole : TimeKind::Day;
    if (number)
        return isLarge ? TimeKind::Whole : TimeKind::SmallNumber;
    return TimeKind::None;
}

} // namespace

TimeKind timeKindOf(const QByteArrayList &cells)
{
    Q_ASSERT(!cells.isEmpty());
    std::array<int, 5> counts{};
    for (const QByteArray &cell : cells)
        ++counts[std::size_t(timeKindOf(cell))];
    return TimeKind(std::ranges::max_element(counts) - counts.begin());
}

bool areTimesOfDay(const QByteArrayList &cells)
{
    return std::ranges::all_of(cells, [](const QByteArray &cell) { return bool(readTimeOfDay(cell)); });
}

bool areExcelDays(const QByteArrayList &cells)
{
    constexpr quint64 first = 29'221;
    constexpr quint64 last = 73'050;
    return std::ranges::all_of(cells, [](const QByteArray &cell) {
        const auto number = DecimalText::fromText(cell);
        const quint64 day = number ? number->wholePart(last).value_or(0) : 0;
        return day >= first;
    });
}

} // namespace ticker
