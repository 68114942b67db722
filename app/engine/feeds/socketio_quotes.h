// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "feed_codec/feed_message.h"
#include "feeds/market_count.h"
#include "feeds/socketio_books.h"
#include "packets/outgoing_packet.h"
#include "subscriptions/heartbeats.h"
#include "subscriptions/missing_symbols.h"
#include "subscriptions/quote_groups.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace ticker {

class LiveMarket;
class QuoteCache;
class SocketIoAck;
class SocketIoArguments;
class SocketIoNamespace;
class SocketIoSocket;
struct TradingChange;

/// Subscriptions over Socket.IO. The events of a client: "subscribe" with symbols, and perhaps {"max_rate":5},
/// "unsubscribe" with symbols, and "heartbeat" with a number of seconds; each is answered by its acknowledgement, or where
/// none is wanted by the event "snapshot", "subscribed", "heartbeat" or "subscription error". Then come events "quotes",
/// "heartbeat" and "status". Server thread; owned beside the namespace, which outlives it.
class SocketIoQuotes final
{
public:
    /// The deadlines outlive it. The time is asked for: milliseconds since 1970, UTC.
    SocketIoQuotes(SocketIoNamespace &nsp, DeadlineQueue &deadlines, std::function<qint64()> wallTimeMs);
    Q_DISABLE_COPY_MOVE(SocketIoQuotes)

    /// As FeedServer::setCache(); who has subscribed gets the event "snapshot" for another market.
    void setCache(QuoteCache &cache);
    /// As FeedServer's.
    void collectTick();
    void sendTicks();
    /// Whose order books are sent: behind setCache() with its cache.
    void setBooks(LiveMarket &market) { m_books.setMarket(market); }
    /// Tells all who have subscribed how the market is, by the event "status".
    void tellMarketState();
    /// The same of what becomes of instruments.
    void tellTrading(const TradingChange &change);

private:
    void subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
    void unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
    void startHeartbeat(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
    void greetAnew(SocketIoSocket &socket, const SymbolSet &symbols);
    void sendHeartbeat(SocketIoSocket &socket) const;
    [[nodiscard]] OutgoingPacket tradingStatus(const SymbolSet &symbols, bool halted) const;
    void change(SocketIoSocket &socket, const SymbolSet &symbols);
    void leave(SocketIoSocket &socket);
    [[nodiscard]] std::function<SocketIoArguments()> lateSnapshot(SocketIoSocket &socket, const SymbolSet &subscribed,
                                                                  const SymbolSet &shown,
                                                                  std::optional<quint64> after = std::nullopt);
    [[nodiscard]] static SymbolSet symbolsNow(const std::weak_ptr<SocketIoSocket *> &socket);
    [[nodiscard]] TickChain chainNow(const std::weak_ptr<SocketIoSocket *> &socket, const TickChain &then,
                                     quint64 seq) const;

    SocketIoNamespace &m_nsp;
    QuoteGroups m_groups;
    SocketIoBooks m_books;
    MissingSymbols m_missing;
    Heartbeats m_heartbeats;
    std::function<qint64()> m_wallTimeMs;
    QuoteCache *m_cache = nullptr;
    MarketCount m_markets;
    std::set<SocketIoSocket *> m_subscribed; ///< To at least one instrument, or to one that is missing.
};

} // namespace ticker
