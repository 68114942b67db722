// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "deadline.h"
#include "ticker_test.h"

#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

class DeadlineQueueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void callsInOrder();
    void equalTimesInOrderOfAdding();
    void callsOnce();
    void cancel();
    void timeNeverGoesBack();
    void advanceCallsNothing();
    void addedByACallbackWaitsForTheNextRun();
    void callbackMayCancelOthers();
    void negativeDelayIsNone();
    void tellsWhenTheNextBecomesEarlier();
    void deadlineRestarts();
    void deadlineEndsWithItsOwner();
    void deadlineMayRestartItself();
    void deadlineMayDestroyItself();
};

void DeadlineQueueTest::callsInOrder()
{
    DeadlineQueue queue;
    QList<int> calls;
    queue.add(3s, [&] { calls << 3; });
    queue.add(1s, [&] { calls << 1; });
    queue.add(2s, [&] { calls << 2; });
    QVERIFY(queue.next() == 1s);
    queue.run(1s);
    QCOMPARE(calls, QList<int>{1});
    queue.run(10s);
    QCOMPARE(calls, (QList<int>{1, 2, 3}));
    QVERIFY(!queue.next());
    QCOMPARE(queue.size(), std::size_t(0));
}

void DeadlineQueueTest::equalTimesInOrderOfAdding()
{
    DeadlineQueue queue;
    QList<int> calls;
    for (int i = 0; i < 5; ++i)
        queue.add(1s, [&calls, i] { calls << i; });
    queue.run(1s);
    QCOMPARE(calls, (QList<int>{0, 1, 2, 3, 4}));
}

void DeadlineQueueTest::callsOnce()
{
    DeadlineQueue queue;
    int calls = 0;
    queue.add(1s, [&] { ++calls; });
    queue.run(1s);
    queue.run(2s);
    QCOMPARE(calls, 1);
}

void DeadlineQueueTest::cancel()
{
    DeadlineQueue queue;
    int calls = 0;
    const auto id = queue.add(1s, [&] { ++calls; });
    QVERIFY(id != 0);
    queue.cancel(id);
    queue.cancel(id);
    queue.cancel(0);
    queue.cancel(12345);
    queue.run(2s);
    QCOMPARE(calls, 0);
    QVERIFY(queue.add(1s, [] {}) != id);
}

void DeadlineQueueTest::timeNeverGoesBack()
{
    DeadlineQueue queue;
    queue.run(5s);
    queue.run(3s);
    QVERIFY(queue.now() == 5s);
    queue.advance(4s);
    QVERIFY(queue.now() == 5s);
}

void DeadlineQueueTest::advanceCallsNothing()
{
    DeadlineQueue queue;
    int calls = 0;
    queue.add(1s, [&] { ++calls; });
    queue.advance(10s);
    QCOMPARE(calls, 0);
    queue.add(1s, [&] { calls += 10; });
    queue.run(10s);
    QCOMPARE(calls, 1);
    queue.run(11s);
    QCOMPARE(calls, 11);
}

void DeadlineQueueTest::addedByACallbackWaitsForTheNextRun()
{
    DeadlineQueue queue;
    int calls = 0;
    std::function<void()> again = [&] {
        ++calls;
        queue.add(0s, again);
    };
    queue.add(0s, again);
    queue.add(0s, [&] { calls += 100; });
    queue.run(1s);
    QCOMPARE(calls, 101);
    queue.run(1s);
    QCOMPARE(calls, 102);
}

void DeadlineQueueTest::callbackMayCancelOthers()
{
    DeadlineQueue queue;
    int calls = 0;
    DeadlineQueue::Id second = 0;
    queue.add(1s, [&] { queue.cancel(second); });
    second = queue.add(1s, [&] { ++calls; });
    queue.run(1s);
    QCOMPARE(calls, 0);
}

void DeadlineQueueTest::negativeDelayIsNone()
{
    DeadlineQueue queue;
    queue.run(5s);
    queue.add(-1s, [] {});
    QVERIFY(queue.next() == 5s);
}

void DeadlineQueueTest::tellsWhenTheNextBecomesEarlier()
{
    DeadlineQueue queue;
    int changes = 0;
    queue.onChanged([&] { ++changes; });
    queue.add(2s, [] {});
    QCOMPARE(changes, 1);
    queue.add(3s, [] {});
    QCOMPARE(changes, 1);
    queue.add(1s, [] {});
    QCOMPARE(changes, 2);
}

void DeadlineQueueTest::deadlineRestarts()
{
    DeadlineQueue queue;
    Deadline deadline(queue);
    int calls = 0;
    for (int i = 0; i < 10'000; ++i)
        deadline.start(1s, [&] { ++calls; });
    QCOMPARE(queue.size(), std::size_t(1));
    QVERIFY(deadline.isActive());
    queue.run(1s);
    QVERIFY(!deadline.isActive());
    QCOMPARE(calls, 1);
}

void DeadlineQueueTest::deadlineEndsWithItsOwner()
{
    DeadlineQueue queue;
    {
        Deadline deadline(queue);
        deadline.start(1s, [] { QFAIL("called after the end"); });
    }
    QCOMPARE(queue.size(), std::size_t(0));
    queue.run(2s);
}

void DeadlineQueueTest::deadlineMayRestartItself()
{
    DeadlineQueue queue;
    Deadline deadline(queue);
    int calls = 0;
    std::function<void()> again = [&] {
        if (++calls < 3)
            deadline.start(1s, again);
    };
    deadline.start(1s, again);
    for (int i = 1; i <= 5; ++i)
        queue.run(i * 1s);
    QCOMPARE(calls, 3);
    QVERIFY(!deadline.isActive());
}

void DeadlineQueueTest::deadlineMayDestroyItself()
{
    DeadlineQueue queue;
    auto deadline = std::make_unique<Deadline>(queue);
    deadline->start(1s, [&] { deadline.reset(); });
    queue.run(1s);
    QVERIFY(!deadline);
}

TICKER_TEST(DeadlineQueueTest)
#include "tst_deadline_queue.moc"
