// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio/engineio_refusal.h"
#include "engineio/engineio_request.h"
#include "engineio/engineio_session.h"
#include "network_shares.h"
#include "polling/poll_exchange.h"
#include "polling/polling_transport.h"
#include "server_values/server_limits.h"
#include "throttle.h"
#include "transport/channel_closer.h"
#include "transport/deferred_deleter.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace ticker {

class DeadlineQueue;
class PollExchange;
class WebSocketChannel;
struct EngineIoQuery;

/// What an Engine.IO server takes beside revision 4. A value.
struct EngineIoOptions final
{
    bool allowRevision3 = true; ///< The clients of Socket.IO 1 and 2.
    bool allowJsonp = false; ///< Polling by script elements, whose replies any site may read: CORS does not hold there.
};

/// An Engine.IO server, revisions 3 and 4, without a socket: requests and open WebSockets are handed in, replies and frames go
/// out. Server thread. The owner of the deadlines advances them before it hands anything in, and runs them when due.
class EngineIoServer final : private EngineIoSession::Owner
{
public:
    /// The deadlines outlive it.
    EngineIoServer(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options = {});
    /// Drops every session without telling anybody; see closeAll().
    ~EngineIoServer();
    Q_DISABLE_COPY_MOVE(EngineIoServer)

    /// Called for each new session, before anything is received; the place to set its listener.
    void onSession(std::function<void(EngineIoSession &)> callback) { m_onSession = std::move(callback); }

    /// Where it is told what its clients do. Before there are any; outlives them.
    void setActivityLog(ActivityLog *log) { m_context.log = log; }

    /// Where it is counted what waits for them. The same.
    void setByteBudget(ByteBudget *budget) { m_context.budget = budget; }

    /// Serves a request of long-polling; always answers, at once or when there is something to say.
    void handlePoll(const EngineIoRequest &request, const std::shared_ptr<PollExchange> &exchange);
    /// To be told of each request whose head came without the whole body, so that two POSTs of a session at once and one
    /// that breaks off are noticed. Null: nobody waits for it. It must not outlive the server.
    [[nodiscard]] Expected<std::unique_ptr<PendingBody>, EngineIoRefusal> expectBody(const EngineIoRequest &head);
    /// Judges a WebSocket upgrade before the 101 is written. Nothing: it may go on to acceptWebSocket().
    [[nodiscard]] std::optional<EngineIoRefusal> refuseUpgrade(const EngineIoRequest &request);
    /// Takes the open WebSocket of a request that refuseUpgrade() let pass.
    void acceptWebSocket(const EngineIoRequest &request, std::unique_ptr<WebSocketChannel> channel);

    /// Ends every session at once, telling the clients as far as they can be reached: for a shutdown.
    void closeAll();
    /// Ends the sessions of those whom the filter chooses, in the same way.
    void closeWhere(const PeerFilter &filter, DisconnectReason reason);
    /// From now on: for each session that is new, and for what may wait for those that there are.
    void setLimits(const Limits &limits) { m_limits = limits; }
    /// For the time in which several packets are sent to each of many.
    [[nodiscard]] PollCork &polls() { return m_cork; }
    /// From the next request on.
    void setOptions(const EngineIoOptions &options) { m_options = options; }
    /// Sessions, those included that wait to tell their client that they are over.
    [[nodiscard]] std::size_t sessionCount() const { return m_sessions.size(); }

private:
    class PendingPost;

    void sessionGone(EngineIoSession &session) override;

    [[nodiscard]] std::optional<EngineIoErrorCode> judge(const EngineIoQuery &query, const QByteArray &method,
                                                         RequestKind kind) const;
    [[nodiscard]] bool hasRoomFor(const PeerInfo &peer);
    [[nodiscard]] EngineIoSession *findSession(const QByteArray &sid) const;
    template<typename TransportSource>
    EngineIoSession &addSession(const EngineIoRequest &request, const EngineIoQuery &query,
                                std::unique_ptr<TransportSource> source);

    Limits m_limits;
    EngineIoOptions m_options;
    // In this order: what sessions use outlives them.
    DeferredDeleter m_deleter;
    PollCork m_cork;
    ChannelCloser m_closer;
    EngineContext m_context;
    std::unordered_map<QByteArray, std::unique_ptr<EngineIoSession>> m_sessions; ///< By sid.
    NetworkShares m_shares;                                                      ///< Of the sessions.
    Throttle m_refusals;
    std::function<void(EngineIoSession &)> m_onSession;
    quint64 m_lastId = 0;
};

} // namespace ticker
