// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feed_server.h"
#include "feeds/socketio_quotes.h"
#include "quotes/tick_sink.h"
#include "socketio/socketio_server.h"
#include "telemetry/named_clients.h"

#include <functional>
#include <vector>

namespace ticker {

/// Every way in which ticks go out as they are made: Socket.IO, the plain feed, event streams. Server thread; owned by the
/// server, which hands them to the market's controller as a sink.
class TickerFeeds final : public TickSink
{
public:
    /// The deadlines outlive it. The rate is asked for: ticks a second at this moment, 0 while paused.
    TickerFeeds(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options,
                std::function<double()> rateHz);

    void setMarket(LiveMarket &market) override;
    /// Encodes the market's last tick for whoever wants it; with the others since the last sendTicks() it is sent by that.
    void collectTick() override;
    void sendTicks() override;
    void marketStateChanged() override;
    void tradingChanged(const TradingChange &change) override;

    [[nodiscard]] SocketIoServer &socketIo() { return m_socketIo; }
    [[nodiscard]] FeedServer &feed() { return m_feed; }

    /// Where clients' doings are told. Before there are any; outlives them.
    void setActivityLog(ActivityLog *log);

    /// Where it is counted what waits for clients. The same.
    void setByteBudget(ByteBudget *budget);

    /// All clients, sorted by id.
    [[nodiscard]] QList<ClientRow> clients() const { return m_socketIo.clients() + m_feed.clients(); }
    [[nodiscard]] std::size_t clientCount() const { return m_socketIo.clientCount() + m_feed.clientCount(); }
    /// As the servers'.
    void disconnectClient(quint64 id, const CloseStatus &closeStatus);
    [[nodiscard]] std::optional<ClientDetails> details(quint64 id) const;
    void setClientWatch(ClientWatch *watch);
    /// For a shutdown: clients are told.
    void disconnectAll();
    /// For a move to another address: those whom the filter chooses are told.
    void disconnectWhere(const PeerFilter &filter, DisconnectReason reason);
    /// From now on, as the limits say: for new clients, and for what may wait for those that there are.
    void setLimits(const Limits &limits, const EngineIoOptions &options);

private:
    [[nodiscard]] QByteArray hello();

    std::function<double()> m_rateHz;
    LiveMarket *m_market = nullptr;
    QByteArray m_hello; ///< Of the market, at m_helloRateHz; empty: not encoded yet.
    double m_helloRateHz = 0;
    std::vector<SocketIoArguments> m_prices; ///< Of the headline, collected.
    NamedClients m_names;
    SocketIoServer m_socketIo;
    SocketIoQuotes m_quotes;
    FeedServer m_feed;
};

} // namespace ticker
