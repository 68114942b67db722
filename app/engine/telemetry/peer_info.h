// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_shares.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace ticker {

/// Where a client connects from, as far as the window tells it.
struct PeerInfo final
{
    QString address; ///< Without port.
    quint16 port = 0;
    QString userAgent;    ///< Untrusted; at most longestUserAgent characters.
    QByteArray head = {}; ///< Of the request that it came with, for people; see redactedHead(). Untrusted.
    QString name = {};    ///< That it gives itself, see clientNameOf(); empty: none. Untrusted.
    /// Subprotocols that its WebSocket does not speak, "a, b", and so does without. Untrusted.
    QString unknownSubprotocols = {};
    NetworkShares::Network network = NetworkShares::thisComputer;

    /// Of characters. It is kept for each client; browsers send about a hundred.
    static constexpr qsizetype longestUserAgent = 512;
};

/// Chooses clients.
using PeerFilter = std::function<bool(const PeerInfo &)>;

} // namespace ticker
