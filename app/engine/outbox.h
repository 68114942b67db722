// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outgoing_packet.h"

#include <optional>
#include <span>
#include <vector>

namespace ticker {

/// What waits for one client that cannot take it yet: packets in their order and, when there are too many of them, the
/// newest tick apart. While nothing waits it holds no memory. Owned by the client's session.
class Outbox final
{
public:
    [[nodiscard]] bool hasHeldTick() const { return m_heldTick.has_value(); }
    [[nodiscard]] bool isEmpty() const { return queuedPackets() == 0 && !m_heldTick; }
    /// Of all that waits.
    [[nodiscard]] qsizetype bytes() const;
    /// Packets only, without the held tick.
    [[nodiscard]] qsizetype queuedBytes() const { return m_bytes; }
    [[nodiscard]] std::size_t queuedPackets() const { return m_packets.size() - m_first; }
    [[nodiscard]] qsizetype heldBytes() const { return m_heldTick ? m_heldTick->size() : 0; }

    /// Appends packets that must stay together, such as a header with its attachments.
    void append(std::span<const OutgoingPacket> packets);
    /// Keeps a tick apart in place of the one kept before. Returns whether there was one.
    bool holdTick(const OutgoingPacket &tick);

    /// Drops the tick that waits the longest among the packets. False: there is none.
    bool dropOldestTick();

    /// The first packets, in their order, without the held tick: as many as have so many bytes, but at least one.
    [[nodiscard]] std::vector<OutgoingPacket> takePackets(qsizetype maxBytes);
    /// The held tick; only when there is one.
    [[nodiscard]] OutgoingPacket takeHeldTick();
    void dropHeldTick() { m_heldTick.reset(); }
    void clear();

private:
    void forgetTaken();

    std::vector<OutgoingPacket> m_packets; ///< From m_first on.
    std::size_t m_first = 0;
    std::optional<OutgoingPacket> m_heldTick;
    qsizetype m_bytes = 0;
};

} // namespace ticker
