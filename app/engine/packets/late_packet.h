// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/outgoing_packet.h"

#include <functional>
#include <utility>

namespace ticker {

/// One packet that is made when it can leave. Server thread; shared by what waits.
class LatePacket final : public PacketSource
{
public:
    using Make = OutgoingPacket::Remake;

    explicit LatePacket(Make make) : m_make(std::move(make)) { }

    [[nodiscard]] std::optional<OutgoingPacket> next() override
    {
        if (const Make make = std::exchange(m_make, nullptr))
            return make();
        return std::nullopt;
    }

private:
    Make m_make; ///< Until it is made.
};

/// What it makes outlives the packet.
[[nodiscard]] inline OutgoingPacket makeLater(LatePacket::Make make,
                                              OutgoingPacket::Kind kind = OutgoingPacket::Kind::Ordinary)
{
    return OutgoingPacket::later(std::make_shared<LatePacket>(std::move(make)), kind);
}

} // namespace ticker
