// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/book_feed.h"

namespace ticker {

class SocketIoAck;
class SocketIoArguments;
class SocketIoNamespace;
class SocketIoSocket;

/// Order books over Socket.IO, for clients that ask for them: socket.emit("subscribe book", ["ACME"], {depth: 5}), then events
/// "book". Server thread; owned by SocketIoQuotes. The namespace and the deadlines outlive it.
class SocketIoBooks final
{
public:
    SocketIoBooks(SocketIoNamespace &nsp, DeadlineQueue &deadlines);

    /// Whose books are sent, as BookFeed::setMarket(): behind the quotes' market.
    void setMarket(LiveMarket &market);
    void collectTick() { m_feed.collectTick(); }
    void sendTicks() { m_feed.sendTicks(); }
    /// The client is going.
    void leave(SocketIoSocket &socket);

private:
    void subscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);
    void unsubscribe(SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &ack);

    QByteArray m_nsp; ///< Its name.
    BookFeed m_feed;
};

} // namespace ticker
