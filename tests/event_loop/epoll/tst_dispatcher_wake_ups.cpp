// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "ticker_test.h"

#include <QEventLoop>
#include <QSemaphore>

#include <array>
#include <atomic>
#include <thread>
#include <vector>

using namespace ticker;
using namespace ticker::test;

/// What Qt promises of wakeUp() and interrupt(), from any thread. On each dispatcher.
class DispatcherWakeUpsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void wakeUpEndsAWait();
    void wakeUpBeforeAWaitCounts();
    void wakeUpWithoutSockets();
    void losesNoWakeUp();
    void losesNoQueuedCall();
    void playsPingPong();
    void blockingCalls();

    void interruptEndsAWait();
    void interruptBeforeAPass();
    void interruptFromPostedEvent();
};

void DispatcherWakeUpsTest::wakeUpEndsAWait()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        settle();
        std::atomic<bool> isWoken = false;
        QSemaphore waits;
        const auto connection = connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher,
                                        [&waits] { waits.release(); });
        std::thread other([&] {
            waits.acquire();
            isWoken = true;
            dispatcher->wakeUp();
        });
        QVERIFY(waitUntil([&isWoken] { return isWoken.load(); }));
        other.join();
        disconnect(connection);
    });
}

void DispatcherWakeUpsTest::wakeUpBeforeAWaitCounts()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        settle();
        dispatcher->wakeUp();
        QVERIFY(dispatcher->processEvents(QEventLoop::WaitForMoreEvents)); // it hangs here if the wake-up is lost
    });
}

void DispatcherWakeUpsTest::wakeUpWithoutSockets()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        for (int i = 0; i < 100; ++i) {
            settle();
            std::thread other([&] { dispatcher->wakeUp(); });
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::ExcludeSocketNotifiers);
            other.join();
        }
    });
}

/// Four threads, each of which sets its flag and wakes the loop only after the last one was noticed, so that a single lost
/// wake-up stops everything.
void DispatcherWakeUpsTest::losesNoWakeUp()
{
    runOnEach([] {
        constexpr int rounds = 5000;
        constexpr int threads = 4;
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        struct Caller
        {
            std::atomic<bool> flag = false;
            QSemaphore noticed;
        };
        std::array<Caller, threads> callers;
        std::vector<std::thread> running;
        running.reserve(threads);
        for (Caller &caller : callers) {
            running.emplace_back([&caller, dispatcher] {
                for (int i = 0; i < rounds; ++i) {
                    caller.flag = true;
                    dispatcher->wakeUp();
                    caller.noticed.acquire();
                }
            });
        }
        int noticed = 0;
        const bool isDone = waitUntil([&] {
            for (Caller &caller : callers) {
                if (caller.flag.exchange(false)) {
                    ++noticed;
                    caller.noticed.release();
                }
            }
            return noticed == rounds * threads;
        });
        for (Caller &caller : callers)
            caller.noticed.release(rounds); // lets them end if it failed
        for (std::thread &thread : running)
            thread.join();
        QVERIFY(isDone);
    });
}

void DispatcherWakeUpsTest::losesNoQueuedCall()
{
    runOnEach([] {
        constexpr int calls = 20'000;
        constexpr int threads = 4;
        QObject context;
        int received = 0;
        std::vector<std::thread> running;
        running.reserve(threads);
        for (int i = 0; i < threads; ++i) {
            running.emplace_back([&] {
                for (int call = 0; call < calls; ++call)
                    post(context, [&received] { ++received; });
            });
        }
        const bool isDone = waitUntil([&] { return received == calls * threads; });
        for (std::thread &thread : running)
            thread.join();
        QVERIFY(isDone);
    });
}

/// Two loops that wake each other, one step at a time.
void DispatcherWakeUpsTest::playsPingPong()
{
    QFETCH_GLOBAL(int, kind);
    constexpr int rounds = 5000;
    QObject here;
    int returned = 0;
    std::function<void()> serve;
    QThread *peer = nullptr;
    QObject there;
    LoopThread thread(Kind(kind), [&] {
        QEventLoop loop;
        connect(QThread::currentThread(), &QThread::finished, &loop, &QEventLoop::quit);
        loop.exec();
        there.moveToThread(peer);
    });
    peer = QThread::currentThread();
    there.moveToThread(&thread);
    runOn(Kind(kind), [&] {
        QObject mine;
        std::function<void()> pong = [&] {
            if (++returned < rounds)
                post(there, [&] { post(mine, pong); });
        };
        pong();
        QVERIFY(waitUntil([&] { return returned == rounds; }));
    });
    thread.quit();
    QVERIFY(thread.isDone());
    QCOMPARE(returned, rounds);
}

void DispatcherWakeUpsTest::blockingCalls()
{
    runOnEach([] {
        constexpr int calls = 500;
        QObject context;
        int received = 0;
        bool isDone = false;
        std::thread other([&] {
            for (int i = 0; i < calls; ++i)
                QMetaObject::invokeMethod(
                    &context, [&received] { ++received; }, Qt::BlockingQueuedConnection);
            post(context, [&isDone] { isDone = true; });
        });
        QVERIFY(waitUntil([&isDone] { return isDone; }));
        other.join();
        QCOMPARE(received, calls);
    });
}

void DispatcherWakeUpsTest::interruptEndsAWait()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        for (int i = 0; i < 100; ++i) {
            settle();
            std::thread other([&] { dispatcher->interrupt(); });
            dispatcher->processEvents(QEventLoop::WaitForMoreEvents);
            other.join();
        }
    });
}

void DispatcherWakeUpsTest::interruptBeforeAPass()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        settle();
        dispatcher->interrupt();
        QObject context;
        bool isCalled = false;
        post(context, [&isCalled] { isCalled = true; });
        dispatcher->processEvents(QEventLoop::WaitForMoreEvents); // does not wait, but still sends
        QVERIFY(isCalled);
    });
}

void DispatcherWakeUpsTest::interruptFromPostedEvent()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        QObject context;
        post(context, [dispatcher] { dispatcher->interrupt(); });
        dispatcher->processEvents(QEventLoop::WaitForMoreEvents); // it hangs here if the interrupt is lost
    });
}

TICKER_CORE_TEST(DispatcherWakeUpsTest)
#include "tst_dispatcher_wake_ups.moc"
