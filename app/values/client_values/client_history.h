// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"

#include <QtGlobal>

namespace ticker {

/// What is known of all clients that gave themselves the same name, one after the other or at once.
struct ClientHistory final
{
    quint32 connections = 0; ///< Those that there are included.
    quint32 open = 0;
    // Of the last one that ended, unless brokeAtMs is 0.
    qint64 brokeAtMs = 0; ///< Since 1970, UTC.
    quint64 lastSeq = 0;  ///< The newest tick of the market at that moment.
    DisconnectReason reason = DisconnectReason::ClientClosed;

    friend bool operator==(const ClientHistory &, const ClientHistory &) = default;
};

} // namespace ticker
