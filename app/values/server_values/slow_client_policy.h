// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>

namespace ticker {

/// What becomes of ticks for a client for which too much waits already. One for the whole server.
enum class SlowClientPolicy : quint8 {
    Conflate,   ///< What waits leaves, and then the newest: each newer one takes the place of the one before.
    DropOldest, ///< The oldest of those that wait gives way: there is a gap, and then what came last without one.
    Disconnect, ///< The client is dropped as too slow: for consumers that must not miss anything without knowing it.
};

/// "conflate", "drop-oldest", "disconnect": in settings and on the command line.
QString slowClientPolicyName(SlowClientPolicy policy);
std::optional<SlowClientPolicy> slowClientPolicyFromName(QStringView name);

} // namespace ticker
