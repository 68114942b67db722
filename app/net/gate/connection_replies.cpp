// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gate/connection.h"

#include "gate/connection_context.h"
#include "http/http_exchange.h"
#include "http_codec/body_source.h"

// What a connection does with a whole request: it answers, by itself or through QHttpServer.

namespace ticker {

void Connection::give(HttpReply reply, bool takesChunks)
{
    sendInPieces(reply);
    if (reply.source)
        return sendLong(reply, takesChunks);
    send(replyBytes(reply, m_withBody, m_keepAlive && !m_owner.isClosing()));
    m_state = State::Answered;
}

/// Called by QHttpServer's writing, piece by piece; the next request is read from the event loop, after it is done.
void Connection::takeReply(QByteArrayView bytes)
{
    if (m_state != State::Serving || !m_framer.append(bytes))
        return;
    const QByteArray framed = m_framer.take(m_withBody, m_keepAlive && !m_owner.isClosing());
    if (const auto reply = m_exchange->takeLongReply()) {
        sendLong(*reply, m_exchange->request().takesChunks);
    } else {
        send(framed);
        m_state = State::Answered;
    }
    flush();
    m_exchange.reset();
    if (m_state != State::Answered)
        return;
    m_state = State::Draining;
    readNextLater();
}

// A long body

/// The head now, and the body when it is this connection's turn.
void Connection::sendLong(const HttpReply &reply, bool takesChunks)
{
    const bool hasSize = reply.source->size().has_value();
    const bool isChunked = !hasSize && takesChunks;
    m_keepAlive = m_keepAlive && !m_owner.isClosing() && (hasSize || isChunked);
    send(longReplyHeadBytes(reply, isChunked, m_keepAlive));
    m_state = State::Answered;
    if (!m_withBody)
        return;
    flush();
    m_state = State::Sending;
    // A client that has closed its own side may still read.
    m_stream->setReading(false);
    BodySender::Owner &owner = *this;
    m_body = std::make_unique<BodySender>(m_context.bodies, *m_stream, m_lane, owner, reply.source, isChunked);
    m_body->goOn();
}

void Connection::bodySent()
{
    m_body.reset();
    m_deadline.stop();
    if (!m_keepAlive || m_owner.isClosing())
        return linger(); // the client may have sent more, which was not read
    m_state = State::Draining;
    readNextLater();
}

/// What was promised does not come: the client must see that.
void Connection::bodyBroken()
{
    drop();
}

void Connection::bodyWaits()
{
    setDeadline(m_context.limits.stallTimeout);
}

} // namespace ticker
