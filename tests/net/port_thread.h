// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "port/http_port.h"
#include "server_values/server_limits.h"
#include "thread/deadline_driver.h"
#include "thread/joined_thread.h"

#include <functional>
#include <memory>

namespace ticker::test {

/// An HttpPort with a thread of its own, so that tests may block; what it serves is set up by the test. What its
/// handlers use is declared before it.
class PortThread final
{
public:
    using SetUp = std::function<void(HttpPort &)>;

    explicit PortThread(const SetUp &setUp, const Limits &limits = {}) : m_limits(limits)
    {
        m_thread.start();
        m_context.moveToThread(m_thread.affinity());
        call([&] {
            m_deadlines = std::make_unique<DeadlineDriver>();
            m_port = std::make_unique<HttpPort>(m_limits, *m_deadlines);
            setUp(*m_port);
            const auto rules = [](quint16 port) -> AccessPolicy::Rules { return {port, {}, {}, false}; };
            if (m_port->listen(QStringLiteral("127.0.0.1"), 0, rules))
                qFatal("no port");
        });
    }
    ~PortThread()
    {
        call([this] {
            m_port.reset();
            m_deadlines.reset();
        });
        m_thread.quit();
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(PortThread)

    [[nodiscard]] quint16 number()
    {
        quint16 number = 0;
        call([&] { number = m_port->port(); });
        return number;
    }
    [[nodiscard]] int openConnections()
    {
        int open = 0;
        call([&] { open = m_port->openConnections(); });
        return open;
    }
    [[nodiscard]] HttpPort &port() { return *m_port; }

    /// Does something on the port's thread, and waits until it is done.
    void call(const std::function<void()> &function)
    {
        QMetaObject::invokeMethod(&m_context, function, Qt::BlockingQueuedConnection);
    }

private:
    Limits m_limits;
    JoinedThread m_thread;
    QObject m_context;
    std::unique_ptr<DeadlineDriver> m_deadlines;
    std::unique_ptr<HttpPort> m_port;
};

} // namespace ticker::test
