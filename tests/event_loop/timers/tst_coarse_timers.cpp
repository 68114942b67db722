// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fire_timers.h"
#include "ticker_test.h"

#include <QObject>
#include <QRandomGenerator>

using namespace std::chrono_literals;
using namespace ticker;

using Time = EpollTimers::Time;
using ticker::test::fire;

/// How deadlines of timers that need not be precise are rounded.
class CoarseTimersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundsCoarseDeadlines_data();
    void roundsCoarseDeadlines();
    void coarseOnesMeet();
    void veryCoarseOnesKeepSeconds_data();
    void veryCoarseOnesKeepSeconds();
    void longestIntervals();
};

void CoarseTimersTest::roundsCoarseDeadlines_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<qint64>("step");
    const auto row = [](int interval, std::chrono::nanoseconds step) {
        QTest::addRow("%d ms", interval) << interval << qint64(step.count());
    };
    row(0, 1ns);
    row(1, 1ns);
    row(20, 1ns);
    row(21, 1ms);
    row(39, 1ms);
    row(40, 2ms);
    row(100, 5ms);
    row(1000, 50ms);
    row(19'999, 500ms);
    row(20'000, 1s);
    row(3'600'000, 1s);
}

/// Late by at most 5 %, never early, on a multiple of the step; and the rounding does not add up.
void CoarseTimersTest::roundsCoarseDeadlines()
{
    QFETCH(int, interval);
    QFETCH(qint64, step);
    QRandomGenerator random(2);
    for (int i = 0; i < 200; ++i) {
        EpollTimers timers;
        const Time start(random.bounded(qint64(10'000'000'000)));
        const std::chrono::nanoseconds period = std::chrono::milliseconds(interval);
        timers.add(1, period, Qt::CoarseTimer, this, start);
        for (int k = 1; k < 5; ++k) {
            const Time deadline = *timers.nextDeadline();
            const Time ideal = start + k * period;
            QVERIFY(deadline >= ideal);
            QVERIFY(deadline - ideal <= period / 20);
            QCOMPARE(deadline.count() % step, 0);
            if (interval == 0)
                break;
            QCOMPARE(fire(timers, deadline), QList<int>{1});
        }
    }
}

void CoarseTimersTest::coarseOnesMeet()
{
    EpollTimers timers;
    for (int id = 1; id <= 50; ++id)
        timers.add(id, 1s, Qt::CoarseTimer, this, id * 1ms + 1ns);
    QCOMPARE(fire(timers, 1050ms - 1ns).size(), 0);
    QCOMPARE(fire(timers, 1050ms).size(), 49);
    QCOMPARE(fire(timers, 1100ms).size(), 1);
}

void CoarseTimersTest::veryCoarseOnesKeepSeconds_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("seconds");
    QTest::newRow("0") << 0 << 1;
    QTest::newRow("400") << 400 << 1;
    QTest::newRow("1499") << 1499 << 1;
    QTest::newRow("1500") << 1500 << 2;
    QTest::newRow("60000") << 60'000 << 60;
}

void CoarseTimersTest::veryCoarseOnesKeepSeconds()
{
    QFETCH(int, interval);
    QFETCH(int, seconds);
    EpollTimers timers;
    timers.add(1, std::chrono::milliseconds(interval), Qt::VeryCoarseTimer, this, 300ms);
    for (int k = 1; k < 5; ++k) {
        const Time deadline = std::chrono::seconds(k * seconds + 1);
        QCOMPARE(*timers.nextDeadline(), deadline);
        QVERIFY(fire(timers, deadline - 1ns).isEmpty());
        QCOMPARE(fire(timers, deadline), QList<int>{1});
    }
    QCOMPARE(timers.timersOf(this).first().interval, std::chrono::nanoseconds(std::chrono::milliseconds(interval)));
}

void CoarseTimersTest::longestIntervals()
{
    EpollTimers timers;
    const auto longest = std::chrono::nanoseconds::max();
    timers.add(1, longest, Qt::PreciseTimer, this, 5s);
    timers.add(2, longest, Qt::CoarseTimer, this, 5s);
    timers.add(3, longest, Qt::VeryCoarseTimer, this, 5s);
    QVERIFY(*timers.nextDeadline() > longest - 2s);
    QVERIFY(fire(timers, longest - 2s).isEmpty());
    QCOMPARE(fire(timers, longest).size(), 3);
    QCOMPARE(*timers.nextDeadline(), longest);
}

TICKER_TEST(CoarseTimersTest)
#include "tst_coarse_timers.moc"
