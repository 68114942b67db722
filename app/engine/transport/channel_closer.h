// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/deferred_deleter.h"
#include "transport/transport.h"

#include <map>
#include <memory>

namespace ticker {

class WebSocketChannel;

/// Closes WebSockets that no session uses any more: waits for the end of the closing handshake, but not for ever.
/// Server thread; owned by EngineIoServer, must outlive every transport.
class ChannelCloser final
{
public:
    /// The timeout is from the start of a closing handshake to its end; later the connection is dropped.
    ChannelCloser(DeadlineQueue &deadlines, DeferredDeleter &deleter, DeadlineQueue::Time timeout);
    ~ChannelCloser();
    Q_DISABLE_COPY_MOVE(ChannelCloser)

    void close(std::unique_ptr<WebSocketChannel> channel, const Transport::Closing &closing);
    /// For a channel that has told of its end, possibly in this very moment.
    void discard(std::unique_ptr<WebSocketChannel> channel);
    /// Closing handshakes under way.
    [[nodiscard]] std::size_t size() const { return m_waiting.size(); }

private:
    class Waiting;

    void finish(Waiting *waiting);

    DeadlineQueue &m_deadlines;
    DeferredDeleter &m_deleter;
    DeadlineQueue::Time m_timeout;
    std::map<Waiting *, std::unique_ptr<Waiting>> m_waiting;
};

} // namespace ticker
