// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio/engineio_server.h"

#include "engineio/session_id.h"
#include "engineio_codec/engineio_query.h"
#include "polling/poll_exchange.h"
#include "polling/polling_transport.h"
#include "telemetry/activity_log.h"
#include "transport/websocket_channel.h"

#include <vector>

namespace ticker {

namespace {

bool isPolling(const QByteArray &transport)
{
    return transport == "polling";
}

bool isWebSocket(const QByteArray &transport)
{
    return transport == "websocket";
}

} // namespace

/// The body of a POST that a session waits for. It knows the session by its id only, which may end before it.
class EngineIoServer::PendingPost final : public PendingBody
{
public:
    PendingPost(EngineIoServer &server, QByteArray sid) : m_server(server), m_sid(std::move(sid)) { }
    ~PendingPost() override
    {
        if (PollingTransport *transport = polling())
            transport->endPost();
    }
    Q_DISABLE_COPY_MOVE(PendingPost)

    void onCancelled(std::function<void()> callback) override
    {
        if (PollingTransport *transport = polling())
            transport->onPostCancelled(std::move(callback));
    }
    void abandoned() override
    {
        if (PollingTransport *transport = polling())
            transport->abandonPost();
        m_sid.clear();
    }

private:
    [[nodiscard]] PollingTransport *polling() const
    {
        const EngineIoSession *session = m_server.findSession(m_sid);
        return session ? session->polling() : nullptr;
    }

