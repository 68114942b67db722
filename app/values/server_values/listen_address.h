// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_status.h"

#include <QString>

#include <optional>

namespace ticker {

/// Where a server listens. A value.
struct ListenAddress final
{
    QString address = QStringLiteral("127.0.0.1"); ///< This one stands for ::1 too, and 0.0.0.0 for all of IPv6.
    quint16 port = 8000;                           ///< 0: any free one.

    /// Whether the other computers of the network can reach it, as far as the server is asked.
    [[nodiscard]] bool isEverywhere() const
    {
        return address == QLatin1String("0.0.0.0") || address == QLatin1String("::");
    }

    friend bool operator==(const ListenAddress &, const ListenAddress &) = default;
};

/// What came of the command to listen elsewhere.
struct ListenResult final
{
    ListenAddress command;
    std::optional<ServerError> error; ///< Nothing: it listens there. Otherwise all is as it was before.

    friend bool operator==(const ListenResult &, const ListenResult &) = default;
};

} // namespace ticker
