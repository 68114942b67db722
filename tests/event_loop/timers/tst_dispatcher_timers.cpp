// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "ticker_test.h"
#include "timer_receiver.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QRandomGenerator>

#include <algorithm>

using namespace ticker;
using namespace ticker::test;

/// What Qt promises of timers. On each dispatcher. Times are checked in one direction only, never for being late.
class DispatcherTimersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void neverEarly_data();
    void neverEarly();
    void repeats();
    void repeatsWithoutDrift();
    void tenThousandInOrder();
    void singleShots();

    void excludedTimersWait();
    void passTellsWhetherTimersFired();
    void listsRegisteredTimers();
    void tellsRemainingTime();
    void unregistersAllOfAnObject();
    void waitsUntilADeadline();
};

void DispatcherTimersTest::neverEarly_data()
{
    QTest::addColumn<int>("interval");
    for (const int interval : {0, 1, 2, 5, 19, 50, 133})
        QTest::addRow("%d ms", interval) << interval;
}

void DispatcherTimersTest::neverEarly()
{
    QFETCH(int, interval);
    runOnEach([interval] {
        for (int i = 0; i < 3; ++i) {
            QTimer timer;
            timer.setTimerType(Qt::PreciseTimer);
            timer.setSingleShot(true);
            qint64 elapsed = -1;
            QElapsedTimer clock;
            connect(&timer, &QTimer::timeout, &timer, [&] { elapsed = clock.nsecsElapsed(); });
            clock.start();
            timer.start(interval);
            QVERIFY(waitUntil([&elapsed] { return elapsed >= 0; }));
            QVERIFY2(elapsed >= interval * 1'000'000LL, qPrintable(QString::number(elapsed)));
        }
    });
}

void DispatcherTimersTest::repeats()
{
    runOnEach([] {
        for (const auto type : {Qt::PreciseTimer, Qt::CoarseTimer}) {
            QTimer timer;
            timer.setTimerType(type);
            int count = 0;
            connect(&timer, &QTimer::timeout, &timer, [&count] { ++count; });
            timer.start(2);
            QVERIFY(waitUntil([&count] { return count == 20; }));
            timer.stop();
            passTime(3);
            settle();
            QCOMPARE(count, 20);
        }
    });
}

/// However late it is each time, the k-th is never before k intervals: and no more than one comes for each.
void DispatcherTimersTest::repeatsWithoutDrift()
{
    runOnEach([] {
        constexpr int interval = 5;
        QElapsedTimer clock;
        int count = 0;
        bool isEarly = false;
        Receiver receiver([&](int) {
            ++count;
            isEarly = isEarly || clock.nsecsElapsed() < count * interval * 1'000'000LL;
            passTime(2);
        });
        clock.start();
        const int id = receiver.startTimer(interval, Qt::PreciseTimer);
        QVERIFY(waitUntil([&count] { return count == 40; }));
        receiver.killTimer(id);
        QVERIFY(!isEarly);
    });
}

void DispatcherTimersTest::tenThousandInOrder()
{
    runOnEach([] {
        constexpr int count = 10'000;
        struct Planned
        {
            qint64 earliest = 0; ///< Its deadline is between the two.
            qint64 latest = 0;
            int fired = 0;
        };
        QHash<int, Planned> planned;
        QList<int> order;
        bool isEarly = false;
        QElapsedTimer clock;
        clock.start();
        Receiver receiver([&](int id) {
            Planned &timer = planned[id];
            isEarly = isEarly || clock.nsecsElapsed() < timer.earliest;
            ++timer.fired;
            order.append(id);
            receiver.killTimer(id);
        });
        QRandomGenerator random(4);
        for (int i = 0; i < count; ++i) {
            const int interval = int(random.bounded(300));
            const qint64 before = clock.nsecsElapsed();
            const int id = receiver.startTimer(interval, Qt::PreciseTimer);
            planned.insert(
                id,
                {.earliest = before + interval * 1'000'000LL, .latest = clock.nsecsElapsed() + interval * 1'000'000LL});
        }
        QVERIFY(waitUntil([&order] { return order.size() == count; }));
        QVERIFY(!isEarly);
        QVERIFY(std::all_of(planned.cbegin(), planned.cend(), [](const Planned &timer) { return timer.fired == 1; }));
        for (qsizetype i = 1; i < order.size(); ++i)
            QVERIFY(planned[order[i - 1]].earliest <= planned[order[i]].latest);
    });
}

