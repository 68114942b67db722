// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "delivery/fan_out.h"
#include "instruments/symbol_set.h"
#include "packets/tick_batch.h"
#include "subscriptions/tick_limiter.h"
#include "subscriptions/tick_receiver.h"

namespace ticker {

/// A client's subscription to order books, beside that to quotes. It may want them only so often, too. Server thread; a part of
/// its client.
class BookSubscriber final : public FanOut::Member
{
public:
    /// Whoever it is a part of, as a client and as one who hears what is sent to many, and the queue, outlive it.
    BookSubscriber(TickReceiver &client, FanOut::Member &member, DeadlineQueue &deadlines)
        : m_client(client), m_member(member),
          m_limiter(deadlines, [this](std::span<const OutgoingPacket> ticks) { deliver(ticks); })
    {
    }

    [[nodiscard]] const SymbolSet &symbols() const { return m_symbols; }
    /// As TickLimiter says.
    void setMaxRate(double hertz)
    {
        m_limiter.setRate(hertz);
        fastPathChanged();
    }

    void sendTicks(const TickBatch &batch) override
    {
        if (!m_limiter.isActive())
            deliver(batch.ticks());
        else if (const quint32 merged = m_limiter.take(batch.ticks()))
            m_client.countMerged(merged);
    }
    void fastPathTook(const TickBatch &batch, qint64 bytes) override { m_member.fastPathTook(batch, bytes); }

    /// For the end of the client: nothing is delivered any more.
    void stop() { m_limiter.stop(); }

private:
    friend class BookGroups;

    [[nodiscard]] FastPath fastPath() const override
    {
        return m_limiter.isActive() ? FastPath() : m_client.openFastPath();
    }
    void sentDirectly(quint32 ticks, quint64 bytes) override { m_member.sentDirectly(ticks, bytes); }
    void deliver(std::span<const OutgoingPacket> ticks) { m_client.deliver(ticks); }

    /// What is held back is of these instruments only, from now on.
    void restrictHeld(const TickMerger &merger, const SymbolSet &symbols)
    {
        m_client.restrictWaiting(merger, symbols, {});
        if (m_limiter.restrictTo(merger, symbols, {}))
            m_client.countMerged(1);
    }

    TickReceiver &m_client;
    FanOut::Member &m_member;
    SymbolSet m_symbols; ///< Set by BookGroups.
    TickLimiter m_limiter;
};

} // namespace ticker
