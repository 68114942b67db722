// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/conflated_ticks.h"
#include "packets/outgoing_packet.h"

#include <optional>
#include <span>
#include <vector>

namespace ticker {

/// What waits for one client that cannot take it yet: packets in their order and, when there are too many of them, the
/// newest ticks apart. While nothing waits it holds no memory. Owned by the client's session.
class Outbox final
{
public:
    /// The budget counts what waits; null: nobody counts.
    explicit Outbox(ByteBudget *budget = nullptr) : m_budget(budget) { }

    [[nodiscard]] bool hasConflatedTicks() const { return !m_held.isEmpty(); }
    [[nodiscard]] bool isEmpty() const { return queuedPackets() == 0 && m_held.isEmpty(); }
    /// Of all that waits.
    [[nodiscard]] qsizetype bytes() const;
    /// Packets only, without the held ticks.
    [[nodiscard]] qsizetype queuedBytes() const { return m_bytes; }
    [[nodiscard]] std::size_t queuedPackets() const { return m_packets.size() - m_first; }
    [[nodiscard]] qsizetype heldBytes() const { return m_held.bytes(); }
    /// What all of it costs beside the texts that several clients share.
    [[nodiscard]] qint64 ownBytes() const { return m_ownBytes + m_held.ownBytes(); }
    /// Whether a tick has to be kept apart, so that the client does not see it after something newer: behind a state that
    /// is made only when it leaves, if it would be older than that; or behind ticks of its kind that are kept apart.
    [[nodiscard]] bool mustHold(const OutgoingPacket &tick) const
    {
        return m_held.holdsKindOf(tick) || (tick.mergeable() && m_lateStates > 0);
    }

    /// Appends packets that must stay together, such as a header with its attachments.
    /// What tells a state is made anew when it leaves if something before it is made only then. A tick that cannot be made anew
    /// goes before that, or it would be older.
    void append(std::span<const OutgoingPacket> packets);
    /// Keeps a tick apart, with those of its kind that were kept before merged in it. Returns whether one gave way that counts.
    bool holdTick(const OutgoingPacket &tick);
    /// Keeps all ticks apart, and nothing of their texts where they can be made anew. Heartbeats, which would leave before
    /// ticks that they tell of, are dropped. Returns how many ticks gave way that count.
    quint32 holdAllTicks();

    /// The tick that waits the longest among the packets; nothing: there is none.
    [[nodiscard]] std::optional<OutgoingPacket> takeOldestTick();

    /// The first packets, in their order, without the held ticks: as many as have so many bytes, but at least one. What is
    /// made later is made by this.
    [[nodiscard]] std::vector<OutgoingPacket> takePackets(qsizetype maxBytes);
    /// The held ticks, of each kind the newest.
    [[nodiscard]] std::vector<OutgoingPacket> takeConflatedTicks() { return m_held.take(); }
    /// Returns how many of them count.
    quint32 dropConflatedTicks();
    /// As ConflatedTicks::restrictTo().
    bool restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
    {
        return m_held.restrictTo(merger, symbols, chain);
    }
    /// As ConflatedTicks::contents().
    [[nodiscard]] const TickContents *conflatedContents(const TickMerger &merger) const
    {
        return m_held.contents(merger);
    }
    void clear();

private:
    void append(const OutgoingPacket &packet);
    [[nodiscard]] std::size_t placeOfTick() const;
    void forgetTaken();
    OutgoingPacket takeFirst();

    ByteBudget *m_budget;
    std::vector<OutgoingPacket> m_packets; ///< From m_first on.
    std::size_t m_first = 0;
    ConflatedTicks m_held;
    qsizetype m_bytes = 0;
    qint64 m_ownBytes = 0; ///< Of m_packets.
    quint32 m_sources = 0;
    quint32 m_lateStates = 0; ///< Of the sources.
};

} // namespace ticker