void DispatcherTimersTest::singleShots()
{
    runOnEach([] {
        int count = 0;
        QObject context;
        for (int i = 0; i < 100; ++i)
            QTimer::singleShot(i % 7, Qt::PreciseTimer, &context, [&count] { ++count; });
        {
            const QObject gone;
            QTimer::singleShot(1, &gone, [&count] { count = -1000; });
        }
        QVERIFY(waitUntil([&count] { return count == 100; }));
        passTime(8);
        settle();
        QCOMPARE(count, 100);
    });
}

void DispatcherTimersTest::excludedTimersWait()
{
    runOnEach([] {
        Receiver receiver([&receiver](int id) { receiver.killTimer(id); });
        receiver.startTimer(1);
        passTime(2);
        for (int i = 0; i < 5; ++i)
            pass(QEventLoop::X11ExcludeTimers);
        QVERIFY(receiver.fired.isEmpty());
        pass();
        QCOMPARE(receiver.fired.size(), 1);
    });
}

void DispatcherTimersTest::passTellsWhetherTimersFired()
{
    runOnEach([] {
        settle();
        Receiver receiver;
        receiver.startTimer(1, Qt::PreciseTimer);
        passTime(2);
        QVERIFY(pass());
        QVERIFY(!receiver.fired.isEmpty());
        receiver.fired.clear();
        QVERIFY(QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents));
    });
}

void DispatcherTimersTest::listsRegisteredTimers()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        QObject object;
        QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
        const int precise = object.startTimer(1234, Qt::PreciseTimer);
        const int coarse = object.startTimer(500, Qt::CoarseTimer);
        const int slow = object.startTimer(7000, Qt::VeryCoarseTimer);
        QHash<int, std::pair<int, Qt::TimerType>> found;
        for (const auto &timer : dispatcher->registeredTimers(&object))
            found.insert(timer.timerId, {timer.interval, timer.timerType});
        QCOMPARE(found.size(), 3);
        QCOMPARE(found.value(precise), std::pair(1234, Qt::PreciseTimer));
        QCOMPARE(found.value(coarse), std::pair(500, Qt::CoarseTimer));
        QCOMPARE(found.value(slow), std::pair(7000, Qt::VeryCoarseTimer));
        object.killTimer(coarse);
        QCOMPARE(dispatcher->registeredTimers(&object).size(), 2);
    });
}

void DispatcherTimersTest::tellsRemainingTime()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        QObject object;
        const int id = object.startTimer(10'000, Qt::PreciseTimer);
        const int remaining = dispatcher->remainingTime(id);
        QVERIFY(remaining > 0 && remaining <= 10'001); // Qt's dispatcher over poll() adds a millisecond to whole ones
        const int due = object.startTimer(1, Qt::PreciseTimer);
        passTime(2);
        QCOMPARE(dispatcher->remainingTime(due), 0);
        object.killTimer(due);
        QTimer timer;
        QCOMPARE(timer.remainingTime(), -1);
        timer.start(3'600'000);
        QVERIFY(timer.remainingTime() > 3'000'000);
    });
}

void DispatcherTimersTest::unregistersAllOfAnObject()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        Receiver object;
        Receiver other;
        for (int i = 0; i < 10; ++i) {
            object.startTimer(1);
            other.startTimer(1);
        }
        QVERIFY(dispatcher->unregisterTimers(&object));
        QVERIFY(dispatcher->registeredTimers(&object).isEmpty());
        QCOMPARE(dispatcher->registeredTimers(&other).size(), 10);
        QVERIFY(waitUntil([&other] { return other.fired.size() >= 10; }));
        QVERIFY(object.fired.isEmpty());
    });
}

void DispatcherTimersTest::waitsUntilADeadline()
{
    runOnEach([] {
        QTimer tick; // else nothing would end the waits
        tick.start(3);
        const QDeadlineTimer deadline(60, Qt::PreciseTimer);
        QElapsedTimer clock;
        clock.start();
        int passes = 0;
        while (!deadline.hasExpired()) {
            QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
            ++passes;
        }
        QVERIFY(clock.elapsed() >= 60);
        QVERIFY2(passes <= 60, "it spins"); // some 20 ticks, each of which may be noticed in two passes
    });
}

TICKER_CORE_TEST(DispatcherTimersTest)
#include "tst_dispatcher_timers.moc"
