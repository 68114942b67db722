// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox.h"

#include <algorithm>
#include <functional>
#include <iterator>
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

bool Outbox::dropOldestTick()
{
    const auto first = m_packets.begin() + std::ptrdiff_t(m_first);
    const auto oldest = std::find_if(first, m_packets.end(), std::mem_fn(&OutgoingPacket::isTick));
    if (oldest == m_packets.end())
        return false;
    m_bytes -= oldest->size();
    // What stands before it, messages, moves up: nearly always nothing.
    std::move_backward(first, oldest, oldest + 1);
    ++m_first;
    forgetTaken();
    return true;
}

std::vector<OutgoingPacket> Outbox::takePackets(qsizetype maxBytes)
{
    qsizetype bytes = 0;
    std::size_t end = m_first;
    for (; end < m_packets.size() && (end == m_first || bytes + m_packets[end].size() <= maxBytes); ++end)
        bytes += m_packets[end].size();
    m_bytes -= bytes;
    if (m_first == 0 && end == m_packets.size())
        return std::exchange(m_packets, {});
    const auto first = m_packets.begin() + std::ptrdiff_t(m_first);
    std::vector<OutgoingPacket> taken(std::make_move_iterator(first),
                                      std::make_move_iterator(m_packets.begin() + std::ptrdiff_t(end)));
    m_first = end;
    forgetTaken();
    return taken;
}

/// Not each time, or taking one by one would move all of them each time.
void Outbox::forgetTaken()
{
    if (m_first == m_packets.size()) {
        m_packets = {};
        m_first = 0;
    } else if (m_first > m_packets.size() / 2) {
        m_packets.erase(m_packets.begin(), m_packets.begin() + std::ptrdiff_t(m_first));
        m_first = 0;
    }
}

void Outbox::clear()
{
    m_packets = {};
    m_first = 0;
    m_bytes = 0;
    m_held.clear();
}

} // namespace ticker
