// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/date_order_search.h"

#include "file_values/read_civil_time.h"
#include "tick_file/tick_file_reader.h"

#include <algorithm>

namespace ticker {

DateOrderSearch::DateOrderSearch(const TickLayout &layout) : m_lineEnd(layout.lineEnd), m_separator(layout.separator)
{
    const auto column = std::ranges::find(layout.columns, std::optional(TickField::Time));
    m_column = std::size_t(column - layout.columns.begin());
}

void DateOrderSearch::see(QByteArrayView bytes)
{
    while (!bytes.isEmpty() && !m_order) {
        const qsizetype end = bytes.indexOf(m_lineEnd);
        const QByteArrayView part = end < 0 ? bytes : bytes.first(end);
        if (end >= 0 && m_rest.isEmpty()) {
            seeLine(part);
        } else if (m_rest.size() + part.size() <= TickFileReader::mostLineBytes) {
            m_rest.append(part);
            if (end >= 0)
                seeLine(m_rest);
        }
        if (end < 0)
            return;
        m_rest.resize(0);
        bytes = bytes.sliced(end + 1);
    }
}

void DateOrderSearch::seeLine(QByteArrayView line)
{
    constexpr qsizetype dateBytes = 10; // as in 01/02/2024
    if (m_row.split(line, m_separator) != CsvRow::Fault::None || m_row.cells().size() <= m_column)
        return;
    const QByteArrayView cell = m_row.cells()[m_column];
    const QByteArrayView date = cell.first(std::min(cell.size(), dateBytes));
    if (date == m_lastDate) // most lines have that of the line before
        return;
    m_lastDate = date.toByteArray();
    const auto asDay = readCivilTime(cell, DateOrder::DayFirst);
    m_hasEqualDates = m_hasEqualDates || (asDay && asDay->isDayMonthEqual);
    const bool isDay = bool(asDay);
    const bool isMonth = bool(readCivilTime(cell, DateOrder::MonthFirst));
    if (isDay != isMonth)
        m_order = isDay ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

} // namespace ticker
