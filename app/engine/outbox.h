// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "outgoing_packet.h"

#include <optional>
#include <span>
#include <vector>

namespace ticker {

/// What waits for one client that cannot take it yet: packets in their order and, when there are too many of them, the
/// newest tick apart. Owned by the client's session.
class Outbox final
{
public:
    [[nodiscard]] bool hasHeldTick() const { return m_heldTick.has_value(); }
    /// Of all that waits.
    [[nodiscard]] qsizetype bytes() const;
    /// Packets only, without the held tick.
    [[nodiscard]] qsizetype queuedBytes() const { return m_bytes; }
    [[nodiscard]] std::size_t queuedPackets() const { return m_packets.size(); }
    [[nodiscard]] qsizetype heldBytes() const { return m_heldTick ? m_heldTick->size() : 0; }

    /// Appends packets that must stay together, such as a header with its attachments.
    void append(std::span<const OutgoingPacket> packets);
    /// Keeps a tick apart in place of the one kept before. Returns whether there was one.
    bool holdTick(const OutgoingPacket &tick);

    /// All packets, in their order, without the held tick.
    [[nodiscard]] std::vector<OutgoingPacket> takePackets();
    /// The held tick; only when there is one.
    [[nodiscard]] OutgoingPacket takeHeldTick();
    void dropHeldTick() { m_heldTick.reset(); }
    void clear();

private:
    std::vector<OutgoingPacket> m_packets;
    std::optional<OutgoingPacket> m_heldTick;
    qsizetype m_bytes = 0;
};

} // namespace ticker
