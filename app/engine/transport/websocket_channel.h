// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/fast_path.h"

#include <QByteArray>

namespace ticker {

/// One open WebSocket as the engine sees it: the server layer implements it over a socket, tests over a list.
/// Server thread. Owned by the transport it was given to; destroying it aborts the connection.
class WebSocketChannel
{
public:
    /// Who hears of what the peer does. Never called from within a call into the channel.
    class Receiver
    {
    public:
        virtual void textReceived(const QByteArray &utf8) = 0;
        virtual void binaryReceived(const QByteArray &data) = 0;
        /// Of WebSocket's own, to a ping or to none.
        virtual void pongReceived() { }
        /// All messages that arrived together were passed on; also when nothing but pings and pongs came.
        virtual void batchReceived() = 0;
        /// unsentBytes() or fastPath() has changed: all that was unsent has left, or nothing can be sent any more.
        virtual void channelWritable() = 0;
        /// The peer broke the protocol of WebSockets and was told so; the connection is still to be closed. The last call.
        virtual void protocolViolated() = 0;
        /// The connection is gone, by whichever side. The last call.
        virtual void channelClosed() = 0;

    protected:
        ~Receiver() = default;
    };

    virtual ~WebSocketChannel() = default;

    /// Not owned; must outlive the channel or be replaced. Null: what arrives is dropped.
    virtual void setReceiver(Receiver *receiver) = 0;
    /// Sends whole encoded frames (see encodeFrame()), or what the fast path has left of some. The bytes are shared, not copied,
    /// where that is possible.
    virtual void sendFrames(const QByteArray &frames) = 0;
    /// Bytes given to sendFrames() that the kernel has not taken yet; channelWritable() follows when it has.
    [[nodiscard]] virtual qint64 unsentBytes() const = 0;
    /// The way past this channel for frames to many, while it is open and nothing is unsent.
    [[nodiscard]] virtual FastPath fastPath() const = 0;
    /// Starts the closing handshake, unless it has begun, with a status of RFC 6455, 7.4, where 1005 stands for none;
    /// channelClosed() follows once the peer has taken all that is unsent, which a frozen peer never does: whoever closes
    /// sets a limit to that.
    virtual void close(quint16 code, const QByteArray &reason) = 0;
    /// Drops the connection with whatever is unsent; channelClosed() follows.
    virtual void abort() = 0;
};

} // namespace ticker
