// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"
#include "streams/byte_stream.h"
#include "streams/connection_slot.h"
#include "transport/websocket_channel.h"
#include "websocket_codec/websocket_reader.h"

#include <memory>
#include <optional>

namespace ticker {

class DeadlineDriver;
struct Limits;

/// A WebSocketChannel over a TCP connection whose opening handshake is done: reads frames, answers pings, and writes whole
/// encoded frames. QWebSocket would encode and copy each of them for each client, and reads more than the protocol
/// allows. Server thread; owned by the transport.
class TcpWebSocketChannel final : public WebSocketChannel, private ByteStream::Receiver
{
    Q_DISABLE_COPY_MOVE(TcpWebSocketChannel)

public:
    /// The greeting is the reply to the opening handshake. It leaves with the first frame, since two pieces cost twice as
    /// much as one; or by greet(), when no frame is to be sent now.
    TcpWebSocketChannel(std::unique_ptr<ByteStream> stream, const QByteArray &greeting, ConnectionSlot slot,
                        const Limits &limits, DeadlineDriver &deadlines);
    ~TcpWebSocketChannel() override;

    /// Sends the greeting, unless it has left.
    void greet();

    void setReceiver(WebSocketChannel::Receiver *receiver) override { m_receiver = receiver; }
    void sendFrames(const QByteArray &frames) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_stream->unsentBytes(); }
    [[nodiscard]] FastPath fastPath() const override;
    void close(quint16 code, const QByteArray &reason) override;
    void abort() override;

private:
    void bytesReceived(QByteArrayView bytes) override;
    void streamDrained() override;
    void streamClosed() override;

    void write(const QByteArray &bytes);
    void readMessages();
    void received(const WebSocketMessage &message);
    void closeReceived(const WebSocketMessage &message);
    void fail(quint16 code);
    void pingReceived(const QByteArray &data);
    void answerPing();
    void sendClose(quint16 code, const QByteArray &reason);
    void watchUnfinishedMessage(bool isAnother);
    void stopWatching();

    std::unique_ptr<ByteStream> m_stream;
    ConnectionSlot m_slot;
    const Limits &m_limits;
    DeadlineDriver &m_deadlines;
    WebSocketChannel::Receiver *m_receiver = nullptr;
    WebSocketReader m_reader;
    std::optional<QByteArray> m_ping;   ///< The latest that is not answered yet.
    qint64 m_bytesBehindPong = 0;       ///< Sent since the last pong, which has left once no more than these wait.
    QByteArray m_greeting;              ///< Until it is sent.
    DeadlineQueue::Id m_unfinished = 0; ///< The deadline of the message that has begun to arrive; 0: none.
    bool m_closeSent = false;
    bool m_readingOver = false; ///< The peer has closed, or broke the protocol: what else arrives is dropped.
};

} // namespace ticker
