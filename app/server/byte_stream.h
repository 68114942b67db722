// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "direct_lane.h"

#include <QByteArray>

#include <memory>

class QTcpSocket;

namespace ticker {

struct Limits;

/// The bytes of one connection, both ways, after its handshake; what sends to it is not told whether the bytes went
/// straight to the kernel. Server thread; owned by whoever speaks over it. Destroying it drops the connection.
class ByteStream
{
public:
    /// Never called from within a call into the stream. May destroy the stream.
    class Receiver
    {
    public:
        /// Something arrived; the bytes are the caller's and good for the call only.
        virtual void bytesReceived(QByteArrayView bytes) = 0;
        /// All that waited has left.
        virtual void streamDrained() = 0;
        /// It is over, by whichever side. The last call.
        virtual void streamClosed() = 0;

    protected:
        ~Receiver() = default;
    };

    ByteStream() = default;
    virtual ~ByteStream() = default;
    Q_DISABLE_COPY_MOVE(ByteStream)

    /// Once, first of all. Not owned, outlives the stream.
    virtual void setReceiver(Receiver *receiver) = 0;
    /// Sends, or keeps what the kernel does not take now; shares the bytes where it can. Dropped when the stream is over.
    virtual void send(const QByteArray &bytes) = 0;
    /// Bytes that are kept.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    /// Open while unsentBytes() is 0, if this kind of stream has one.
    [[nodiscard]] virtual DirectLane lane() const = 0;
    /// Closes when what is kept has left; streamClosed() follows.
    virtual void finish() = 0;
    /// Drops the connection with what is kept, here and in the kernel; streamClosed() follows.
    virtual void abort() = 0;
};

/// The stream of a connected socket. Where the system allows it the descriptor is taken from the socket, whose buffers and
/// notifiers go with it; else, and when descriptors are short, the socket serves on.
[[nodiscard]] std::unique_ptr<ByteStream> openByteStream(std::unique_ptr<QTcpSocket> socket, const Limits &limits);

} // namespace ticker
