// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/tcp_websocket_channel.h"

#include "server_values/server_limits.h"
#include "thread/deadline_driver.h"
#include "websocket_codec/websocket_frame.h"

#include <QtEndian>

#include <utility>

namespace ticker {

namespace {

constexpr quint16 policyViolation = 1008; // RFC 6455, 7.4.1
constexpr quint16 tryAgainLater = 1013;   // from the registry that it sets up

QByteArray encodeClose(quint16 code, const QByteArray &reason)
{
    if (code == WebSocketMessage::noCloseCode)
        return encodeFrame(Opcode::Close, {});
    QByteArray payload(sizeof code, Qt::Uninitialized);
    qToBigEndian(code, payload.data());
    return encodeFrame(Opcode::Close, payload + reason);
}

} // namespace

TcpWebSocketChannel::TcpWebSocketChannel(std::unique_ptr<ByteStream> stream, const QByteArray &greeting,
                                         ConnectionSlot slot, const Limits &limits, DeadlineDriver &deadlines)
    : m_stream(std::move(stream)), m_slot(std::move(slot)), m_limits(limits), m_deadlines(deadlines),
      m_reader(limits.maxPayload), m_greeting(greeting)
{
    m_stream->setReceiver(this);
}

TcpWebSocketChannel::~TcpWebSocketChannel()
{
    stopWatching();
}

// Out

void TcpWebSocketChannel::greet()
{
    if (!m_greeting.isEmpty())
        write(std::exchange(m_greeting, {}));
}

void TcpWebSocketChannel::sendFrames(const QByteArray &frames)
{
    if (m_closeSent)
        return;
    answerPing();
    if (m_greeting.isEmpty())
        write(frames);
    else
        write(std::exchange(m_greeting, {}) + frames);
}

void TcpWebSocketChannel::write(const QByteArray &bytes)
{
    m_bytesBehindPong += bytes.size();
    m_stream->send(bytes);
}

FastPath TcpWebSocketChannel::fastPath() const
{
    return m_closeSent || !m_greeting.isEmpty() ? FastPath() : m_stream->fastPath();
}

void TcpWebSocketChannel::close(quint16 code, const QByteArray &reason)
{
    sendClose(code, reason);
}

void TcpWebSocketChannel::sendClose(quint16 code, const QByteArray &reason)
{
    sendFrames(encodeClose(code, reason));
    m_closeSent = true;
}

void TcpWebSocketChannel::abort()
{
    greet();
    m_stream->abort();
}

void TcpWebSocketChannel::streamDrained()
{
    m_deadlines.touch();
    answerPing();
    if (m_receiver && unsentBytes() == 0)
        m_receiver->channelWritable();
}

/// Behind what is queued, since a client that is always behind would wait for ever otherwise. But while one pong is
/// queued, only the latest ping is kept (RFC 6455, 5.5.3): a flood of pings from a client that reads nothing queues one.
void TcpWebSocketChannel::answerPing()
{
    if (!m_ping || m_closeSent || unsentBytes() > m_bytesBehindPong)
        return;
    write(encodeFrame(Opcode::Pong, *std::exchange(m_ping, std::nullopt)));
    m_bytesBehindPong = 0;
}

void TcpWebSocketChannel::pingReceived(const QByteArray &data)
{
    const bool hadUnsent = unsentBytes() > 0;
    m_ping = data;
    answerPing();
    if (!hadUnsent && unsentBytes() > 0 && m_receiver)
        m_receiver->channelWritable(); // no longer: the fast path leads past what has not left
}

// In

void TcpWebSocketChannel::bytesReceived(QByteArrayView bytes)
{
    m_deadlines.touch();
    if (m_readingOver)
        return;
    m_reader.append(bytes);
    readMessages();
}

void TcpWebSocketChannel::readMessages()
{
    int messages = 0;
    while (!m_readingOver) {
        const auto next = m_reader.next();
        if (!next) {
            fail(next.error().closeCode);
            return;
        }
        if (!next->has_value())
            break;
        ++messages;
        received(**next);
    }
    if (m_receiver && messages > 0)
        m_receiver->batchReceived();
    if (m_readingOver)
        return;
    watchUnfinishedMessage(messages > 0);
    if (!m_slot.keepUnfinished(m_reader.bufferedBytes(), m_limits))
        fail(tryAgainLater);
}

void TcpWebSocketChannel::received(const WebSocketMessage &message)
{
    switch (message.kind) {
    case WebSocketMessage::Kind::Text:
        if (m_receiver)
            m_receiver->textReceived(message.data);
        break;
    case WebSocketMessage::Kind::Binary:
        if (m_receiver)
            m_receiver->binaryReceived(message.data);
        break;
    case WebSocketMessage::Kind::Ping:
        pingReceived(message.data);
        break;
    case WebSocketMessage::Kind::Pong:
        if (m_receiver)
            m_receiver->pongReceived();
        break;
    case WebSocketMessage::Kind::Close:
        closeReceived(message);
        break;
    }
}

/// Answers with what it says, unless it is the answer itself. The server is who closes the TCP connection (7.1.1).
void TcpWebSocketChannel::closeReceived(const WebSocketMessage &message)
{
    m_readingOver = true;
    if (!m_closeSent)
        sendClose(message.closeCode, message.data);
    if (m_receiver)
        m_receiver->channelWritable(); // no longer: the fast path leads past the close frame
    m_stream->finish();
}

/// The peer broke the protocol, or sends too much. It is told so; what else it sends is dropped until it closes, lest the
/// kernel resets the connection before it has read why.
void TcpWebSocketChannel::fail(quint16 code)
{
    m_readingOver = true;
    stopWatching();
    m_reader = WebSocketReader(m_limits.maxPayload); // what it keeps is not wanted
    m_slot.forgetUnfinished();
    if (!m_closeSent)
        sendClose(code, {});
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->protocolViolated();
}

void TcpWebSocketChannel::streamClosed()
{
    m_deadlines.touch();
    stopWatching();
    if (auto *receiver = std::exchange(m_receiver, nullptr))
        receiver->channelClosed();
}

/// A message may take its time, but not for ever, however many bytes of it trickle in.
void TcpWebSocketChannel::watchUnfinishedMessage(bool isAnother)
{
    if (isAnother || !m_reader.isUnfinished())
        stopWatching();
    if (m_reader.isUnfinished() && m_unfinished == 0) {
        m_unfinished = m_deadlines.queue().add(m_limits.messageTimeout, [this] {
            m_unfinished = 0;
            fail(policyViolation);
        });
    }
}

void TcpWebSocketChannel::stopWatching()
{
    if (m_unfinished != 0)
        m_deadlines.queue().cancel(std::exchange(m_unfinished, 0));
}

} // namespace ticker
