// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"

#include <QString>

namespace ticker {

/// What one cell of the clients table says: for people, and exactly. Pure; the column is a
/// column of the table.
class ClientCells final
{
public:
    static QString header(int column);
    static QString headerToolTip(int column);
    static QString display(const ClientRow &row, int column);
    /// Rich text with everything escaped: a user agent is the client's own word.
    static QString toolTip(const ClientRow &row, int column);
    /// "127.0.0.1:40000"
    static QString endpoint(const ClientRow &row);
    static bool isNumeric(int column);
    /// A bit for each column whose cell reads otherwise in @p after.
    static quint32 changedColumns(const ClientRow &before, const ClientRow &after);
};

} // namespace ticker
