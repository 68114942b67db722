// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/clients_difference.h"

#include "clients/client_columns.h"

#include "clients/client_cells.h"

namespace ticker {

ClientsDifference::ClientsDifference(const QList<ClientRow> &before, const QList<ClientRow> &after)
    : newIndexes(std::size_t(before.size()), gone), changedColumns(std::size_t(after.size()), 0)
{
    int old = 0;
    for (int index = 0; index < after.size(); ++index) {
        const ClientRow &row = after.at(index);
        while (old < before.size() && before.at(old).id < row.id) {
            ++old;
            hasGone = true;
        }
        if (old == before.size() || before.at(old).id != row.id) {
            added.push_back(index);
            continue;
        }
        newIndexes[std::size_t(old)] = index;
        changedColumns[std::size_t(index)] = ClientCells::changedColumns(before.at(old), row);
        ++old;
    }
    hasGone |= old < before.size();
}

} // namespace ticker
