// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <memory>
#include <thread>

class QAbstractEventDispatcher;
class QEventLoop;
class QThread;

namespace ticker {

/// A thread with an event loop whose end can really be waited for. QThread::wait() returns before the destructors of the
/// thread's own storage have run; a program that ends then runs OpenSSL's clean-up beside that thread's (QHttpServer
/// makes a QSslConfiguration), and both free the same memory. Owned and called by the thread that made it.
class JoinedThread final
{
    Q_DISABLE_COPY_MOVE(JoinedThread)

public:
    using DispatcherMaker = std::function<std::unique_ptr<QAbstractEventDispatcher>()>;

    JoinedThread() = default;
    /// quit() and join().
    ~JoinedThread();

    /// Begins the event loop, over the dispatcher that is made, in the new thread, or over Qt's own where there is none.
    /// Not while it runs.
    void start(const DispatcherMaker &makeDispatcher = {});
    [[nodiscard]] bool isRunning() const { return m_thread.joinable(); }

    /// For QObject::moveToThread(), between start() and join(). What lives there is deleted there before the end.
    [[nodiscard]] QThread *affinity() const { return m_affinity; }

    /// Ends the event loop; what was posted to the thread before is done first. From any thread.
    void quit();
    /// Waits until nothing of the thread is left; needs a quit(). Nothing if it does not run.
    void join();

private:
    std::thread m_thread;
    QThread *m_affinity = nullptr; ///< Qt's, for as long as the thread runs.
    QEventLoop *m_loop = nullptr;  ///< Lives on the thread's stack.
};

} // namespace ticker
