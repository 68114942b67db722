// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/tick_schedule.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

int takeAll(TickSchedule &schedule, TickSchedule::Time now)
{
    int ticks = 0;
    while (schedule.takeTick(now))
        ++ticks;
    return ticks;
}

} // namespace

class TickScheduleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstTickAfterOneInterval();
    void lateWakeUpsDoNotDrift();
    void rateThatIsNoWholeNumber();
    void severalTicksPerWakeUp();
    void shorterIntervalCountsFromTheLastTick();
    void shorterIntervalThatHasPassedIsDueNow();
    void longerIntervalCountsFromTheLastTick();
    void manyChangesDoNotHoldTicksBack();
    void shortStallIsMadeUpFor();
    void longStallIsNot_data();
    void longStallIsNot();
    void slowClockIsLateWithoutStall();
};

void TickScheduleTest::firstTickAfterOneInterval()
{
    TickSchedule schedule(1s);
    schedule.start(5s);
    QVERIFY(schedule.nextDeadline() == 6s);
    QVERIFY(!schedule.takeTick(6s - 1ns));
    QVERIFY(schedule.takeTick(6s));
    QVERIFY(!schedule.takeTick(6s));
    QVERIFY(schedule.nextDeadline() == 7s);
}

void TickScheduleTest::lateWakeUpsDoNotDrift()
{
    TickSchedule schedule(1ms);
    schedule.start(0s);
    for (int k = 1; k <= 100'000; ++k)
        QCOMPARE(takeAll(schedule, k * 1ms + 300us), 1);
    QVERIFY(schedule.nextDeadline() == 100'001ms);
}

void TickScheduleTest::rateThatIsNoWholeNumber()
{
    TickSchedule schedule(333'333'333ns);
    schedule.start(0s);
    int ticks = 0;
    for (auto now = 0ms; now <= 60'001ms; now += 1ms)
        ticks += takeAll(schedule, now);
    QCOMPARE(ticks, 180);
}

void TickScheduleTest::severalTicksPerWakeUp()
{
    TickSchedule schedule(100us);
    schedule.start(0s);
    for (int k = 1; k <= 1000; ++k)
        QCOMPARE(takeAll(schedule, k * 1ms), 10);
}

void TickScheduleTest::shorterIntervalCountsFromTheLastTick()
{
    TickSchedule schedule(1s);
    schedule.start(0s);
    QCOMPARE(takeAll(schedule, 1s + 2ms), 1);
    schedule.setInterval(50ms, 1s + 10ms);
    QVERIFY(schedule.nextDeadline() == 1s + 50ms);
    QCOMPARE(takeAll(schedule, 1s + 50ms), 1);
    QVERIFY(schedule.nextDeadline() == 1s + 100ms);
}

void TickScheduleTest::shorterIntervalThatHasPassedIsDueNow()
{
    TickSchedule schedule(100s);
    schedule.start(0s);
    schedule.setInterval(50ms, 70s);
    QVERIFY(schedule.nextDeadline() == 70s);
    QCOMPARE(takeAll(schedule, 70s), 1);
    QVERIFY(schedule.nextDeadline() == 70s + 50ms);
}

void TickScheduleTest::longerIntervalCountsFromTheLastTick()
{
    TickSchedule schedule(50ms);
    schedule.start(0s);
    QCOMPARE(takeAll(schedule, 50ms), 1);
    schedule.setInterval(1s, 60ms);
    QVERIFY(schedule.nextDeadline() == 1050ms);
}

/// A slider that is dragged sets many intervals a second: ticks go on meanwhile.
void TickScheduleTest::manyChangesDoNotHoldTicksBack()
{
    TickSchedule schedule(50ms);
    schedule.start(0s);
    int ticks = 0;
    for (auto now = 0ms; now < 1000ms; now += 10ms) {
        schedule.setInterval(50ms + (now.count() % 20 == 0 ? 1us : 0us), now);
        ticks += takeAll(schedule, now);
    }
    QVERIFY2(ticks >= 16 && ticks <= 20, qPrintable(QString::number(ticks)));
}

void TickScheduleTest::shortStallIsMadeUpFor()
{
    TickSchedule schedule(10ms);
    schedule.start(0s);
    QCOMPARE(takeAll(schedule, 10ms), 1);
    QCOMPARE(takeAll(schedule, 200ms), 19);
    QVERIFY(schedule.nextDeadline() == 210ms);
}

void TickScheduleTest::longStallIsNot_data()
{
    QTest::addColumn<qint64>("interval");
    QTest::newRow("100 us") << qint64(100'000);
    QTest::newRow("10 ms") << qint64(10'000'000);
    QTest::newRow("1 s") << qint64(1'000'000'000);
}

void TickScheduleTest::longStallIsNot()
{
    QFETCH(qint64, interval);
    const TickSchedule::Time step(interval);
    TickSchedule schedule(step);
    schedule.start(0s);
    QCOMPARE(takeAll(schedule, step), 1);
    const auto awake = 60s + 123ns;
    QCOMPARE(takeAll(schedule, awake), 1);
    QVERIFY(schedule.nextDeadline() == awake + step);
}

/// Late, but less than an interval: the phase is kept.
void TickScheduleTest::slowClockIsLateWithoutStall()
{
    TickSchedule schedule(10s);
    schedule.start(0s);
    QCOMPARE(takeAll(schedule, 15s), 1);
    QVERIFY(schedule.nextDeadline() == 20s);
}

TICKER_TEST(TickScheduleTest)
#include "tst_tick_schedule.moc"
