// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/outbox.h"

#include "packets/late_packet.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace ticker {

qsizetype Outbox::bytes() const
{
    return m_bytes + heldBytes();
}

void Outbox::append(std::span<const OutgoingPacket> packets)
{
    for (const OutgoingPacket &packet : packets) {
        using Kind = OutgoingPacket::Kind;
        if (m_sources > 0 && packet.remake())
            append(makeLater(*packet.remake(), packet.isHeartbeat() ? Kind::Heartbeat : Kind::Answer));
        else
            append(packet);
    }
}

void Outbox::append(const OutgoingPacket &packet)
{
    const bool isFixed = packet.isTick() && !packet.mergeable();
    m_packets.insert(m_packets.begin() + std::ptrdiff_t(isFixed ? placeOfTick() : m_packets.size()), packet);
    m_bytes += packet.size();
    m_ownBytes += packet.keep(m_budget);
    m_sources += packet.source() ? 1 : 0;
    m_lateStates += packet.isLateState() ? 1 : 0;
}

/// Before what is made when it leaves, but behind the change of the market.
std::size_t Outbox::placeOfTick() const
{
    std::size_t place = m_packets.size();
    quint32 sources = m_sources;
    for (std::size_t i = m_packets.size(); i > m_first && sources > 0; --i) {
        const OutgoingPacket &packet = m_packets[i - 1];
        if (packet.isMarketChange())
            break;
        if (packet.source()) {
            place = i - 1;
            --sources;
        }
    }
    return place;
}

bool Outbox::holdTick(const OutgoingPacket &tick)
{
    const bool gaveWay = m_held.hold(tick, m_budget);
    m_held.forgetTexts(); // something newer may leave before it
    return gaveWay;
}

quint32 Outbox::dropConflatedTicks()
{
    const quint32 counted = m_held.counted();
    m_held.clear();
    return counted;
}

std::optional<OutgoingPacket> Outbox::takeOldestTick()
{
    const auto first = m_packets.begin() + std::ptrdiff_t(m_first);
    const auto oldest = std::find_if(first, m_packets.end(), std::mem_fn(&OutgoingPacket::isTick));
    if (oldest == m_packets.end())
        return std::nullopt;
    std::optional<OutgoingPacket> taken(std::move(*oldest));
    m_bytes -= taken->size();
    m_ownBytes -= taken->ownBytes();
    // What stands before it, messages, moves up: nearly always nothing.
    std::move_backward(first, oldest, oldest + 1);
    ++m_first;
    forgetTaken();
    return taken;
}

/// From the newest one, which stays, to those that give way.
quint32 Outbox::holdAllTicks()
{
    quint32 merged = 0;
    std::vector<OutgoingPacket> others;
    for (std::size_t i = m_packets.size(); i-- > m_first;) {
        OutgoingPacket &packet = m_packets[i];
        if (!packet.isTick() && !packet.isHeartbeat()) {
            others.push_back(std::move(packet));
            continue;
        }
        m_bytes -= packet.size();
        m_ownBytes -= packet.ownBytes();
        m_sources -= packet.source() ? 1 : 0; // a heartbeat
        if (packet.isTick())
            merged += m_held.holdOlder(packet, m_budget) ? 1 : 0;
    }
    std::reverse(others.begin(), others.end());
    m_packets = std::move(others);
    m_first = 0;
    m_held.forgetTexts();
    return merged;
}

std::vector<OutgoingPacket> Outbox::takePackets(qsizetype maxBytes)
{
    if (m_first == 0 && m_bytes <= maxBytes && m_sources == 0) {
        m_bytes = 0;
        m_ownBytes = 0;
        return std::exchange(m_packets, {});
    }
    std::vector<OutgoingPacket> taken;
    qsizetype bytes = 0;
    const auto hasRoom = [&](qsizetype more) { return taken.empty() || bytes + more <= maxBytes; };
    const auto take = [&](OutgoingPacket packet) {
        bytes += packet.size();
        taken.push_back(std::move(packet));
    };
    while (queuedPackets() > 0) {
        OutgoingPacket &first = m_packets[m_first];
        // How long what is made will be is not known before.
        if (!hasRoom(first.source() ? 1 : first.size()))
            break;
        if (!first.source())
            take(takeFirst());
        else if (auto made = first.source()->next())
            take(std::move(*made));
        else
            takeFirst();
    }
    forgetTaken();
    return taken;
}

/// Its place is forgotten later.
OutgoingPacket Outbox::takeFirst()
{
    OutgoingPacket packet = std::move(m_packets[m_first]);
    m_bytes -= packet.size();
    m_ownBytes -= packet.ownBytes();
    m_sources -= packet.source() ? 1 : 0;
    m_lateStates -= packet.isLateState() ? 1 : 0;
    ++m_first;
    return packet;
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
    m_ownBytes = 0;
    m_sources = 0;
    m_lateStates = 0;
    m_held.clear();
}

} // namespace ticker
