// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outbox.h"

#include <utility>

namespace ticker {

qsizetype Outbox::bytes() const
{
    return m_bytes + heldBytes();
}

void Outbox::append(std::span<const OutgoingPacket> packets)
{
    for (const OutgoingPacket &packet : packets) {
        m_bytes += packet.size();
        m_packets.push_back(packet);
    }
}

bool Outbox::holdTick(const OutgoingPacket &tick)
{
    Q_ASSERT(tick.isTick());
    const bool merged = m_heldTick.has_value();
    m_heldTick = tick;
    return merged;
}

std::vector<OutgoingPacket> Outbox::takePackets()
{
    m_bytes = 0;
    return std::exchange(m_packets, {});
}

OutgoingPacket Outbox::takeHeldTick()
{
    Q_ASSERT(m_heldTick);
    OutgoingPacket tick = std::move(*m_heldTick);
    m_heldTick.reset();
    return tick;
}

void Outbox::clear()
{
    m_packets = {};
    m_bytes = 0;
    m_heldTick.reset();
}

} // namespace ticker
