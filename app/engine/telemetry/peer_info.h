// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace ticker {

/// Where a client connects from, as far as the window tells it.
struct PeerInfo final
{
    QString address; ///< Without port.
    quint16 port = 0;
    QString userAgent;    ///< Untrusted.
    QByteArray head = {}; ///< Of the request that it came with, for people; see redactedHead(). Untrusted.
};

/// Chooses clients.
using PeerFilter = std::function<bool(const PeerInfo &)>;

} // namespace ticker
