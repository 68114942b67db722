// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/mergeable_tick.h"
#include "packets/outgoing_packet.h"
#include "delivery/fan_out.h"

#include <span>

namespace ticker {

/// A client as its subscriptions see it. Server thread.
class TickReceiver
{
public:
    /// While nothing waits for it.
    [[nodiscard]] virtual FastPath openFastPath() const = 0;
    virtual void deliver(std::span<const OutgoingPacket> ticks) = 0;
    virtual void countMerged(quint32 ticks) = 0;
    /// Of what was delivered and is still held.
    virtual void restrictWaiting(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain) = 0;

protected:
    ~TickReceiver() = default;
};

} // namespace ticker
