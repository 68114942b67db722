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

} // namespace ticker
