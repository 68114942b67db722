// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection.h"

#include "deadline_driver.h"
#include "front_door.h"
#include "gate.h"
#include "http_exchange.h"
#include "http_gateway.h"
#include "memory_socket.h"
#include "pending_body.h"
#include "socket_shutdown.h"
#include "websocket_handshake.h"

#include <QHostAddress>
#include <QTcpSocket>

namespace ticker {

namespace {

/// What is read ahead of the request that is being served. The kernel holds the rest, and so the client waits.
constexpr qsizetype readAhead = 64 * 1024;

} // namespace

Connection::Connection(Gate &gate, FrontDoor &door, std::unique_ptr<QTcpSocket> socket)
    : QObject(&door), m_gate(gate), m_door(door), m_socket(socket.release()), m_slot(&gate.connections),
      m_reader(gate.limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(readAhead);
    m_peer.address = m_socket->peerAddress().toString();
    m_peer.port = m_socket->peerPort();
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &Connection::onDisconnected);
    setDeadline(m_gate.limits.headTimeout);
}

Connection::~Connection()
{
    clearDeadline();
    if (m_exchange)
        m_exchange->abandon();
    if (m_memory)
        m_memory->hangUp();
}

void Connection::closeIfIdle()
{
    if (m_state == State::Head && !m_headStarted)
        closeNormally();
}

void Connection::onReadyRead()
{
    m_gate.deadlines->touch();
    switch (m_state) {
    case State::Head:
        readHead();
        break;
    case State::Body:
        readBody();
        break;
    case State::Lingering:
        m_socket->readAll();
        break;
    case State::Serving:
    case State::Draining:
    case State::Over:
        break;
    }
}

void Connection::onBytesWritten()
{
    m_gate.deadlines->touch();
    if (m_state == State::Draining)
        readNext();
    else if (m_state == State::Lingering && m_socket->bytesToWrite() == 0)
        shutdownWriting(*m_socket);
}

void Connection::onDisconnected()
{
    m_gate.deadlines->touch();
    if (const auto body = std::exchange(m_pendingBody, nullptr))
        body->abandoned();
    end();
}

void Connection::readHead()
{
    QByteArray bytes = m_socket->peek(m_gate.limits.maxHeadBytes + 4);
    if (const qsizetype empty = RequestReader::leadingEmptyLines(bytes); empty > 0) {
        m_socket->skip(empty);
        bytes.remove(0, empty);
    }
    if (bytes.isEmpty())
        return;
    const RequestReader::HeadResult result = m_reader.readHead(bytes);
    if (const auto *error = std::get_if<HttpError>(&result)) {
        fail(*error);
    } else if (const auto *head = std::get_if<RequestReader::Head>(&result)) {
        clearDeadline();
        takeHead(head->bytes);
    } else if (!m_headStarted) {
        m_headStarted = true;
        setDeadline(m_gate.limits.headTimeout);
    }
}

/// The head is whole: nothing of it is consumed before it is judged, since an upgrade is handed on unread.
void Connection::takeHead(qsizetype headBytes)
{
    m_headStarted = false;
    const HttpRequest &request = m_reader.request();
    m_peer.userAgent = QString::fromUtf8(request.header("user-agent"));
    m_withBody = request.method != "HEAD";
    m_keepAlive = request.keepAlive;
    if (const auto error = m_gate.policy.refuse(request)) {
        m_gate.report(QString::fromUtf8(error->text));
        return fail(*error);
    }
    if (request.isWebSocketUpgrade())
        return handOver(headBytes);
    m_socket->skip(headBytes);
    m_state = State::Body;
    if (request.expectsContinue && !m_reader.isBodyTooLarge())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    setDeadline(m_gate.limits.bodyTimeout);
    readBody();
    if (m_state == State::Body)
        expectBody();
}

/// Two posts of a client at once, or one that breaks off, mean something to the one whom they are for.
void Connection::expectBody()
{
    auto body = m_gate.expectBody(m_reader.request(), m_peer);
    if (!body)
        return closeWith(body.error());
    m_pendingBody = body.takeValue();
    if (m_pendingBody)
        m_pendingBody->onCancelled([this] { drop(); });
}

/// The request is allowed, its body is not.
void Connection::failInBody(const HttpError &error)
{
    if (error.status == 413)
        closeWith(m_gate.bodyTooLarge(m_reader.request()));
    else
        fail(error);
}

/// A reply that pages of other origins may read, to a request of which the rest is not wanted.
void Connection::closeWith(HttpReply reply)
{
    addCommonHeaders(reply, m_reader.request(), m_gate.corsRule(m_reader.request()));
    m_socket->write(closingReplyBytes(reply));
    linger();
}

void Connection::drop()
{
    m_pendingBody.reset();
    m_socket->abort();
    end();
}

