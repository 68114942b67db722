// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_columns/csv_row.h"
#include "tick_columns/tick_layout.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstddef>
#include <optional>

namespace ticker {

/// Looks in a file of separated values for a date of which one reading alone is possible: 01/13/2024. Pure. One thread.
class DateOrderSearch final
{
public:
    /// Of the file, understood with either order.
    explicit DateOrderSearch(const TickLayout &layout);

    /// What follows in the file.
    void see(QByteArrayView bytes);
    /// Nothing: all dates so far can be read in two ways.
    [[nodiscard]] std::optional<DateOrder> order() const { return m_order; }
    /// There is a date like 01/01/2024, behind which others may come.
    [[nodiscard]] bool hasEqualDates() const { return m_hasEqualDates; }

private:
    void seeLine(QByteArrayView line);

    char m_lineEnd;
    char m_separator;
    std::size_t m_column = 0;
    CsvRow m_row;
    QByteArray m_rest; ///< Of a line that was cut.
    QByteArray m_lastDate;
    std::optional<DateOrder> m_order;
    bool m_hasEqualDates = false;
};

} // namespace ticker
