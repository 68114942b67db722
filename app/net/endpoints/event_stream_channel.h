// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/byte_stream.h"
#include "streams/connection_slot.h"
#include "transport/websocket_channel.h"

#include <memory>

namespace ticker {

class DeadlineDriver;

/// A stream of events (server-sent events, WHATWG HTML 9.2) as a channel that goes one way: what it is given are whole
/// events or comments instead of frames. What the client says is dropped. Server thread; owned by the transport.
class EventStreamChannel final : public WebSocketChannel, private ByteStream::Receiver
{
    Q_DISABLE_COPY_MOVE(EventStreamChannel)

public:
    /// Bytes that a client may say, which has nothing to say: more breaks the protocol.
    static constexpr qint64 maxIgnoredBytes = 64 * 1024;

    /// The head of the reply leaves with the first events, since two pieces cost twice as much as one; or by greet(),
    /// when there are none now.
    EventStreamChannel(std::unique_ptr<ByteStream> stream, const QByteArray &head, ConnectionSlot slot,
                       DeadlineDriver &deadlines);

    /// Sends the head, unless it has left.
    void greet();

    void setReceiver(WebSocketChannel::Receiver *receiver) override { m_receiver = receiver; }
    void sendFrames(const QByteArray &events) override;
    [[nodiscard]] qint64 unsentBytes() const override { return m_stream->unsentBytes(); }
    /// Open once the head has left.
    [[nodiscard]] FastPath fastPath() const override;
    /// Ends the stream when all has left, and waits for the client to close. Code and reason have no place in it.
    void close(quint16 code, const QByteArray &reason) override;
    void abort() override;

private:
    void bytesReceived(QByteArrayView bytes) override;
    void streamDrained() override;
    void streamClosed() override;

    std::unique_ptr<ByteStream> m_stream;
    ConnectionSlot m_slot;
    DeadlineDriver &m_deadlines;
    WebSocketChannel::Receiver *m_receiver = nullptr;
    QByteArray m_head; ///< Until it is sent.
    qint64 m_ignored = 0;
    bool m_ended = false;
};

} // namespace ticker
