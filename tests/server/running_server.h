// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "raw_client.h"
#include "ticker/server_thread.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <QSignalSpy>
#include <QTest>

namespace ticker::test {

/// Ticks often, and sessions whose client does not answer are over soon, so that a test can see that its own are gone.
inline ServerConfig livelyConfig()
{
    ServerConfig config;
    config.interval = *TickInterval::fromMilliseconds(10);
    config.limits.pingInterval = std::chrono::milliseconds(1500);
    config.limits.pingTimeout = std::chrono::milliseconds(1000);
    return config;
}

/// A whole server on a free port for one test. Its thread is its own; the test may block.
class RunningServer final
{
public:
    explicit RunningServer(ServerConfig config = {})
    {
        config.listen.port = 0;
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
    /// Waits until no client is left in a snapshot that is newer than this call.
    [[nodiscard]] bool sessionsGone() const
    {
        const std::optional<quint64> now = ticksNow();
        return now && QTest::qWaitFor([&] { return m_snapshot.ticks > *now && m_snapshot.clients.isEmpty(); }, 20'000);
    }

private:
    /// 0 before the first tick; nothing when the server does not answer.
    [[nodiscard]] std::optional<quint64> ticksNow() const
    {
        RawClient client(port());
        client.send("GET /api/quote HTTP/1.1\r\nHost: localhost\r\n\r\n");
        const auto reply = client.readReply();
        if (!reply)
            return std::nullopt;
        return quint64(QJsonDocument::fromJson(reply->body)[QStringLiteral("seq")].toInteger());
    }

    QObject m_context;
    std::unique_ptr<ServerThread> m_thread;
    ServerStatus m_status;
    ServerSnapshot m_snapshot;
};

} // namespace ticker::test
