// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace ticker {

/// One HTTP request of a polling client that waits for its reply. The server layer implements it over its router,
/// tests over a value. Server thread. Shared by the router and the transport that parks it.
class PollExchange
{
public:
    virtual ~PollExchange() = default;

    /// Answers; at most once. Ignored when the client has left.
    virtual void reply(int status, const QByteArray &contentType, const QByteArray &body) = 0;
    /// Called once if the client leaves before the reply, from the event loop; never after reply().
    virtual void onAbandoned(std::function<void()> callback) = 0;
};

/// A request whose head was judged and whose body is still coming. Destroying it says that nothing is waited for any
/// more: the body is there, or was refused. Server thread; owned by the connection.
class PendingBody
{
public:
    virtual ~PendingBody() = default;
    /// Called, at most once, when nobody waits any more before the body has come: the connection is to be dropped.
    virtual void onCancelled(std::function<void()> callback) = 0;
    /// The client hung up before the body's end. The last call.
    virtual void abandoned() = 0;
};

} // namespace ticker
