// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "port/http_port.h"

namespace ticker {

/// Serves streams of events at a path of the router; see HttpPort::serveEventStream(). The deadlines outlive all of
/// it.
void routeEventStream(HttpRouter &router, const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor,
                      DeadlineDriver &deadlines);

} // namespace ticker
