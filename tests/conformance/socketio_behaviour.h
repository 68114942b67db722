// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ticker {
class SocketIoServer;
}

namespace ticker::conformance {

/// Gives the main namespace and /custom the handlers that the suites expect: "auth" on connecting, "message" answered by
/// "message-back", "message-with-ack" acknowledged. Beside them "ask", which asks the client and tells it its answer, and
/// "kick", which closes its connection.
void behaveAsExpected(SocketIoServer &server);

} // namespace ticker::conformance
