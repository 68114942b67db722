// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "socketio_codec/socketio_packet.h"

namespace ticker {

/// Puts the packets of one connection together: a binary packet is its text, then its attachments with nothing between.
/// Belongs to one client.
class SocketIoDecoder final
{
public:
    /// A packet when one is complete, nothing when attachments are still to come, or an error, after which the connection
    /// is to be closed: nothing later can be understood.
    using Result = Expected<std::optional<SocketIoPacket>, SocketIoError>;

    [[nodiscard]] Result addText(const QByteArray &text);
    [[nodiscard]] Result addBinary(const QByteArray &data);
    /// Of a packet that waits for its attachments.
    [[nodiscard]] qsizetype keptBytes() const;
    /// Forgets it.
    void clear() { m_unfinished.reset(); }

private:
    std::optional<SocketIoPacket> m_unfinished;
    qsizetype m_unfinishedBytes = 0; ///< Of it, as it came.
};

} // namespace ticker
