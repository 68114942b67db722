// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_thread.h"

#include <QSignalSpy>
#include <QTest>

namespace ticker::test {

/// A whole server on a free port for one test. Its thread is its own; the test may block.
class RunningServer final
{
public:
    explicit RunningServer(ServerConfig config = {})
    {
        config.port = 0;
        m_thread = std::make_unique<ServerThread>(config);
        QObject::connect(m_thread->server(), &TickerServer::snapshotTaken, &m_context,
                         [this](const ServerSnapshot &snapshot) { m_snapshot = snapshot; });
        QSignalSpy status(m_thread->server(), &TickerServer::statusChanged);
        m_thread->start();
        if (status.isEmpty())
            status.wait(10'000);
        if (!status.isEmpty())
            m_status = status.first().first().value<ServerStatus>();
    }

    [[nodiscard]] quint16 port() const { return m_status.port; }
    [[nodiscard]] const ServerStatus &status() const { return m_status; }
    [[nodiscard]] TickerServer *server() const { return m_thread->server(); }
    /// As of the last one that the event loop delivered.
    [[nodiscard]] const ServerSnapshot &snapshot() const { return m_snapshot; }

private:
    QObject m_context;
    std::unique_ptr<ServerThread> m_thread;
    ServerStatus m_status;
    ServerSnapshot m_snapshot;
};

} // namespace ticker::test
