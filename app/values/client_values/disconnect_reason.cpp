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
        return QStringLiteral("poll aborted by the client");
    case DisconnectReason::PollOverlap:
        return QStringLiteral("two polls at once");
    case DisconnectReason::PostOverlap:
        return QStringLiteral("two POSTs at once");
    case DisconnectReason::PostAbandoned:
        return QStringLiteral("POST aborted by the client");
    case DisconnectReason::BadContentType:
        return QStringLiteral("binary data in a POST");
    case DisconnectReason::BadFrame:
        return QStringLiteral("invalid or oversized WebSocket message");
    case DisconnectReason::BadPacket:
        return QStringLiteral("invalid packet");
    case DisconnectReason::BadHeartbeat:
        return QStringLiteral("invalid heartbeat direction");
    case DisconnectReason::PingTimeout:
        return QStringLiteral("ping timeout");
    case DisconnectReason::ConnectTimeout:
        return QStringLiteral("no namespace joined in time");
    case DisconnectReason::BadSocketIoPacket:
        return QStringLiteral("invalid Socket.IO packet");
    case DisconnectReason::UnexpectedPacket:
        return QStringLiteral("unexpected Socket.IO packet");
    case DisconnectReason::TooSlow:
        return QStringLiteral("too slow: send queue full");
    case DisconnectReason::Stalled:
        return QStringLiteral("stalled: accepts no more data");
    case DisconnectReason::Kicked:
        return QStringLiteral("disconnected by the user");
    case DisconnectReason::ServerMoved:
        return QStringLiteral("server moved to another address");
    case DisconnectReason::ServerShutdown:
        return QStringLiteral("server shutting down");
    }
    Q_UNREACHABLE();
    return QString();
}

} // namespace ticker
