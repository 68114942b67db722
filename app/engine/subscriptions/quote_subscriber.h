// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/subscription.h"
#include "delivery/fan_out.h"
#include "instruments/symbol_set.h"
#include "packets/tick_batch.h"
#include "quotes/quote_fields.h"
#include "subscriptions/tick_limiter.h"
#include "subscriptions/tick_receiver.h"

#include <memory>

namespace ticker {

class BookSubscriber;

/// Whoever has subscribed to some instruments, and may want their ticks only so often. Server thread; a part of its client.
class QuoteSubscriber : public FanOut::Member, public TickReceiver
{
public:
    /// What it gets ticks of; set by QuoteGroups.
    [[nodiscard]] const SymbolSet &symbols() const { return m_symbols; }
    /// Whether it wants whatever instruments there are, also those of another market.
    [[nodiscard]] bool wantsAll() const { return m_wantsAll; }
    void setWantsAll(bool wantsAll) { m_wantsAll = wantsAll; }
    /// What it wants with each quote beyond the usual. It counts from the next QuoteGroups::subscribe() on.
    [[nodiscard]] QuoteFields fields() const { return m_fields; }
    void setFields(QuoteFields fields) { m_fields = fields; }
    /// The same for people.
    [[nodiscard]] const Subscription &subscription() const { return m_subscription; }
    /// As TickLimiter says.
    void setMaxRate(double hertz)
    {
        m_limiter.setRate(hertz);
        fastPathChanged();
    }
    [[nodiscard]] double maxRate() const { return m_limiter.rate(); }

    /// Its subscription to order books; null: it has none yet.
    [[nodiscard]] BookSubscriber *books() const { return m_books.get(); }
    void setBooks(std::unique_ptr<BookSubscriber> books);

    /// As FanOut::Member's, of both subscriptions.
    void fastPathChanged();
    void settle();

    /// What waits for its turn goes now: no tick comes after it that could take its place.
    void releaseTicks() { m_limiter.setRate(m_limiter.rate()); }

    /// A message that is no tick.
    virtual void send(const OutgoingPacket &packet) = 0;

    void sendTicks(const TickBatch &batch) final
    {
        if (!m_limiter.isActive())
            deliver(batch.ticks());
        else if (const quint32 merged = m_limiter.take(batch.ticks()))
            countMerged(merged);
    }

protected:
    /// The queue outlives it.
    explicit QuoteSubscriber(DeadlineQueue &deadlines);

    /// For the end of the client: nothing is delivered any more.
    void stopTicks();

    ~QuoteSubscriber() override;

private:
    friend class QuoteGroups;

    [[nodiscard]] FastPath fastPath() const final { return m_limiter.isActive() ? FastPath() : openFastPath(); }

    /// What is held back is of these instruments only, from now on: nobody hears of others after leaving them.
    /// `last` is the last tick of these that there was.
    void restrictHeld(const TickMerger &merger, const SymbolSet &symbols, quint64 last)
    {
        const TickContents *waiting = waitingContents(merger);
        std::optional<quint64> before = waiting ? std::optional(waiting->after) : std::nullopt;
        restrictWaiting(merger, symbols, {});
        waiting = waitingContents(merger);
        if (waiting)
            before = waiting->last;
        // What the limiter holds is newer, and comes after what is left of that.
        if (m_limiter.restrictTo(merger, symbols, {before, last}))
            countMerged(1);
        if (waiting && !m_limiter.heldContents(merger))
            restrictWaiting(merger, symbols, {{}, last});
    }

    /// The oldest of what is held back for it; null: nothing is.
    [[nodiscard]] const TickContents *heldContents(const TickMerger &merger) const
    {
        // What the limiter holds is newer.
        const TickContents *waiting = waitingContents(merger);
        return waiting ? waiting : m_limiter.heldContents(merger);
    }

    /// Of what was delivered and is still held.
    [[nodiscard]] virtual const TickContents *waitingContents(const TickMerger &merger) const = 0;

    SymbolSet m_symbols;
    QuoteFields m_fields;
    QuoteFields m_groupFields; ///< Those of its group.
    Subscription m_subscription;
    TickLimiter m_limiter;
    bool m_wantsAll = false;
    std::unique_ptr<BookSubscriber> m_books;
};

} // namespace ticker
