// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace ticker {

class OutgoingPacket;

/// Makes what a client is to catch up on, one packet after the other as the client can take them: the state after a
/// subscription, ticks that were missed. So it does not lie in memory while the client does not read. Server thread; shared
/// by what waits.
class PacketSource
{
public:
    /// What it weighs while it waits, about.
    static constexpr qsizetype ownBytes = 512;

    PacketSource() = default;
    virtual ~PacketSource() = default;
    Q_DISABLE_COPY_MOVE(PacketSource)

    /// The next packet, which is made; nothing: that was the last one.
    [[nodiscard]] virtual std::optional<OutgoingPacket> next() = 0;
};

} // namespace ticker
