// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/joined_thread.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QThread>

#include <future>

namespace ticker {

JoinedThread::~JoinedThread()
{
    if (!isRunning())
        return;
    quit();
    join();
}

void JoinedThread::start(const DispatcherMaker &makeDispatcher)
{
    Q_ASSERT(!isRunning());
    std::promise<void> begun;
    std::future<void> ready = begun.get_future();
    m_thread = std::thread([this, makeDispatcher, begun = std::move(begun)]() mutable {
        m_affinity = QThread::currentThread(); // Qt takes a thread that is not its own in by this call
        if (auto dispatcher = makeDispatcher ? makeDispatcher() : nullptr)
            m_affinity->setEventDispatcher(dispatcher.release()); // which deletes it as the thread ends
        QEventLoop loop;
        m_loop = &loop;
        begun.set_value();
        loop.exec();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    });
    ready.wait();
}

void JoinedThread::quit()
{
    QMetaObject::invokeMethod(m_loop, &QEventLoop::quit, Qt::QueuedConnection);
}

void JoinedThread::join()
{
    if (!isRunning())
        return;
    m_thread.join();
    m_affinity = nullptr;
    m_loop = nullptr;
}

} // namespace ticker
