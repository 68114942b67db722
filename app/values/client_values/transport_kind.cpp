// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values/transport_kind.h"

namespace ticker {

QString transportName(TransportKind kind)
{
    switch (kind) {
    case TransportKind::WebSocket:
        return QStringLiteral("websocket");
    case TransportKind::SocketIoWebSocket:
        return QStringLiteral("socket.io/websocket");
    case TransportKind::SocketIoPolling:
        return QStringLiteral("socket.io/polling");
    case TransportKind::ServerSentEvents:
        return QStringLiteral("sse");
    }
    Q_UNREACHABLE();
}

} // namespace ticker
