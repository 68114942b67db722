// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock/tick_clock.h"
#include "ticker_test.h"

#include <QSignalSpy>

#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

/// A clock whose time stands still until it is moved: what a wake-up finds due does not depend on when it comes.
struct Bench final
{
    explicit Bench(std::chrono::nanoseconds interval)
    {
        clock->setInterval(interval);
        QObject::connect(clock.get(), &TickClock::ticked, clock.get(), [this](int count) { ticks += count; });
    }

    std::chrono::nanoseconds now = 0s;
    std::unique_ptr<TickClock> clock = std::make_unique<TickClock>([this] { return now; });
    int ticks = 0;

    /// Lets the event loop turn; whatever is due and armed is done then.
    static void settle() { QCoreApplication::processEvents(QEventLoop::AllEvents); }
};

} // namespace

class TickClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaults();
    void severalTicksPerWakeUp();
    void manyTicksAreMadeInTurns();
    void noBurstAfterAStall();
    void noBurstAfterAPause();
    void changeTakesEffectAtOnce();
    void ticksGoOnAfterAChange_data();
    void ticksGoOnAfterAChange();
    void slotMayStop();
    void slotMayChangeTheInterval();
    void slotMayStopAndStart();
    void slotMayDelete();
    void runsOnTheSteadyClock();
};

void TickClockTest::defaults()
{
    const TickClock clock;
    QVERIFY(!clock.isRunning());
    QVERIFY(clock.interval() == 1s);
    QCOMPARE(clock.actualRateHz(), 0.0);
}

void TickClockTest::severalTicksPerWakeUp()
{
    Bench bench(1ms);
    bench.clock->start();
    QVERIFY(bench.clock->isRunning());
    bench.now = 1ms;
    QTRY_COMPARE(bench.ticks, 1);
    bench.now = 6ms;
    QTRY_COMPARE(bench.ticks, 6);
}

void TickClockTest::manyTicksAreMadeInTurns()
{
    Bench bench(100us);
    bench.clock->start();
    bench.now = 100us;
    QTRY_COMPARE(bench.ticks, 1);
    int turns = 0;
    int before = bench.ticks;
    bench.now = 200ms;
    while (bench.ticks < 2000) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(bench.ticks - before <= 64);
        before = bench.ticks;
        QVERIFY(++turns < 10'000);
    }
    QCOMPARE(bench.ticks, 2000);
    QVERIFY(bench.clock->isRunning());
}

void TickClockTest::noBurstAfterAStall()
{
    Bench bench(1ms);
    bench.clock->start();
    bench.now = 1ms;
    QTRY_COMPARE(bench.ticks, 1);
    bench.now = 60s;
    QTRY_COMPARE(bench.ticks, 2);
    bench.now += 1ms;
    QTRY_COMPARE(bench.ticks, 3);
}

void TickClockTest::noBurstAfterAPause()
{
    Bench bench(1ms);
    bench.clock->start();
    bench.now = 1ms;
    QTRY_COMPARE(bench.ticks, 1);
    bench.clock->stop();
    QVERIFY(!bench.clock->isRunning());
    QCOMPARE(bench.clock->actualRateHz(), 0.0);
    bench.now = 60s;
    bench.clock->start();
    Bench::settle();
    QCOMPARE(bench.ticks, 1);
    bench.now += 1ms;
    QTRY_COMPARE(bench.ticks, 2);
}

void TickClockTest::changeTakesEffectAtOnce()
{
    Bench bench(100s);
    bench.clock->start();
    bench.now = 60s;
    bench.clock->setInterval(50ms);
    QTRY_COMPARE(bench.ticks, 1);
    QVERIFY(bench.clock->interval() == 50ms);
}

void TickClockTest::ticksGoOnAfterAChange_data()
{
    QTest::addColumn<qint64>("nanoseconds");
    QTest::newRow("0.1 ms") << qint64(100'000);
    QTest::newRow("1 ms") << qint64(1'000'000);
    QTest::newRow("1.5 ms") << qint64(1'500'000);
    QTest::newRow("5 ms") << qint64(5'000'000);
}

void TickClockTest::ticksGoOnAfterAChange()
{
    QFETCH(qint64, nanoseconds);
    const std::chrono::nanoseconds interval(nanoseconds);
    Bench bench(1s);
    bench.clock->start();
    bench.clock->setInterval(interval);
    for (int tick = 1; tick <= 5; ++tick) {
        bench.now += interval;
        QTRY_COMPARE(bench.ticks, tick);
    }
}

void TickClockTest::slotMayStop()
{
    Bench bench(1ms);
    connect(bench.clock.get(), &TickClock::ticked, this, [&bench] {
        if (bench.ticks >= 3)
            bench.clock->stop();
    });
    bench.clock->start();
    bench.now = 1ms;
    QTRY_COMPARE(bench.ticks, 1);
    bench.now = 10ms;
    QTRY_VERIFY(!bench.clock->isRunning());
    QCOMPARE(bench.ticks, 10); // what was due together was made together
    bench.now = 20ms;
    Bench::settle();
    QCOMPARE(bench.ticks, 10);
}

void TickClockTest::slotMayChangeTheInterval()
{
    Bench bench(1ms);
    connect(bench.clock.get(), &TickClock::ticked, this, [&bench] { bench.clock->setInterval(1s); });
    bench.clock->start();
    bench.now = 10ms;
    QTRY_COMPARE(bench.ticks, 1);
    Bench::settle();
    QCOMPARE(bench.ticks, 1);
}

void TickClockTest::slotMayStopAndStart()
{
    Bench bench(1ms);
    connect(bench.clock.get(), &TickClock::ticked, this, [&bench] {
        bench.clock->stop();
        bench.clock->start();
    });
    bench.clock->start();
    bench.now = 10ms;
    QTRY_COMPARE(bench.ticks, 1);
    bench.now = 11ms;
    QTRY_COMPARE(bench.ticks, 2);
}

void TickClockTest::slotMayDelete()
{
    Bench bench(1ms);
    connect(bench.clock.get(), &TickClock::ticked, this, [&bench] { bench.clock.reset(); });
    bench.clock->start();
    bench.now = 10ms;
    QTRY_VERIFY(!bench.clock);
}

void TickClockTest::runsOnTheSteadyClock()
{
    TickClock clock;
    clock.setInterval(1ms);
    QSignalSpy ticks(&clock, &TickClock::ticked);
    clock.start();
    QTRY_VERIFY(ticks.size() >= 200);
    QVERIFY(clock.actualRateHz() > 0);
}

TICKER_CORE_TEST(TickClockTest)
#include "tst_tick_clock.moc"
