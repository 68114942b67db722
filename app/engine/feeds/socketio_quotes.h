// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "feed_codec/feed_message.h"
#include "subscriptions/missing_symbols.h"
#include "subscriptions/quote_groups.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>

namespace ticker {

class QuoteCache;
class SocketIoAck;
class SocketIoArguments;
class SocketIoNamespace;
class SocketIoSocket;

/// Subscriptions over Socket.IO. The events of a client: "subscribe" with symbols, and perhaps {"max_rate":5}, and
/// "unsubscribe" with symbols; both are answered by their acknowledgement, or where none is wanted by the event "snapshot",
/// "subscribed" or "subscription error". Then come events "quotes". Server thread; owned beside the namespace, which
/// outlives it.
class SocketIoQuotes final
{
public:
    explicit SocketIoQuotes(SocketIoNamespace &nsp);
    Q_DISABLE_COPY_MOVE(SocketIoQuotes)

    /// As FeedServer::setCache(); who has subscribed gets the event "snapshot" for another market.
    void setCache(QuoteCache &cache);
    /// As FeedServer's.
    void collectTick() { m_groups.collect(); }
    void sendTicks() { m_groups.flush(); }

private:
    void subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
    void unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
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
    MissingSymbols m_missing;
    QuoteCache *m_cache = nullptr;
    int m_markets = 0;                       ///< So many there were.
    std::set<SocketIoSocket *> m_subscribed; ///< To at least one instrument, or to one that is missing.
};

} // namespace ticker
