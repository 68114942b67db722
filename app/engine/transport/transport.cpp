// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transport.h"

#include "websocket_codec/websocket_reader.h"

namespace ticker {

namespace {

// RFC 6455, 7.4.1, and the registry that it sets up.
constexpr quint16 goingAway = 1001;
constexpr quint16 serviceRestart = 1012;

} // namespace

const Transport::Closing Transport::Closing::Normal{
    false, WebSocketMessage::noCloseCode, {}}; // as the reference server
const Transport::Closing Transport::Closing::Shutdown{false, goingAway, QByteArrayLiteral("going away")};
const Transport::Closing Transport::Closing::Restart{false, serviceRestart, QByteArrayLiteral("listening elsewhere")};
const Transport::Closing Transport::Closing::Abort{true, WebSocketMessage::noCloseCode, {}};

Transport::Closing Transport::closingFor(DisconnectReason reason, const CloseStatus &closeStatus)
{
    switch (reason) {
    case DisconnectReason::ServerShutdown:
        return Closing::Shutdown;
    case DisconnectReason::ServerMoved:
        return Closing::Restart;
    case DisconnectReason::TooSlow:
    case DisconnectReason::Stalled:
        return Closing::Abort; // a close frame would wait behind what they do not read
    case DisconnectReason::Kicked:
        if (closeStatus.code == CloseStatus::noCode)
            return Closing::Normal;
        return {false, closeStatus.code, closeStatus.reasonBytes()};
    default:
        return Closing::Normal;
    }
}

} // namespace ticker