    EngineIoServer &m_server;
    QByteArray m_sid;
};

EngineIoServer::EngineIoServer(const Limits &limits, DeadlineQueue &deadlines, const EngineIoOptions &options)
    : m_limits(limits), m_options(options), m_deleter(deadlines),
      m_closer(deadlines, m_deleter, limits.lingerTimeout), m_context{m_limits, deadlines, m_deleter, m_closer}
{
}

EngineIoServer::~EngineIoServer() = default;

void EngineIoServer::handlePoll(const EngineIoRequest &request, const std::shared_ptr<PollExchange> &exchange)
{
    const auto refuse = [&exchange](const EngineIoRefusal &refusal) {
        exchange->reply(refusal.status, refusal.contentType, refusal.body);
    };
    const EngineIoQuery query = parseEngineIoQuery(request.query);
    if (const auto error = judge(query, request.method, RequestKind::Http))
        return refuse(makeRefusal(*error, RequestKind::Http));
    if (EngineIoSession *session = findSession(query.sid)) {
        session->handleHttp(request, exchange);
        return;
    }
    if (!hasRoomFor(request.peer))
        return refuse(tooManySessions());
    // The open packet leaves by itself, before anything that the layer above has to say.
    auto transport = std::make_unique<PollingTransport>(PacketFraming::of(query), m_deleter, m_cork);
    auto &session = addSession(request, query, std::move(transport));
    session.handleHttp(request, exchange);
    session.announceOpen();
}

Expected<std::unique_ptr<PendingBody>, EngineIoRefusal> EngineIoServer::expectBody(const EngineIoRequest &head)
{
    const EngineIoQuery query = parseEngineIoQuery(head.query);
    const EngineIoSession *session = findSession(query.sid);
    PollingTransport *polling = session ? session->polling() : nullptr;
    if (head.method != "POST" || !polling || judge(query, head.method, RequestKind::Http))
        return std::unique_ptr<PendingBody>();
    if (!polling->beginPost())
        return EngineIoRefusal{400, {}, {}};
    return std::unique_ptr<PendingBody>(std::make_unique<PendingPost>(*this, query.sid));
}

std::optional<EngineIoRefusal> EngineIoServer::refuseUpgrade(const EngineIoRequest &request)
{
    const EngineIoQuery query = parseEngineIoQuery(request.query);
    if (const auto error = judge(query, request.method, RequestKind::Upgrade))
        return makeRefusal(*error, RequestKind::Upgrade);
    if (query.sid.isEmpty() && !hasRoomFor(request.peer))
        return tooManySessions();
    return std::nullopt;
}

void EngineIoServer::acceptWebSocket(const EngineIoRequest &request, std::unique_ptr<WebSocketChannel> channel)
{
    const EngineIoQuery query = parseEngineIoQuery(request.query);
    // Between the judgement and now the session may have ended. A WebSocket that calls itself polling is opened and
    // closed, as the reference does.
    const bool isValid = isWebSocket(query.transport) && !judge(query, request.method, RequestKind::Upgrade);
    EngineIoSession *session = isValid ? findSession(query.sid) : nullptr;
    if (session)
        session->startUpgrade(std::move(channel), query.base64);
    else if (isValid && hasRoomFor(request.peer))
        addSession(request, query, std::move(channel)).announceOpen();
    else
        m_closer.close(std::move(channel), Transport::Closing::Normal);
}

void EngineIoServer::closeAll()
{
    closeWhere([](const PeerInfo &) { return true; }, DisconnectReason::ServerShutdown);
}

void EngineIoServer::closeWhere(const PeerFilter &filter, DisconnectReason reason)
{
    std::vector<EngineIoSession *> sessions;
    sessions.reserve(m_sessions.size());
    for (const auto &[sid, session] : m_sessions) {
        if (filter(session->peer()))
            sessions.push_back(session.get());
    }
    for (EngineIoSession *session : sessions) // each is destroyed later only
        session->drop(reason);
}

void EngineIoServer::sessionGone(EngineIoSession &session)
{
    const auto found = m_sessions.find(session.sid());
    Q_ASSERT(found != m_sessions.end());
    m_shares.remove(session.peer().network);
    m_deleter.deleteLater(std::move(found->second));
    m_sessions.erase(found);
}

/// In the order of the reference, which decides what a request with several faults is answered.
std::optional<EngineIoErrorCode> EngineIoServer::judge(const EngineIoQuery &query, const QByteArray &method,
                                                       RequestKind kind) const
{
    if (!isPolling(query.transport) && !isWebSocket(query.transport))
        return EngineIoErrorCode::UnknownTransport;
    const bool isRefusedJsonp = kind == RequestKind::Http && query.jsonp && !m_options.allowJsonp;
    if (!query.sid.isEmpty()) {
        const EngineIoSession *session = findSession(query.sid);
        if (!session)
            return EngineIoErrorCode::UnknownSid;
        const bool polls = session->transportKind() == TransportKind::SocketIoPolling;
        if (kind == RequestKind::Http && (polls != isPolling(query.transport) || !polls || isRefusedJsonp))
            return EngineIoErrorCode::BadRequest;
        if (PacketFraming::revisionOf(query) != session->revision())
            return EngineIoErrorCode::BadRequest;
        return std::nullopt;
    }
    if (method != "GET")
        return EngineIoErrorCode::BadHandshakeMethod;
    if (kind == RequestKind::Http && (isWebSocket(query.transport) || isRefusedJsonp))
        return EngineIoErrorCode::BadRequest;
    const auto revision = PacketFraming::revisionOf(query);
    if (!revision || (revision == EngineIoRevision::Three && !m_options.allowRevision3))
        return EngineIoErrorCode::UnsupportedRevision;
    return std::nullopt;
}

/// Whoever is refused is told of at times only: thousands may come at once.
bool EngineIoServer::hasRoomFor(const PeerInfo &peer)
{
    if (m_shares.roomFor(peer.network, m_limits.sessionLimit()) == NetworkShares::Room::There)
        return true;
    if (!m_context.log || !m_refusals.isDue(m_context.deadlines.now(), m_limits.refusalTellInterval))
        return false;
    if (Activity *line = m_context.log->addRefusal(Activity::Kind::RequestRefused, peer)) {
        line->localized = LocalizedText::tr("Too many sessions are open. More of them are refused.");
        line->text = line->localized.english();
    }
    return false;
}

EngineIoSession *EngineIoServer::findSession(const QByteArray &sid) const
{
    const auto found = m_sessions.find(sid);
    return found == m_sessions.end() ? nullptr : found->second.get();
}

template<typename TransportSource>
EngineIoSession &EngineIoServer::addSession(const EngineIoRequest &request, const EngineIoQuery &query,
                                            std::unique_ptr<TransportSource> source)
{
    const QByteArray sid = makeSessionId();
    Q_ASSERT(!m_sessions.contains(sid)); // 120 random bits do not repeat
    EngineIoSession::Identity identity{++m_lastId, sid, request.peer, PacketFraming::of(query)};
    Owner &owner = *this;
    m_shares.add(request.peer.network);
    auto &session = m_sessions[sid];
    session = std::make_unique<EngineIoSession>(m_context, owner, std::move(identity), std::move(source));
    EngineIoSession &result = *session;
    if (m_onSession)
        m_onSession(result);
    result.open();
    return result;
}

} // namespace ticker
