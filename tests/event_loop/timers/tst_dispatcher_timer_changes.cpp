// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "ticker_test.h"
#include "timer_receiver.h"

#include <QElapsedTimer>
#include <QEventLoop>

#include <atomic>

using namespace ticker;
using namespace ticker::test;

/// Timers that are started and stopped while timers fire. On each dispatcher.
class DispatcherTimerChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void zeroTimerFiresOncePerPass();
    void zeroTimersStarveNobody();
    void stoppedByAnotherThatIsDue();
    void stopsItself();
    void restartsItself();
    void deletesItsObject();
    void addedWhileFiring();
    void notAgainInANestedLoop();
    void othersFireInANestedLoop();
    void movesWithItsObject();
};

void DispatcherTimerChangesTest::zeroTimerFiresOncePerPass()
{
    runOnEach([] {
        Receiver receiver;
        receiver.startTimer(0);
        for (int i = 1; i <= 10; ++i) {
            pass();
            QCOMPARE(receiver.fired.size(), i);
        }
    });
}

void DispatcherTimerChangesTest::zeroTimersStarveNobody()
{
    runOnEach([] {
        Receiver idle;
        for (int i = 0; i < 10; ++i)
            idle.startTimer(0);
        int timeouts = 0;
        int calls = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&timeouts] { ++timeouts; });
        timer.start(1);
        std::function<void()> again = [&] {
            if (++calls < 100)
                QMetaObject::invokeMethod(&timer, again, Qt::QueuedConnection);
        };
        again();
        QVERIFY(waitUntil([&] { return timeouts >= 10 && calls == 100; }));
        QVERIFY(idle.fired.size() > 100);
    });
}

void DispatcherTimerChangesTest::stoppedByAnotherThatIsDue()
{
    runOnEach([] {
        int first = 0;
        int second = 0;
        Receiver receiver([&](int id) {
            if (receiver.fired.size() == 1)
                receiver.killTimer(id == first ? second : first);
        });
        first = receiver.startTimer(5, Qt::PreciseTimer);
        second = receiver.startTimer(5, Qt::PreciseTimer);
        passTime(7);
        QVERIFY(waitUntil([&receiver] { return !receiver.fired.isEmpty(); }));
        const int left = receiver.fired.first();
        passTime(7);
        settle();
        QCOMPARE(receiver.fired.count(left), receiver.fired.size());
        QVERIFY(receiver.fired.size() > 1);
    });
}

void DispatcherTimerChangesTest::stopsItself()
{
    runOnEach([] {
        Receiver receiver([&receiver](int id) { receiver.killTimer(id); });
        receiver.startTimer(1);
        receiver.startTimer(0);
        QVERIFY(waitUntil([&receiver] { return receiver.fired.size() == 2; }));
        passTime(3);
        settle();
        QCOMPARE(receiver.fired.size(), 2);
    });
}

void DispatcherTimerChangesTest::restartsItself()
{
    runOnEach([] {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        int count = 0;
        QElapsedTimer clock;
        bool isEarly = false;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            isEarly = isEarly || clock.nsecsElapsed() < 2'000'000;
            if (++count < 20) {
                clock.start();
                timer.start(2);
            } else {
                timer.stop();
            }
        });
        clock.start();
        timer.start(2);
        QVERIFY(waitUntil([&count] { return count == 20; }));
        QVERIFY(!isEarly);
    });
}

void DispatcherTimerChangesTest::deletesItsObject()
{
    runOnEach([] {
        int count = 0;
        for (int i = 0; i < 50; ++i) {
            auto *const timer = new QTimer;
            connect(timer, &QTimer::timeout, timer, [timer, &count] {
                ++count;
                delete timer;
            });
            timer->start(i % 3);
        }
        QVERIFY(waitUntil([&count] { return count == 50; }));
    });
}

void DispatcherTimerChangesTest::addedWhileFiring()
{
    runOnEach([] {
        int added = 0;
        Receiver receiver([&](int id) {
            receiver.killTimer(id);
            if (added < 20) {
                ++added;
                receiver.startTimer(0);
            }
        });
        receiver.startTimer(0);
        pass();
        QCOMPARE(receiver.fired.size(), 1); // the new one is left for the next pass
        QVERIFY(waitUntil([&receiver] { return receiver.fired.size() == 21; }));
    });
}

void DispatcherTimerChangesTest::notAgainInANestedLoop()
{
    runOnEach([] {
        int depth = 0;
        int deepest = 0;
        Receiver receiver([&](int) {
            deepest = qMax(deepest, ++depth);
            QEventLoop loop;
            QTimer::singleShot(20, Qt::PreciseTimer, &loop, &QEventLoop::quit);
            loop.exec();
            --depth;
        });
        receiver.startTimer(1, Qt::PreciseTimer);
        QVERIFY(waitUntil([&receiver] { return receiver.fired.size() >= 3; }));
        QCOMPARE(deepest, 1);
    });
}

void DispatcherTimerChangesTest::othersFireInANestedLoop()
{
    runOnEach([] {
        Receiver inner;
        bool isSeen = false;
        Receiver outer([&](int id) {
            outer.killTimer(id);
            isSeen = waitUntil([&inner] { return inner.fired.size() >= 3; });
        });
        outer.startTimer(1);
        inner.startTimer(1);
        QVERIFY(waitUntil([&outer] { return !outer.fired.isEmpty(); }));
        QVERIFY(isSeen);
    });
}

void DispatcherTimerChangesTest::movesWithItsObject()
{
    QFETCH_GLOBAL(int, kind);
    std::atomic<int> count = 0;
    QThread *firedOn = nullptr;
    LoopThread other(Kind(kind), [] { QEventLoop().exec(); });
    QTimer *timer = nullptr;
    runOn(Kind(kind), [&] {
        timer = new QTimer;
        connect(timer, &QTimer::timeout, timer, [&] {
            firedOn = QThread::currentThread();
            if (++count == 3) {
                delete timer;
                QThread::currentThread()->quit();
            }
        });
        timer->start(1);
        timer->moveToThread(&other);
        settle();
    });
    QVERIFY(other.isDone());
    QCOMPARE(count.load(), 3);
    QCOMPARE(firedOn, static_cast<QThread *>(&other));
}

TICKER_CORE_TEST(DispatcherTimerChangesTest)
#include "tst_dispatcher_timer_changes.moc"
