// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_schedule.h"
#include "ticker_test.h"

#include <limits>
#include <vector>

using namespace ticker;
using namespace std::chrono_literals;
using Time = ReplaySchedule::Time;

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 start = 1'767'605'400 * second;

/// Plays ticks at these times as a patient player would, each when it is due, and says when that was.
std::vector<Time> play(const ReplaySchedule::Options &options, const std::vector<qint64> &times, Time begin)
{
    ReplaySchedule schedule(options);
    schedule.begin(times.front(), begin);
    std::vector<Time> moments;
    for (std::size_t i = 0; i < times.size(); ++i) {
        moments.push_back(*schedule.due());
        if (i + 1 < times.size())
            schedule.advance(times[i + 1], moments.back());
    }
    return moments;
}

} // namespace

class ReplayScheduleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realGaps();
    void speeds_data();
    void speeds();
    void inaccuracyDoesNotAddUp();
    void skippedGaps();
    void skippingDuringAGap();
    void pauseKeepsThePlace();
    void steppingWhilePaused();
    void speedChangesKeepThePlace();
    void lateTicksAreMadeUpFor();
    void stallsAreGivenUp();
    void loops();
    void loopsWhilePaused();
    void beginsAnew();
    void ticksThatComeLater();
    void ticksThatComeLaterAreCaughtUpWith();
    void centuries();
};

void ReplayScheduleTest::realGaps()
{
    const std::vector<qint64> times{start, start, start + 1, start + second / 2, start + 3600 * second};
    const std::vector<Time> expected{7s, 7s, 7s + 1ns, 7500ms, 3607s};
    QVERIFY(play({}, times, 7s) == expected);
}

void ReplayScheduleTest::speeds_data()
{
    QTest::addColumn<double>("speed");
    for (const double speed : {0.1, 0.5, 1.0, 3.0, 60.0, 1000.0})
        QTest::addRow("%g", speed) << speed;
}

void ReplayScheduleTest::speeds()
{
    QFETCH(double, speed);
    ReplaySchedule::Options options;
    options.speed = speed;
    const auto moments = play(options, {start, start + 6 * second, start + 600 * second}, 1s);
    QCOMPARE(qint64(moments[1].count()), qint64(second + qRound64(6e9 / speed)));
    QCOMPARE(qint64(moments[2].count()), qint64(second + qRound64(600e9 / speed)));
}

/// A third of a millisecond is no whole number of nanoseconds.
void ReplayScheduleTest::inaccuracyDoesNotAddUp()
{
    ReplaySchedule::Options options;
    options.speed = 3;
    std::vector<qint64> times;
    for (int i = 0; i <= 300'000; ++i)
        times.push_back(start + i * (second / 1000));
    QVERIFY(play(options, times, 0s).back() == 100s);
}

void ReplayScheduleTest::skippedGaps()
{
    ReplaySchedule::Options options;
    options.skipGaps = true;
    const std::vector<qint64> times{start, start + second / 2, start + 2 * second, start + 3 * second,
                                    start + 86'400 * second};
    QVERIFY(play(options, times, 0s) == (std::vector<Time>{0s, 500ms, 1500ms, 2500ms, 3500ms}));
    options.longestGap = 200ms;
    options.speed = 2;
    QVERIFY(play(options, times, 0s) == (std::vector<Time>{0s, 100ms, 200ms, 300ms, 400ms}));
}

void ReplayScheduleTest::skippingDuringAGap()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.advance(start + 3600 * second, 0s);
    QVERIFY(schedule.due() == Time(3600s));
    schedule.setSkipGaps(true, 200ms);
    QVERIFY(schedule.due() == Time(1s)); // 200 ms of that second have passed
    schedule.setSkipGaps(false, 300ms);
    QVERIFY(schedule.due() == Time(3600s));
    schedule.setSkipGaps(true, 60s); // the second is long over
    QVERIFY(schedule.due() == Time(60s));
    schedule.setSkipGaps(false, 61s); // the tick was late for a second, in which nothing passed
    QVERIFY(schedule.due() == Time(3601s));
    schedule.setSkipGaps(true, 62s);
    schedule.advance(start + 3601 * second, 62s);
    QVERIFY(schedule.due() == Time(63s));
}

void ReplayScheduleTest::pauseKeepsThePlace()
{
    ReplaySchedule schedule({});
    QVERIFY(!schedule.due());
    schedule.begin(start, 0s);
    schedule.advance(start + 10 * second, 0s);
    schedule.pause(4s);
    QVERIFY(schedule.isPaused() && !schedule.due() && !schedule.isDue(1000s));
    schedule.pause(5s); // does nothing
    schedule.resume(100s);
    QVERIFY(schedule.due() == Time(106s));
    schedule.resume(101s); // does nothing
    QVERIFY(schedule.due() == Time(106s));
    QVERIFY(!schedule.isDue(106s - 1ns) && schedule.isDue(106s));
}

void ReplayScheduleTest::steppingWhilePaused()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.advance(start + 10 * second, 0s);
    schedule.pause(4s);
    schedule.advance(start + 12 * second, 5s); // the tick of second 10 was played by hand
    schedule.resume(100s);
    QVERIFY(schedule.due() == Time(102s));
}

