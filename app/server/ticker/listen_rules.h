// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/access_policy.h"
#include "server_values/listen_address.h"
#include "telemetry/peer_info.h"

namespace ticker {

struct ServerConfig;

/// What follows from the address that is listened on. Pure, but for the addresses that this machine has now.

/// Who may connect to this port, as configured. Beyond loopback the machine's own addresses are names of it, too.
AccessPolicy::Rules accessRules(const ServerConfig &config, quint16 port);

/// An address that a browser on this machine can open: nobody can connect to "all of them".
QString reachableAddress(const QString &bindAddress);

/// Whom the server cannot keep when it listens on @p now in place of @p before: whoever came by an address that it does
/// not listen on any more. The ports are those in use.
PeerFilter leftBehind(const ListenAddress &before, const ListenAddress &now);

} // namespace ticker
