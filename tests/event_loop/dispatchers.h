// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/server_dispatcher.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <ctime>
#include <functional>

namespace ticker::test {

using namespace std::chrono_literals;

/// Ours, and Qt's two that it has to behave like: the one over GLib, if Qt was built with it, and the one over poll().
enum class Kind { Epoll, Default, Unix };

/// Far longer than anything takes, even on a machine that is busy with other things.
constexpr auto patience = 20s;

/// Columns for initTestCase_data(): every test then runs on each dispatcher.
inline void addDispatchers()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("epoll") << int(Kind::Epoll);
    QTest::newRow("default") << int(Kind::Default);
    QTest::newRow("unix") << int(Kind::Unix);
}

/// A thread with a dispatcher of some kind, in which one function runs.
class LoopThread final : public QThread
{
    Q_DISABLE_COPY_MOVE(LoopThread)

public:
    LoopThread(Kind kind, std::function<void()> body) : m_body(std::move(body))
    {
        constexpr const char *withoutGlib = "QT_NO_THREADED_GLIB"; // looked at when a thread without dispatcher starts
        qunsetenv(withoutGlib);
        if (kind == Kind::Epoll)
            setEventDispatcher(makeServerDispatcher().release());
        else if (kind == Kind::Unix)
            qputenv(withoutGlib, "1");
        start();
    }
    ~LoopThread() override { QThread::wait(); }

    [[nodiscard]] bool isDone() { return QThread::wait(QDeadlineTimer(2 * patience)); }

protected:
    void run() override { m_body(); }

private:
    std::function<void()> m_body;
};

/// Runs the function on a thread of its own. The macros of Qt Test may be used in it: the test's thread waits.
inline void runOn(Kind kind, const std::function<void()> &body)
{
    QByteArray dispatcher;
    LoopThread thread(kind, [&] {
        dispatcher = QAbstractEventDispatcher::instance()->metaObject()->className();
        body();
    });
    if (!thread.isDone())
        qFatal("the loop hangs");
    if (kind == Kind::Epoll)
        QCOMPARE(dispatcher, QByteArray("ticker::EpollDispatcher"));
    else if (kind == Kind::Unix)
        QCOMPARE(dispatcher, QByteArray("QEventDispatcherUNIX"));
}

/// Runs the function on the dispatcher of the current row.
inline void runOnEach(const std::function<void()> &body)
{
    QFETCH_GLOBAL(int, kind);
    runOn(Kind(kind), body);
}

/// Runs the function on our dispatcher.
inline void runOnOurs(const std::function<void()> &body)
{
    runOn(Kind::Epoll, body);
}

/// Lets the thread's loop wait for events until the condition holds. Nothing but events wakes it, so that a lost one shows:
/// false when the patience is at an end. The condition is looked at before each wait too, because Qt's dispatcher over
/// poll() goes on to wait after it sent posted events.
inline bool waitUntil(const std::function<bool()> &condition)
{
    auto *const dispatcher = QAbstractEventDispatcher::instance();
    QObject context;
    QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&] {
        if (condition())
            dispatcher->wakeUp();
    });
    bool isLate = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&isLate] { isLate = true; });
    limit.start(patience);
    while (!isLate && !condition())
        dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
    return !isLate;
}

/// Posts a call to the thread that runs this.
inline void post(QObject &context, const std::function<void()> &call)
{
    QMetaObject::invokeMethod(&context, call, Qt::QueuedConnection);
}

/// One pass that does not wait.
inline bool pass(QEventLoop::ProcessEventsFlags flags = QEventLoop::AllEvents)
{
    return QAbstractEventDispatcher::instance()->processEvents(flags);
}

/// As many passes as it takes until nothing is left to do; zero timers aside.
inline void settle()
{
    while (pass()) { }
}

/// Whether a wait of some length takes no processor time to speak of.
inline bool sleepsWhileItWaits(QEventLoop::ProcessEventsFlags flags)
{
    constexpr auto length = 100ms;
    const auto processorTime = [] {
        timespec time{};
        ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
    };
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    timer.start(length);
    const auto before = processorTime();
    QAbstractEventDispatcher::instance()->processEvents(flags | QEventLoop::WaitForMoreEvents);
    return processorTime() - before < length / 5;
}

} // namespace ticker::test
