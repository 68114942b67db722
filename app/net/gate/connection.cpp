// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/connection.h"

#include "gate/connection_context.h"
#include "gate/peer_network.h"
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http/memory_socket.h"
#include "http_codec/client_name.h"
#include "polling/poll_exchange.h"
#include "thread/deadline_driver.h"
#include "websocket_codec/websocket_handshake.h"

#include <algorithm>

namespace ticker {

namespace {

/// What is read ahead of the request that is being served. The kernel holds the rest, and so the client waits.
constexpr qsizetype readAhead = 64 * 1024;
/// Requests that are answered in one go, before others of the event loop have their turn, and about how many bytes the
/// replies to them may have together; while so many wait for a client, none of its requests is read.
constexpr int mostAtOnce = 64;
constexpr qsizetype joinedReplies = 64 * 1024;

} // namespace

Connection::Connection(ConnectionContext &context, Owner &owner, AcceptedStream accepted, QObject *parent)
    : QObject(parent), ByteBudget::Holder(context.budget), m_context(context), m_owner(owner),
      m_stream(std::move(accepted.stream)), m_slot(context.connections, networkOf(accepted.address)),
      m_reader(context.limits), m_deadline(context.deadlines->queue())
{
    m_stream->setReceiver(this);
    m_peer.address = accepted.address.toString();
    m_peer.port = accepted.port;
    m_peer.network = networkOf(accepted.address);
    setDeadline(m_context.limits.headTimeout);
    waitFor(WaitingConnections::For::Request);
}

Connection::~Connection()
{
    if (m_exchange)
        m_exchange->abandon();
    if (m_memory)
        m_memory->hangUp();
}

void Connection::bytesReceived(QByteArrayView bytes)
{
    m_context.deadlines->touch();
    if (m_state == State::Lingering || m_state == State::Over)
        return; // dropped
    m_input += bytes;
    if (m_state == State::Body)
        readBody();
    if (m_state == State::Head || m_state == State::Answered)
        readRequests();
    else if (m_state != State::Body && m_input.size() >= readAhead && m_stream)
        m_stream->setReading(false);
    count();
}

void Connection::streamDrained()
{
    m_context.deadlines->touch();
    if (m_body) {
        m_deadline.stop();
        m_body->goOn();
    } else if (m_state == State::Draining) {
        readNext();
    } else if (m_state == State::Lingering && m_stream->unsentBytes() == 0) {
        m_stream->shutDownWriting();
    }
}

void Connection::streamClosed()
{
    m_context.deadlines->touch();
    if (const auto body = std::exchange(m_pendingBody, nullptr))
        body->abandoned();
    end();
}

/// What is answered on the spot is answered in one piece.
void Connection::readRequests()
{
    for (int answered = 1;; ++answered) {
        if (m_state == State::Head && !readHead())
            break;
        if (m_state != State::Answered)
            break;
        m_state = State::Draining;
        if (answered == mostAtOnce || m_output.size() >= joinedReplies) {
            readNextLater();
            break;
        }
        if (!beginNext())
            break;
    }
    if (m_input.isEmpty())
        m_input = {}; // a connection that waits needs no memory for what came
    flush();
    count();
}

/// False: it is to be continued when more has arrived.
bool Connection::readHead()
{
    m_input.remove(0, RequestReader::leadingEmptyLines(m_input));
    if (m_input.isEmpty())
        return false;
    const QByteArrayView bytes = QByteArrayView(m_input).first(
        std::min(m_input.size(), m_context.limits.maxHeadBytes + 4));
    const RequestReader::HeadResult result = m_reader.readHead(bytes);
    if (const auto *error = std::get_if<HttpError>(&result)) {
        fail(*error);
    } else if (const auto *head = std::get_if<RequestReader::Head>(&result)) {
        m_deadline.stop();
        stopWaiting();
        takeHead(head->bytes);
    } else {
        if (!m_headStarted) {
            setDeadline(m_context.limits.headTimeout);
            waitFor(WaitingConnections::For::Request);
        }
        m_headStarted = true;
        return false;
    }
    return true;
}

/// The head is whole; what lies behind it belongs to the body, to the next request, or to a WebSocket.
void Connection::takeHead(qsizetype headBytes)
{
    m_headStarted = false;
    m_reader.setPath(m_context.router->routedPath(m_reader.request().path));
    const HttpRequest &request = m_reader.request();
    m_endpoint = m_context.endpoints.find(request.path);
    m_lane = m_context.lanes.charge(request, headBytes);
    // A character has four bytes at most.
    const QByteArray userAgent = request.header("user-agent").left(4 * PeerInfo::longestUserAgent);
    if (userAgent != m_userAgent) {
        m_userAgent = userAgent;
        m_peer.userAgent = QString::fromUtf8(userAgent).left(PeerInfo::longestUserAgent);
        m_peer.userAgent.squeeze();
    }
    m_withBody = request.method != "HEAD";
    m_keepAlive = request.keepAlive;
    if (const auto error = m_context.policy.refuse(request, m_context.endpoints.target(request.path))) {
        m_context.refused(request, m_peer, *error);
        return fail(*error);
    }
    const auto name = clientNameOf(request.query);
    if (!name)
        return fail(name.error());
    m_peer.name = *name;
    if (request.isWebSocketUpgrade())
        return handOver(headBytes);
    m_input.remove(0, headBytes);
    m_state = State::Body;
    if (request.expectsContinue && !m_reader.isBodyTooLarge())
        send(QByteArrayLiteral("HTTP/1.1 100 Continue\r\n\r\n"));
    readBody();
    if (m_state != State::Body)
        return;
    setDeadline(m_context.limits.bodyTimeout);
    waitFor(WaitingConnections::For::Request);
    expectBody();
}

/// Two posts of a client at once, or one that breaks off, mean something to the one whom they are for.
void Connection::expectBody()
{
    if (!m_endpoint)
        return;
    auto body = m_endpoint->expectBody(m_reader.request(), m_peer);
    if (!body)
        return closeWith(body.error());
    m_pendingBody = body.takeValue();
    if (m_pendingBody)
        m_pendingBody->onCancelled([this] { drop(); });
}

/// The request is allowed, its body is not.
void Connection::failInBody(const HttpError &error)
{
    if (error.status != 413)
        return fail(error);
    const auto reply = m_endpoint ? m_endpoint->bodyTooLarge() : std::nullopt;
    closeWith(reply.value_or(textReply(413, "The request body is too large.")));
}

/// A reply that pages of other origins may read, to a request of which the rest is not wanted.
void Connection::closeWith(HttpReply reply)
{
    addCommonHeaders(reply, m_reader.request(), m_context.corsRule(m_endpoint));
    send(closingReplyBytes(reply));
    linger();
}

void Connection::drop()
{
    m_pendingBody.reset();
    m_stream->abort();
    end();
}

void Connection::readBody()
{
    qsizetype consumed = 0;
    const RequestReader::BodyResult result = m_reader.readBody(m_input, &consumed);
    m_input.remove(0, consumed);
    m_lane.up(consumed);
    if (const auto *error = std::get_if<HttpError>(&result))
        return failInBody(*error);
    if (std::holds_alternative<RequestReader::Complete>(result))
        return serve(m_reader.takeRequest());
    m_bodyBytes = m_reader.request().body.size();
    if (!m_slot.keepUnfinished(m_bodyBytes, m_context.limits))
        failInBody({503, "Too many requests are unfinished. Try again later."});
}

void Connection::serve(HttpRequest request)
{
    m_deadline.stop();
    m_slot.forgetUnfinished();
    stopWaiting();
    m_bodyBytes = 0;
    m_pendingBody.reset();
    const CorsRule cors = m_context.corsRule(m_endpoint);
    const std::optional<DirectAnswer> answer = m_context.router->answerDirectly(request, cors);
    if (!answer)
        return serveThroughHttp(std::move(request), cors);
    if (answer->takeOver)
        return handOver(std::move(request), *answer);
    give(answer->reply, request.takesChunks);
}

void Connection::serveThroughHttp(HttpRequest request, CorsRule cors)
{
    m_state = State::Serving;
    m_exchange = std::make_shared<HttpExchange>(std::move(request), m_peer, cors);
    const auto exchange = m_exchange;
    if (!m_memory) {
        m_memory = new MemorySocket;
        m_memory->setSink([this](QByteArrayView bytes) { takeReply(bytes); });
        m_owner.serveThroughHttp(m_memory);
    }
    m_memory->feed(m_context.router->announce(exchange));
    // Routed requests are answered or kept by their handler; one that never reached it must not wait for ever.
    if (m_exchange == exchange && !exchange->isOpen())
        fail({400, "The request cannot be routed."});
}

void Connection::readNextLater()
{
    QMetaObject::invokeMethod(this, &Connection::readNext, Qt::QueuedConnection);
}

void Connection::readNext()
{
    if (m_state == State::Draining && beginNext())
        readRequests();
}

/// False: the connection ends, or its client has to take first what was sent.
bool Connection::beginNext()
{
    if (m_stream->unsentBytes() > joinedReplies) {
        setDeadline(m_context.limits.stallTimeout);
        return false;
    }
    m_deadline.stop();
    if (!m_keepAlive || m_owner.isClosing()) {
        closeNormally();
        return false;
    }
    m_state = State::Head;
    m_lane = {};
    setDeadline(m_context.limits.keepAliveTimeout);
    waitFor(WaitingConnections::For::NextRequest);
    m_stream->setReading(true);
    return true;
}

void Connection::handOver(qsizetype headBytes)
{
    const HttpRequest request = m_reader.request();
    if (!m_endpoint)
        return refuseUpgrade(m_context.endpoints.notFound());
    if (const auto reply = m_endpoint->refuseUpgrade(request, m_peer))
        return refuseUpgrade(*reply);
    if (const auto error = refuseHandshake(request))
        return refuseUpgrade({error->status, "text/html", error->text, {}});
    const QByteArray rest = m_input.sliced(headBytes);
    if (!rest.isEmpty())
        m_stream->unread(rest);
    m_lane.up(rest.size());
    m_endpoint->acceptUpgrade(take(request));
}

/// What follows the request is dropped: to a reply without an end nothing can follow.
void Connection::handOver(HttpRequest request, const DirectAnswer &answer)
{
    if (m_owner.isClosing())
        return fail({503, "The server is shutting down."});
    const QByteArray head = openEndedHeadBytes(answer.reply);
    if (m_withBody)
        return answer.takeOver(take(std::move(request)), head);
    send(head);
    linger();
}

/// The connection without what it is to HTTP, which ends itself.
TakenConnection Connection::take(HttpRequest request)
{
    flush();
    m_lane.follow(*m_stream);
    m_input = {};
    stopWaiting();
    m_state = State::Over;
    deleteLater();
    return {std::move(request), m_peer, std::move(m_stream), std::move(m_slot)};
}

/// As the reference server does it: a bare reply, after which the connection is closed.
void Connection::refuseUpgrade(HttpReply reply)
{
    reply.headers.prepend(HttpHeader("Content-Type", reply.contentType));
    send(closingReplyBytes(reply));
    linger();
}

/// Kept until flush(), which who reads requests calls in the end: so several replies are one system call.
void Connection::send(QByteArray bytes)
{
    m_lane.down(bytes);
    if (m_output.isEmpty())
        m_output = std::move(bytes);
    else
        m_output += bytes;
}

void Connection::flush()
{
    if (!m_output.isEmpty())
        m_stream->send(std::exchange(m_output, {}));
}

void Connection::fail(const HttpError &error)
{
    send(errorReplyBytes(error, m_withBody));
    linger();
}

/// Closing a socket with unread bytes in it makes the kernel reset the connection, and the client may lose the reply.
void Connection::linger()
{
    flush();
    m_state = State::Lingering;
    m_exchange.reset();
    m_pendingBody.reset();
    m_input = {};
    m_reader.clear();
    m_slot.forgetUnfinished();
    m_bodyBytes = 0;
    count();
    m_stream->setReading(true);
    setDeadline(m_context.limits.lingerTimeout);
    waitFor(WaitingConnections::For::NextRequest); // nobody asks for anything here any more
    if (m_stream->unsentBytes() == 0)
        m_stream->shutDownWriting();
}

/// Everything was read. What is still to be written leaves first, if the client takes it.
void Connection::closeNormally()
{
    flush();
    m_state = State::Over;
    stopWaiting();
    setDeadline(m_context.limits.stallTimeout);
    m_stream->finish();
}

} // namespace ticker

#include "moc_connection.cpp"
