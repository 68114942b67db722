// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/joined_thread.h"
#include "ticker/ticker_server.h"

namespace ticker {

/// Runs a TickerServer on a thread of its own. Main thread; the destructor tells clients, stops the thread and waits.
class ServerThread final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ServerThread)

public:
    explicit ServerThread(const ServerConfig &config, QObject *parent = nullptr);
    ~ServerThread() override;

    /// For connections made before start() only; never to be called directly from another thread.
    [[nodiscard]] TickerServer *server() const { return m_server; }

    /// Starts the thread and then the server.
    void start();

private:
    TickerServer *m_server; ///< Lives on m_thread from start() on, which deletes it at its end.
    JoinedThread m_thread;
};

} // namespace ticker
