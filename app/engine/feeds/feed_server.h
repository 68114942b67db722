// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_details.h"
#include "feed_codec/feed_message.h"
#include "feeds/book_feed.h"
#include "feeds/feed_client.h"
#include "feeds/market_count.h"
#include "server_values/server_limits.h"
#include "subscriptions/heartbeats.h"
#include "subscriptions/missing_symbols.h"
#include "subscriptions/quote_groups.h"
#include "telemetry/engine_context.h"
#include "transport/channel_closer.h"
#include "transport/deferred_deleter.h"

#include <QList>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace ticker {

class LiveMarket;
class QuoteCache;
struct TradingChange;

/// The feed for clients that speak WebSocket and nothing on top of it, or read server-sent events (WHATWG HTML, 9.2): a
/// greeting, then the ticks of the instruments that they subscribe to. Knows no socket and no clock. Server thread. The
/// owner of the deadlines advances them before it calls anything here, and runs them when due.
class FeedServer final : private FeedClient::Owner
{
public:
    /// What it is to ask for.
    struct Source final
    {
        /// False: no more of them, please.
        using Visitor = std::function<bool(quint64 seq, const QByteArray &json)>;

        std::function<QByteArray()> hello;  ///< encodeFeedHello() of the market as it is.
        std::function<qint64()> wallTimeMs; ///< Milliseconds since 1970, UTC.
        /// Shows each tick after a number that concerns some instruments, as JSON. False, and none is shown: not all of
        /// them are known any more.
        std::function<bool(quint64 afterSeq, const SymbolSet &, const Visitor &)> missedTicks;
    };

    /// What the client of an event stream asks for.
    struct EventStreamRequest final
    {
        SymbolSet symbols;
        double maxRate = 0;             ///< As TickLimiter says.
        std::optional<quint64> lastSeq; ///< The last tick that it has seen, before it lost its connection.
        bool all = false;               ///< It wants whatever instruments there are.
        /// From one heartbeat to the next, within HeartbeatRange; 0: none, but comments. Nothing: as the limits say.
        std::optional<std::chrono::milliseconds> heartbeat = std::nullopt;
        /// Other symbols that it had, for which it waits.
        QStringList missing = {};
        QuoteFields fields = {}; ///< Beyond the usual.
    };

    /// Its clients' ids count up from the first one, so that they differ from those of another server. The deadlines
    /// outlive it.
    FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId = 1);
    /// Drops every client without telling anybody; see disconnectAll().
    ~FeedServer();
    Q_DISABLE_COPY_MOVE(FeedServer)

    /// Whose ticks are sent. Once before anything else; then for another market: subscriptions are kept by symbol, and
    /// clients are greeted anew. It outlives its use here, the one before must live until this returns.
    void setCache(QuoteCache &cache);
    /// Whose order books are sent: behind setCache() with its cache.
    void setBooks(LiveMarket &market);

    /// Takes an open WebSocket.
    void acceptWebSocket(const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel);
    /// Takes an event stream whose head is written.
    void acceptEventStream(const PeerInfo &peer, const EventStreamRequest &request,
                           std::unique_ptr<WebSocketChannel> channel);

    /// Encodes the cache's last tick for whoever wants it; with the others since the last sendTicks() it is sent by that.
    void collectTick();
    void sendTicks();
    /// Tells everybody how the market is.
    void tellMarketState();
    /// Tells who wants any of these instruments.
    void tellTrading(const TradingChange &change);

    /// Where it is told what clients do. Before there are any; outlives them.
    void setActivityLog(ActivityLog *log) { m_context.log = log; }
    /// Where clients are known by their names. The same.
    void setNamedClients(NamedClients *names) { m_context.names = names; }
    /// Where it is counted what waits for clients. The same.
    void setByteBudget(ByteBudget *budget) { m_context.budget = budget; }
    /// Where it is told what clients send. The same.
    void setClientWatch(ClientWatch *watch) { m_context.watch = watch; }

    /// One row per client, sorted by id.
    [[nodiscard]] QList<ClientRow> clients() const;
    [[nodiscard]] std::size_t clientCount() const { return m_clients.size(); }
    /// False: no such client.
    bool disconnectClient(quint64 id, const CloseStatus &closeStatus = {});
    /// But for what it sends. Nothing: no such client.
    [[nodiscard]] std::optional<ClientDetails> details(quint64 id) const;
    /// For a shutdown: WebSockets are closed with status 1001.
    void disconnectAll();
    /// Ends the streams of those whom the filter chooses.
    void disconnectWhere(const PeerFilter &filter, DisconnectReason reason);
    /// From now on: for new clients, and for what may wait for those that there are.
    void setLimits(const Limits &limits) { m_limits = limits; }

private:
    class MissedTicks;

    [[nodiscard]] Expected<OutgoingPacket, FeedError> follow(FeedClient &client, const FeedRequest &request) override;
    [[nodiscard]] OutgoingPacket heartbeatOf(const FeedClient &client) override;
    void feedClientEnded(FeedClient &client, DisconnectReason reason) override;

    FeedClient &addClient(const PeerInfo &peer, TransportKind kind, std::unique_ptr<WebSocketChannel> channel);
    [[nodiscard]] QuoteGroups &groupsOf(const FeedClient &client);
    [[nodiscard]] OutgoingPacket lateSnapshot(const FeedClient &client, const SymbolSet &subscribed,
                                              const SymbolSet &shown, std::optional<quint64> after = std::nullopt);
    [[nodiscard]] Expected<OutgoingPacket, FeedError> changeBooks(FeedClient &client, const FeedRequest &request);
    [[nodiscard]] Expected<OutgoingPacket, FeedError> changeSubscription(FeedClient &client,
                                                                         const FeedRequest &request);
    [[nodiscard]] std::vector<OutgoingPacket> eventGreeting(const FeedClient &client,
                                                            const EventStreamRequest &request);
    [[nodiscard]] std::chrono::milliseconds heartbeatPeriodOf(const FeedClient &client) const;
    [[nodiscard]] OutgoingPacket startHeartbeat(FeedClient &client, std::chrono::milliseconds every);
    [[nodiscard]] QByteArray helloFor(const FeedClient &client);
    [[nodiscard]] static OutgoingPacket encodeStatus(TransportKind kind, const QByteArray &object);
    [[nodiscard]] OutgoingPacket tradingStatus(TransportKind kind, const SymbolSet &symbols, bool halted) const;
    template<typename Make>
    void sendOfThisMarket(FeedClient &client, const Make &make);
    void greetAnew(FeedClient &client, bool isOtherTape);
    [[nodiscard]] OutgoingPacket goneStatus(const FeedClient &client);
    void noteUnknownSubprotocols(const FeedClient &client, const QString &names) const;
    void noteSubscription(const FeedClient &client) const;

    Limits m_limits;
    Source m_source;
    // In this order: what clients use outlives them.
    DeferredDeleter m_deleter;
    ChannelCloser m_closer;
    EngineContext m_context;
    QuoteGroups m_groups;
    QuoteGroups m_eventGroups;
    BookFeed m_books; ///< Of WebSockets.
    MissingSymbols m_missing;
    Heartbeats m_heartbeats; ///< Of WebSockets; event streams have their own.
    QuoteCache *m_cache = nullptr;
    MarketCount m_markets;
    std::map<quint64, std::unique_ptr<FeedClient>> m_clients; ///< By id.
    quint64 m_nextId;
};

} // namespace ticker