void ReplayScheduleTest::speedChangesKeepThePlace()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.advance(start + 10 * second, 0s);
    schedule.setSpeed(2, 4s); // 6 s are left
    QVERIFY(schedule.due() == Time(7s));
    schedule.pause(5s); // 4 s are left
    schedule.setSpeed(0.5, 50s);
    schedule.resume(100s);
    QVERIFY(schedule.due() == Time(108s));
    schedule.setSpeed(1000, 200s); // it is late by now
    QVERIFY(schedule.due() == Time(200s));
}

/// A busy moment does not slow the file down.
void ReplayScheduleTest::lateTicksAreMadeUpFor()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    for (int i = 1; i <= 100; ++i)
        schedule.advance(start + i * second, Time(i * 1s) - 1s + 250ms);
    QVERIFY(schedule.due() == Time(100s));
}

void ReplayScheduleTest::stallsAreGivenUp()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.advance(start + second / 1000, 0s);
    QVERIFY(schedule.isDue(3600s));
    schedule.advance(start + 2 * (second / 1000), 3600s);
    QVERIFY(schedule.due() == Time(3600s + 1ms));
}

void ReplayScheduleTest::loops()
{
    ReplaySchedule::Options options;
    options.speed = 2;
    options.loopGap = 3s;
    ReplaySchedule schedule(options);
    schedule.begin(start, 0s);
    auto round = 0ms;
    for (int i = 0; i < 1000; ++i) {
        QVERIFY(schedule.due() == Time(round));
        schedule.advance(start + second, round);
        QVERIFY(schedule.due() == Time(round + 500ms));
        schedule.loop(start, round + 501ms); // a little late, which does not add up
        round += 2000ms;
    }
    schedule.loop(start, 10'000s); // after a stall
    QVERIFY(schedule.due() == Time(10'001s + 500ms));
}

void ReplayScheduleTest::loopsWhilePaused()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.pause(0s);
    schedule.loop(start, 5s);
    schedule.resume(10s);
    QVERIFY(schedule.due() == Time(11s));
}

void ReplayScheduleTest::beginsAnew()
{
    ReplaySchedule schedule({});
    schedule.begin(start, 0s);
    schedule.advance(start + 10 * second, 0s);
    schedule.begin(start - 5 * second, 3s); // a jump back
    QVERIFY(schedule.due() == Time(3s));
    schedule.pause(4s);
    schedule.begin(start, 5s);
    QVERIFY(schedule.isPaused());
    schedule.resume(9s);
    QVERIFY(schedule.due() == Time(9s));
}

/// They are due as if they had been there, whatever changed meanwhile.
void ReplayScheduleTest::ticksThatComeLater()
{
    ReplaySchedule::Options options;
    options.catchUp = true;
    ReplaySchedule schedule(options);
    schedule.begin(start, 0s);
    schedule.await(0s);
    schedule.await(2s);
    schedule.advance(start + 5 * second, 3s); // early
    QVERIFY(schedule.due() == Time(5s));
    schedule.await(5s);
    schedule.advance(start + 7 * second, 9s); // late
    QVERIFY(schedule.isDue(9s));
    schedule.advance(start + 12 * second, 9s);
    QVERIFY(schedule.due() == Time(12s));
    schedule.await(12s);
    schedule.setSpeed(2, 16s);
    schedule.advance(start + 14 * second, 20s);
    QVERIFY(schedule.isDue(20s));
    schedule.await(20s);
    schedule.advance(start + 26 * second, 20s); // 4 s at speed 1, the rest at speed 2
    QVERIFY(schedule.due() == Time(21s));
}

/// Nothing that was missed is given up.
void ReplayScheduleTest::ticksThatComeLaterAreCaughtUpWith()
{
    ReplaySchedule::Options options;
    options.catchUp = true;
    ReplaySchedule schedule(options);
    schedule.begin(start, 0s);
    schedule.await(0s);
    for (int i = 1; i <= 60; ++i) {
        schedule.advance(start + i * second, 60s);
        QVERIFY(schedule.isDue(60s));
    }
    schedule.advance(start + 61 * second, 60s);
    QVERIFY(schedule.due() == Time(61s));
    schedule.await(61s);
    schedule.loop(start, 500s); // a round begins with its first tick
    QVERIFY(schedule.due() == Time(501s));
}

void ReplayScheduleTest::centuries()
{
    constexpr qint64 endOfTime = std::numeric_limits<qint64>::max();
    ReplaySchedule::Options options;
    options.speed = 0.1;
    ReplaySchedule schedule(options);
    schedule.begin(0, 5s);
    schedule.advance(endOfTime, 5s);
    QVERIFY(schedule.due() == Time(endOfTime));
    schedule.setSpeed(1000, 6s);
    QVERIFY(schedule.due() > Time(9'000'000s) && schedule.due() < Time(9'300'000s));
    for (int i = 0; i < 10; ++i) {
        schedule.loop(0, *schedule.due());
        schedule.advance(endOfTime, *schedule.due());
    }
    QVERIFY(schedule.due() > Time(90'000'000s) && schedule.due() < Time(103'000'000s));
}

TICKER_TEST(ReplayScheduleTest)
#include "tst_replay_schedule.moc"
