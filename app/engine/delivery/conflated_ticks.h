// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/mergeable_tick.h"
#include "packets/outgoing_packet.h"

#include <optional>
#include <vector>

namespace ticker {

/// Ticks that a client is to get later, the newest in place of all: of each kind one, in which those before it are merged.
/// A value; while it is empty it holds no memory.
class ConflatedTicks final
{
public:
    [[nodiscard]] bool isEmpty() const { return m_held.empty(); }
    /// Whether this tick would be merged with one that is held.
    [[nodiscard]] bool holdsKindOf(const OutgoingPacket &tick) const;
    /// About how many bytes they will have.
    [[nodiscard]] qsizetype bytes() const;
    /// Of these, what is kept for this client alone.
    [[nodiscard]] qint64 ownBytes() const;
    /// Returns whether an older one gave way that counts. The budget counts what is kept; null: nobody counts.
    bool hold(const OutgoingPacket &tick, ByteBudget *budget = nullptr);
    /// The same of one that is older than all that are held. Returns whether it gave way itself.
    bool holdOlder(const OutgoingPacket &tick, ByteBudget *budget);
    /// Keeps only what it takes to make them anew, with the newest quotes.
    void forgetTexts();
    /// Drops what is held of this merger's ticks, but for these instruments. What is left is made anew when it is taken,
    /// for something else has left before it. Returns whether nothing is left of one that counts. The chain says what else has
    /// changed: an older tick before it, because those between were dropped elsewhere; a later last one, because what has
    /// left before it tells of that.
    bool restrictTo(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain = {});
    /// What is held of this merger's ticks. Null: nothing is.
    [[nodiscard]] const TickContents *contents(const TickMerger &merger) const;
    /// How many of them count.
    [[nodiscard]] quint32 counted() const;
    /// All of them; then it is empty.
    [[nodiscard]] std::vector<OutgoingPacket> take();
    void clear() { m_held = {}; }

private:
    struct Held final
    {
        TickMerger *merger = nullptr;
        std::optional<OutgoingPacket> newest; ///< Nothing: the merger makes it when it is taken.
        qsizetype size = 0;                   ///< Of the newest.
        TickContents contents;                ///< Of all that were merged, when there is a merger.

        /// Returns whether one of two that count gives way.
        bool add(const OutgoingPacket &tick);
    };

    [[nodiscard]] Held *find(const TickMerger *merger);
    void start(const OutgoingPacket &tick, ByteBudget *budget);

    std::vector<Held> m_held; ///< One per merger, and one for ticks that have none.
};

} // namespace ticker
