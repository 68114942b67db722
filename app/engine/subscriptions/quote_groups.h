// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/subscription.h"
#include "delivery/fan_out.h"
#include "packets/mergeable_tick.h"
#include "packets/outgoing_packet.h"

#include <functional>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace ticker {

class QuoteCache;
class QuoteSubscriber;

/// Who gets ticks of which instruments, in one framing. All who want the same ones hear the same bytes, encoded once.
/// Server thread; owned by the feed whose clients they are.
class QuoteGroups final : private TickMerger
{
public:
    /// Makes the packet of a tick from the cache's last one, with the quotes of these instruments: an ordinary packet of
    /// the feed's protocol whose kind is Tick.
    using Encode = std::function<OutgoingPacket(QuoteCache &, const TickContents &)>;

    /// Of the announced instrument clients hear each tick by another message, which counts it.
    explicit QuoteGroups(Encode encode, std::optional<int> announced = std::nullopt);
    ~QuoteGroups();
    Q_DISABLE_COPY_MOVE(QuoteGroups)

    /// Whose ticks are sent, from now on; null: none. It outlives its use here. Nobody is subscribed to another one's.
    void setCache(QuoteCache *cache) { m_cache = cache; }

    /// In place of what it had; none: it gets no ticks. Of instruments that are not among them it hears nothing any more,
    /// not even what is held back for it.
    void subscribe(QuoteSubscriber &subscriber, const SymbolSet &symbols);
    [[nodiscard]] bool isEmpty() const { return m_groups.empty(); }
    /// The last tick of its subscription before whatever is sent to it now; nothing: it has none.
    [[nodiscard]] std::optional<quint64> lastSent(const QuoteSubscriber &subscriber) const;
    /// Up to which tick of the market all was sent to it that concerns it: the next one comes after that, or after an older one.
    [[nodiscard]] quint64 sentUpTo(const QuoteSubscriber &subscriber) const;
    /// Of a message that was to leave behind the tick `seq`, and leaves only now: ticks that were sent before it may be held
    /// since.
    [[nodiscard]] TickChain chainNow(const QuoteSubscriber &subscriber, const TickChain &then, quint64 seq) const;

    /// Sends a message to everybody who wants any of these instruments, encoded once for all who want the same.
    void tell(const SymbolSet &about, const std::function<OutgoingPacket(const SymbolSet &wanted)> &encode);

    /// Encodes the cache's last tick for every group that it concerns.
    void collect();
    /// Sends what was collected: the ticks for one client leave together.
    void flush();

private:
    struct Group final
    {
        FanOut audience;
        Subscription subscription;         ///< Of all of them.
        std::vector<OutgoingPacket> ticks; ///< Collected.
        quint64 lastSeq = 0;               ///< Of the last tick that concerned it.
    };

    using Key = std::pair<SymbolSet, quint8>; ///< The instruments, and the fields of their quotes.

    [[nodiscard]] static Key keyOf(const QuoteSubscriber &subscriber);
    [[nodiscard]] OutgoingPacket mergedTick(const TickContents &contents) override;
    [[nodiscard]] Subscription describe(const SymbolSet &symbols) const;
    template<typename Visitor>
    void walk(const Visitor &visit);
    void leaveGroup(QuoteSubscriber &subscriber);

    Encode m_encode;
    std::optional<int> m_announced;
    QuoteCache *m_cache = nullptr;
    std::map<Key, Group> m_groups;
    bool m_isWalking = false;
};

} // namespace ticker
