// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"

#include <QList>
#include <QtGlobal>

#include <vector>

namespace ticker {

/// Which client stands above which in the table. Pure.
struct ClientOrder final
{
    int column = -1; ///< A ClientsModel::Column; else they stand as they came.
    Qt::SortOrder direction = Qt::AscendingOrder;

    /// Sorts indexes of @p rows, which are sorted by id. Equals stand as they came, in either direction. Costs a walk along
    /// them when they are in order already, little more when only the last ones are not. Returns whether anything moved.
    bool sort(std::vector<int> *indexes, const QList<ClientRow> &rows) const;
};

} // namespace ticker
