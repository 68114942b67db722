// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_update.h"

#include <QString>

namespace ticker {

/// An instrument as the table has it: what it is, and what it did.
struct PriceRow final
{
    InstrumentInfo info;
    InstrumentPrice price;
};

/// What one cell of the table of instruments says. Pure; the column is a PriceColumns::Column.
class PriceCells final
{
public:
    static QString header(int column);
    static QString headerToolTip(int column);
    static QString display(const PriceRow &row, int column);
    /// For a screen reader, where the text has a sign that it would not say.
    static QString spoken(const PriceRow &row, int column);
    /// The symbol and the name on lines of their own; not yet plain. A narrow column cuts them.
    static QString fullName(const PriceRow &row);
    static bool isNumeric(int column);
    static Qt::Alignment alignment(int column);
    /// What a numeric column is sorted by.
    static double number(const PriceRow &row, int column);
    /// A bit for each column whose cell reads otherwise in @p after.
    static quint32 changedColumns(const InstrumentPrice &before, const InstrumentPrice &after);
    /// Of the price against the one before (column Price), or against the day's first one (the two of Change): above 0 it
    /// rose, below it fell; 0 for every other column.
    static int direction(const InstrumentPrice &price, int column);
};

} // namespace ticker
