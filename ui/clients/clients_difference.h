// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_row.h"

#include <QList>

#include <vector>

namespace ticker {

/// What has changed from one snapshot's clients to the next one's. Pure; one walk along both.
struct ClientsDifference final
{
    static constexpr int gone = -1;

    /// REQUIRES: both sorted by id, no id twice.
    ClientsDifference(const QList<ClientRow> &before, const QList<ClientRow> &after);

    std::vector<int> newIndexes;         ///< Of each row before; or gone.
    std::vector<int> added;              ///< Indexes after.
    std::vector<quint32> changedColumns; ///< Of each row after, as ClientCells says; of added ones 0.
    bool hasGone = false;
};

} // namespace ticker
