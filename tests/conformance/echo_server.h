// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/deferred_deleter.h"

#include <map>
#include <memory>

namespace ticker {
class EngineIoServer;
class EngineIoSession;
} // namespace ticker

namespace ticker::conformance {

/// Sends every message of Engine.IO back to where it came from, text or binary. Outlives the server's last callback.
class EchoServer final
{
public:
    /// Both outlive it.
    EchoServer(EngineIoServer &server, DeadlineQueue &deadlines);
    ~EchoServer();
    Q_DISABLE_COPY_MOVE(EchoServer)

private:
    class Echo;

    DeferredDeleter m_deleter;
    std::map<quint64, std::unique_ptr<Echo>> m_echoes; ///< By the session's id.
};

} // namespace ticker::conformance
