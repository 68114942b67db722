// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "streams/stream_bytes.h"
#include "transport/fast_path.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>

namespace ticker {

/// The bytes of one accepted connection, both ways. It moves with its connection from who reads requests to who speaks
/// WebSocket. Server thread; owned by who receives. Destroying it closes the connection with what is kept.
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

    /// First of all, and again when another takes over. Not owned, outlives the stream or is replaced.
    virtual void setReceiver(Receiver *receiver) = 0;
    /// Whether bytesReceived() is wanted now. The kernel holds what arrives meanwhile, and so the peer waits; that it has
    /// left goes unnoticed as well.
    virtual void setReading(bool isWanted) = 0;
    /// Gives bytes back, for the next receiver: bytesReceived() brings them once more, from the event loop.
    virtual void unread(const QByteArray &bytes) = 0;
    /// Sends, or keeps what the kernel does not take now; shares the bytes where it can. Dropped when the stream is over.
    virtual void send(const QByteArray &bytes) = 0;
    /// Sends up to so many bytes of a file without keeping any, and returns how many; 0: the kernel takes none now, and
    /// streamDrained() will tell when it does. Negative: the file has no such bytes, or nothing can be sent any more. Only
    /// while unsentBytes() is 0. Nothing: it cannot, and the file is to be read.
    [[nodiscard]] virtual std::optional<qint64> sendFile(int file, qint64 from, qint64 size)
    {
        Q_UNUSED(file);
        Q_UNUSED(from);
        Q_UNUSED(size);
        return std::nullopt;
    }
    /// Nothing can be sent any more; streamClosed() may come later.
    [[nodiscard]] virtual bool isOver() const = 0;
    /// Bytes that are kept.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    /// Open while unsentBytes() is 0, if this kind of stream has one.
    [[nodiscard]] virtual FastPath fastPath() const = 0;
    /// Tells the peer that nothing more comes; reading goes on. Only while unsentBytes() is 0.
    virtual void shutDownWriting() = 0;
    /// Closes when what is kept has left; streamClosed() follows.
    virtual void finish() = 0;
    /// Drops the connection with what is kept, here and in the kernel; streamClosed() follows.
    virtual void abort() = 0;

    /// All that went over it so far; zeros once it is closed.
    [[nodiscard]] virtual StreamBytes countedBytes() const = 0;
    /// Has it told of the last count.
    void setMeter(std::unique_ptr<StreamMeter> meter) { m_meter = std::move(meter); }

protected:
    /// To be called just before it closes.
    void tellMeter()
    {
        if (const auto meter = std::exchange(m_meter, nullptr))
            meter->closing(countedBytes());
    }

private:
    std::unique_ptr<StreamMeter> m_meter;
};

} // namespace ticker
