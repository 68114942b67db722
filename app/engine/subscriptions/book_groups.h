// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/fan_out.h"
#include "packets/mergeable_tick.h"
#include "packets/outgoing_packet.h"

#include <functional>
#include <map>
#include <vector>

namespace ticker {

class BookSubscriber;
class DepthBooks;

/// Who gets order books of so many levels, in one framing, as whole books or as differences. All who want those of the same
/// instruments hear the same bytes, encoded once. Server thread; owned by the feed whose clients they are.
class BookGroups final : private TickMerger
{
public:
    /// Makes a packet, whose kind is Tick, of an object without a type: {"seq":…,"time":…,"books":[…]}.
    using Encode = std::function<OutgoingPacket(const QByteArray &object)>;

    enum class Updates : quint8 {
        Snapshots,   ///< Whole books.
        Differences, ///< What is merged comes as a whole book.
    };

    BookGroups(Encode encode, Updates updates) : m_encode(std::move(encode)), m_updates(updates) { }
    ~BookGroups();
    Q_DISABLE_COPY_MOVE(BookGroups)

    /// Whose books are sent, from now on; null: none. Nobody is subscribed to those of another market. It outlives its use here.
    void setBooks(DepthBooks *books, std::function<qint64()> timeMs);

    /// In place of what it had; none: it gets no books.
    void subscribe(BookSubscriber &subscriber, const SymbolSet &symbols);
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }

    /// Encodes what the last tick has changed for every group that it concerns.
    void collect();
    /// Sends what was collected: what is for one client leaves together.
    void flush();

    /// Whole books of these instruments: {"seq":…,"time":…,"books":[…]}.
    [[nodiscard]] QByteArray snapshot(const SymbolSet &symbols) const;

private:
    struct Group final
    {
        FanOut audience;
        std::vector<OutgoingPacket> ticks; ///< Collected.
    };

    [[nodiscard]] OutgoingPacket mergedTick(const TickContents &contents) override;
    [[nodiscard]] QByteArray objectOf(const SymbolSet &symbols, Updates updates) const;
    void leaveGroup(BookSubscriber &subscriber, const SymbolSet &next);
    void forgetEmptyGroups();

    Encode m_encode;
    Updates m_updates;
    DepthBooks *m_books = nullptr;
    std::function<qint64()> m_timeMs;
    std::map<SymbolSet, Group> m_groups;
    bool m_isWalking = false;
};

} // namespace ticker
