// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/date_orders.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"
#include "file_values/text_for_people.h"

namespace ticker {

Expected<DateOrder, LocalizedText> dateOrderOf(const QByteArrayList &cells, DateOrder usual)
{
    bool mayBeDay = true;
    bool mayBeMonth = true;
    bool isDecided = false;
    QByteArray open;
    for (const QByteArray &cell : cells) {
        const auto read = readCivilTime(cell, DateOrder::Undecided);
        if (!read || DecimalText::fromText(cell))
            continue;
        const bool isDay = bool(readCivilTime(cell, DateOrder::DayFirst));
        const bool isMonth = bool(readCivilTime(cell, DateOrder::MonthFirst));
        isDecided = isDecided || isDay != isMonth;
        mayBeDay = mayBeDay && isDay;
        mayBeMonth = mayBeMonth && isMonth;
        if (read->isDayMonthOpen && open.isEmpty())
            open = cell;
    }
    if (isDecided && !mayBeDay && !mayBeMonth)
        return LocalizedText::tr("in some dates the month is the first number, in others the second");
    if (isDecided)
        return mayBeDay ? DateOrder::DayFirst : DateOrder::MonthFirst;
    if (usual == DateOrder::Undecided && !open.isEmpty()) {
        return LocalizedText::tr("whether the day or the month is first in %1 cannot be told; say so by --date-order")
            .arg(quotedForPeople(open));
    }
    return usual;
}

} // namespace ticker
