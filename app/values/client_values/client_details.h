// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_history.h"
#include "client_values/client_row.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace ticker {

/// Something that a client has sent.
struct ClientMessage final
{
    static constexpr qsizetype mostKept = 300; ///< Bytes of each.

    qint64 timeMs = 0; ///< Since 1970, UTC.
    QByteArray data;   ///< How it begins, untrusted.
    qsizetype size = 0;
    bool binary = false;

    friend bool operator==(const ClientMessage &, const ClientMessage &) = default;
};

/// All that is known of one client, for who looks at it closely.
struct ClientDetails final
{
    quint64 id = 0;
    bool isGone = false; ///< And nothing else is known.
    ClientRow row;
    std::optional<ClientHistory> history; ///< Of its name; nothing: it has none.
    QByteArray head; ///< Of the request that it came with: its line and fields, secrets left out. Untrusted.
    QList<ClientMessage> messages; ///< The last ones since somebody looks, oldest first.

    friend bool operator==(const ClientDetails &, const ClientDetails &) = default;
};

} // namespace ticker
