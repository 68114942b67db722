// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace ticker {

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
