// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channel_closer.h"
#include "client_row.h"
#include "engine_context.h"
#include "fan_out.h"
#include "feed_client.h"
#include "feed_message.h"
#include "graveyard.h"
#include "server_limits.h"

#include <QList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>

namespace ticker {

/// The feed for clients that speak WebSocket and nothing on top of it: a greeting, the latest tick, then every tick. Knows
/// no socket and no clock. Server thread. The owner of the deadlines advances them before it calls anything here, and runs
/// them when due.
class FeedServer final : private FeedClient::Owner
{
public:
    /// What it is to ask for.
    struct Source final
    {
        std::function<FeedHello()> hello;
        std::function<qint64()> wallTimeMs; ///< Milliseconds since 1970, UTC.
    };

    /// Its clients' ids count up from the first one, so that they differ from those of another server. The deadlines
    /// outlive it.
    FeedServer(const Limits &limits, DeadlineQueue &deadlines, Source source, quint64 firstId = 1);
    /// Drops every client without telling anybody; see disconnectAll().
    ~FeedServer();
    Q_DISABLE_COPY_MOVE(FeedServer)

    /// Takes an open WebSocket.
    void acceptWebSocket(const PeerInfo &peer, std::unique_ptr<WebSocketChannel> channel);
    /// Sends ticks that are due together to every client, oldest first; each is encoded once. The last one is what new
    /// clients get first.
    void sendTicks(std::span<const FeedTick> ticks);

    /// One row per client, sorted by id.
    [[nodiscard]] QList<ClientRow> clients() const;
    /// False: no such client.
    bool disconnectClient(quint64 id);
    /// For a shutdown: WebSockets are closed with status 1001.
    void disconnectAll();

private:
    [[nodiscard]] qint64 wallTimeMs() const override { return m_source.wallTimeMs(); }
    void feedClientEnded(FeedClient &client, DisconnectReason reason) override;

    Limits m_limits;
    Source m_source;
    // In this order: what clients use outlives them.
    Graveyard m_graveyard;
    ChannelCloser m_closer;
    EngineContext m_context;
    FanOut m_audience;
    std::map<quint64, std::unique_ptr<FeedClient>> m_clients; ///< By id.
    quint64 m_nextId;
    std::optional<FeedTick> m_lastTick;
};

} // namespace ticker
