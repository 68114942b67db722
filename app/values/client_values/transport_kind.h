// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// The way in which a client is served.
enum class TransportKind : quint8 { WebSocket, SocketIoWebSocket, SocketIoPolling, ServerSentEvents };

/// The field's own short name, the same in every language: "socket.io/polling".
QString transportName(TransportKind kind);

} // namespace ticker
