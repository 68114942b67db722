// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// The columns of the table, from left to right.
struct PriceColumns
{
    enum Column : quint8 {
        InChart,
        Symbol,
        Name,
        Price,
        Change,
        ChangePercent,
        Open,
        High,
        Low,
        Previous,
        LastSize,
        Ticks,
        State,
        COLUMN_COUNT
    };
};

} // namespace ticker
