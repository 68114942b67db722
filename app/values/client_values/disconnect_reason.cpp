// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values/disconnect_reason.h"

namespace ticker {

QString disconnectReasonText(DisconnectReason reason)
{
    switch (reason) {
    case DisconnectReason::ClientClosed:
        return QStringLiteral("closed by the client");
    case DisconnectReason::ConnectionLost:
        return QStringLiteral("connection lost");
    case DisconnectReason::PollAbandoned:
        return QStringLiteral("poll abandoned by the client");
    case DisconnectReason::PollOverlap:
        return QStringLiteral("two polls at once");
    case DisconnectReason::PostOverlap:
        return QStringLiteral("two posts at once");
    case DisconnectReason::PostAbandoned:
        return QStringLiteral("post abandoned by the client");
    case DisconnectReason::BadContentType:
        return QStringLiteral("binary data posted");
    case DisconnectReason::BadFrame:
        return QStringLiteral("broken or too long WebSocket message");
    case DisconnectReason::BadPacket:
        return QStringLiteral("broken packet");
    case DisconnectReason::BadHeartbeat:
        return QStringLiteral("invalid heartbeat direction");
    case DisconnectReason::PingTimeout:
        return QStringLiteral("ping timeout");
    case DisconnectReason::ConnectTimeout:
        return QStringLiteral("no namespace joined in time");
    case DisconnectReason::BadSocketIoPacket:
        return QStringLiteral("broken Socket.IO packet");
    case DisconnectReason::UnexpectedPacket:
        return QStringLiteral("unexpected Socket.IO packet");
    case DisconnectReason::TooSlow:
        return QStringLiteral("too slow: too much is waiting for it");
    case DisconnectReason::Stalled:
        return QStringLiteral("stalled: it takes no more data");
    case DisconnectReason::Kicked:
        return QStringLiteral("disconnected by the user");
    case DisconnectReason::ServerMoved:
        return QStringLiteral("the server listens elsewhere now");
    case DisconnectReason::ServerShutdown:
        return QStringLiteral("the server stops");
    }
    Q_UNREACHABLE();
    return QString();
}

} // namespace ticker