void Connection::readBody()
{
    for (;;) {
        const QByteArray bytes = m_socket->peek(readAhead);
        qsizetype consumed = 0;
        const RequestReader::BodyResult result = m_reader.readBody(bytes, &consumed);
        m_socket->skip(consumed);
        if (const auto *error = std::get_if<HttpError>(&result))
            return failInBody(*error);
        if (std::holds_alternative<RequestReader::Complete>(result))
            return serve(m_reader.takeRequest());
        if (consumed == 0)
            return;
    }
}

void Connection::serve(HttpRequest request)
{
    clearDeadline();
    m_pendingBody.reset();
    m_state = State::Serving;
    const CorsRule cors = m_gate.corsRule(request);
    m_exchange = std::make_shared<HttpExchange>(std::move(request), m_peer, cors);
    const auto exchange = m_exchange;
    if (!m_memory) {
        m_memory = new MemorySocket;
        m_memory->setSink([this](QByteArrayView bytes) { takeReply(bytes); });
        m_door.serveThroughHttp(m_memory);
    }
    m_memory->feed(m_gate.gateway->announce(exchange));
    // Routed requests are answered or kept by their handler; one that never reached it must not wait for ever.
    if (m_exchange == exchange && !exchange->isOpen())
        fail({500, "The request could not be routed."});
}

/// Called by QHttpServer's writing, piece by piece; the next request is read from the event loop, after it is done.
void Connection::takeReply(QByteArrayView bytes)
{
    if (m_state != State::Serving || !m_framer.append(bytes))
        return;
    m_socket->write(m_framer.take(m_withBody, m_keepAlive && !m_gate.closing));
    // At once: a client that has closed its own side already is told before the socket notices.
    m_socket->flush();
    m_exchange.reset();
    if (m_state == State::Over)
        return;
    m_state = State::Draining;
    QMetaObject::invokeMethod(this, &Connection::readNext, Qt::QueuedConnection);
}

void Connection::readNext()
{
    if (m_state != State::Draining)
        return;
    if (m_socket->bytesToWrite() > m_gate.limits.maxUnsentBytes)
        return setDeadline(m_gate.limits.stallTimeout);
    clearDeadline();
    if (!m_keepAlive || m_gate.closing)
        return closeNormally();
    m_state = State::Head;
    setDeadline(m_gate.limits.keepAliveTimeout);
    if (m_socket->bytesAvailable() > 0)
        readHead();
}

void Connection::handOver(qsizetype headBytes)
{
    const HttpRequest request = m_reader.request();
    if (const auto reply = m_gate.refuseUpgrade(request, m_peer))
        return refuseUpgrade(*reply);
    if (const auto error = refuseHandshake(request))
        return refuseUpgrade({error->status, "text/html", error->text, {}});
    m_state = State::Over;
    QTcpSocket *socket = std::exchange(m_socket, nullptr);
    disconnect(socket, nullptr, this, nullptr);
    socket->setParent(nullptr);
    m_gate.acceptUpgrade({request, m_peer, socket, headBytes, std::move(m_slot)});
    deleteLater();
}

/// As the reference server does it: a bare reply, after which the connection is closed.
void Connection::refuseUpgrade(HttpReply reply)
{
    reply.headers.prepend(HttpHeader("Content-Type", reply.contentType));
    m_socket->write(closingReplyBytes(reply));
    linger();
}

void Connection::fail(const HttpError &error)
{
    m_socket->write(errorReplyBytes(error, m_withBody));
    linger();
}

/// Closing a socket with unread bytes in it makes the kernel reset the connection, and the client may lose the reply.
void Connection::linger()
{
    m_state = State::Lingering;
    m_exchange.reset();
    m_pendingBody.reset();
    m_socket->readAll();
    setDeadline(m_gate.limits.lingerTimeout);
    m_socket->flush();
    if (m_socket->bytesToWrite() == 0)
        shutdownWriting(*m_socket);
}

/// Everything was read. What is still to be written leaves first, if the client takes it.
void Connection::closeNormally()
{
    m_state = State::Over;
    setDeadline(m_gate.limits.stallTimeout);
    m_socket->disconnectFromHost();
}

void Connection::timedOut()
{
    m_deadline = 0;
    if (m_state == State::Head && m_headStarted)
        return fail({408, "The request took too long."});
    if (m_state == State::Body)
        return fail({408, "The request body took too long."});
    m_socket->abort();
    end();
}

void Connection::setDeadline(std::chrono::milliseconds delay)
{
    clearDeadline();
    m_deadline = m_gate.deadlines->queue().add(delay, [this] { timedOut(); });
}

void Connection::clearDeadline()
{
    if (m_deadline != 0)
        m_gate.deadlines->queue().cancel(std::exchange(m_deadline, 0));
}

void Connection::end()
{
    if (m_state == State::Over && !m_socket)
        return;
    m_state = State::Over;
    clearDeadline();
    deleteLater();
}

} // namespace ticker
