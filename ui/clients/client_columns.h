// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ticker {

/// The columns of the table, from left to right.
struct ClientColumns
{
    enum Column : quint8 {
        Address,
        Name,
        Transport,
        UserAgent,
        Subscriptions,
        ConnectedFor,
        Rate,
        TicksSent,
        Merged,
        Bytes,
        Unsent,
        RoundTrip,
        Events,
        COLUMN_COUNT
    };
};

} // namespace ticker
