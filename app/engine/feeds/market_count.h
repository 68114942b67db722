// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/outgoing_packet.h"
#include "quotes/quote_cache.h"

#include <optional>
#include <type_traits>

namespace ticker {

/// Which of a feed's markets is on, so that what is made later of one is not sent in another. A value of the server thread;
/// the feed owns it, and it outlives all that waits.
class MarketCount final
{
public:
    void next() { ++m_count; }
    [[nodiscard]] int now() const { return m_count; }

    /// Makes what may be superfluous, and is so in another market than that of now.
    template<typename Make>
    [[nodiscard]] auto ofThis(const Make &make) const
    {
        return [this, make, market = m_count]() -> std::invoke_result_t<Make> {
            return market == m_count ? make() : std::nullopt;
        };
    }

    /// A state, which is made now; and anew where it would be older than what leaves before it.
    template<typename Make>
    [[nodiscard]] OutgoingPacket state(const Make &make) const
    {
        OutgoingPacket packet = make();
        packet.setRemake(ofThis([make]() -> std::optional<OutgoingPacket> { return make(); }));
        return packet;
    }

    /// The state of trading in some instruments: anew it is that of those that are still in it.
    template<typename Encode>
    [[nodiscard]] OutgoingPacket trading(const QuoteCache &cache, const SymbolSet &symbols, bool halted,
                                         const Encode &encode) const
    {
        OutgoingPacket packet = encode(symbols, halted);
        packet.setRemake(ofThis([&cache, symbols, halted, encode]() -> std::optional<OutgoingPacket> {
            const SymbolSet still = cache.whereTradingIs(halted, symbols);
            return still.isEmpty() ? std::nullopt : std::optional(encode(still, halted));
        }));
        return packet;
    }

private:
    int m_count = 0; ///< So many there were.
};

} // namespace ticker
