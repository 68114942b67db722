// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// Why a session ended.
enum class DisconnectReason : quint8 {
    ClientClosed,      ///< The client said so.
    ConnectionLost,    ///< Its WebSocket is gone.
    PollAbandoned,     ///< It hung up while its GET waited.
    PollOverlap,       ///< It sent a second GET while one waited.
    PostOverlap,       ///< It sent a second POST while one was under way.
    PostAbandoned,     ///< It hung up in the middle of a POST.
    BadContentType,    ///< It posted binary data, which revision 4 of the protocol does not have.
    BadFrame,          ///< It broke the protocol of WebSockets, or sent a message that is too long.
    BadPacket,         ///< What it sent is no Engine.IO packet.
    BadHeartbeat,      ///< It sent a ping or pong that is the server's to send.
    PingTimeout,       ///< It did not answer a ping in time.
    ConnectTimeout,    ///< It joined no namespace in time.
    BadSocketIoPacket, ///< What it sent is no Socket.IO packet.
    UnexpectedPacket,  ///< A Socket.IO packet that may not come now: an event before the connect, a second connect.
    TooSlow,           ///< More waits for it than may wait, and not only ticks.
    Stalled,           ///< What waits for it did not shrink for too long.
    Kicked,            ///< The user disconnected it.
    ServerMoved,       ///< The server listens elsewhere now, and not any more where the client came from.
    ServerShutdown,
};

/// A short English text for logs.
[[nodiscard]] QString disconnectReasonText(DisconnectReason reason);

} // namespace ticker
