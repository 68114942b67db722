// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fire_timers.h"
#include "ticker_test.h"

#include <QObject>
#include <QRandomGenerator>

#include <algorithm>
#include <map>
#include <set>

using namespace std::chrono_literals;
using namespace ticker;

using Time = EpollTimers::Time;
using ticker::test::fire;

/// The timers without a loop, at times of their own.
class EpollTimersTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isDueAtItsDeadline();
    void repeatsWithoutDrift();
    void skipsWhatWasMissed();
    void firesInOrderOfDeadlines();
    void firesEachOncePerPass();
    void leavesNewOnesToTheNextPass();
    void isNotDueWhileItFires();
    void removedWhileDue();
    void removedWhileItFires();
    void idReusedWhileItFires();
    void replacesSameId();

    void tellsRemainingTime();
    void listsTimersOfAnObject();
    void removesAllOfAnObject();
    void setsDeadlines();
    void setsDeadlineWhileItFires();
    void againstAModel();
};

void EpollTimersTest::isDueAtItsDeadline()
{
    EpollTimers timers;
    QVERIFY(!timers.nextDeadline());
    timers.add(1, 10ns, Qt::PreciseTimer, this, 100ns);
    QCOMPARE(*timers.nextDeadline(), Time(110));
    QVERIFY(fire(timers, 109ns).isEmpty());
    QCOMPARE(fire(timers, 110ns), QList<int>{1});
    QVERIFY(fire(timers, 110ns).isEmpty());
}

void EpollTimersTest::repeatsWithoutDrift()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 7ns);
    Time late = 0ns;
    for (int i = 1; i <= 1000; ++i) {
        const Time deadline = 7ns + i * 1ms;
        QCOMPARE(*timers.nextDeadline(), deadline);
        late = (late + 77'777ns) % Time(1ms);
        QCOMPARE(fire(timers, deadline + late), QList<int>{1});
    }
}

void EpollTimersTest::skipsWhatWasMissed()
{
    EpollTimers timers;
    timers.add(1, 10ms, Qt::PreciseTimer, this, 0ms);
    QCOMPARE(fire(timers, 20ms), QList<int>{1}); // the second is due right now, so none was missed
    QCOMPARE(*timers.nextDeadline(), Time(20ms));
    QCOMPARE(fire(timers, 47ms), QList<int>{1});
    QCOMPARE(*timers.nextDeadline(), Time(57ms));
}

void EpollTimersTest::firesInOrderOfDeadlines()
{
    EpollTimers timers;
    timers.add(1, 3ms, Qt::PreciseTimer, this, 0ms);
    timers.add(2, 1ms, Qt::PreciseTimer, this, 0ms);
    timers.add(3, 2ms, Qt::PreciseTimer, this, 0ms);
    timers.add(4, 1ms, Qt::PreciseTimer, this, 0ms);
    QCOMPARE(fire(timers, 3ms), (QList<int>{2, 4, 3, 1}));
}

void EpollTimersTest::firesEachOncePerPass()
{
    EpollTimers timers;
    timers.add(1, 0ms, Qt::PreciseTimer, this, 5ms);
    timers.add(2, 0ms, Qt::CoarseTimer, this, 5ms);
    timers.add(3, 1ms, Qt::PreciseTimer, this, 4ms);
    QCOMPARE(fire(timers, 5ms), (QList<int>{1, 2, 3}));
    QCOMPARE(fire(timers, 5ms), (QList<int>{1, 2}));
    QCOMPARE(*timers.nextDeadline(), Time(5ms));
    QCOMPARE(fire(timers, 6ms), (QList<int>{1, 2, 3}));
}

void EpollTimersTest::leavesNewOnesToTheNextPass()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    timers.add(2, 2ms, Qt::PreciseTimer, this, 0ms);
    const auto pass = timers.beginPass(2ms);
    auto due = timers.takeDue(pass);
    QCOMPARE(due->id, 1);
    timers.add(3, 0ms, Qt::PreciseTimer, this, 2ms);
    timers.remove(1);
    timers.add(1, 0ms, Qt::PreciseTimer, this, 2ms);
    timers.finish(*due);
    due = timers.takeDue(pass);
    QCOMPARE(due->id, 2);
    timers.finish(*due);
    QVERIFY(!timers.takeDue(pass));
    QCOMPARE(fire(timers, 2ms), (QList<int>{3, 1}));
}

void EpollTimersTest::isNotDueWhileItFires()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    timers.add(2, 5ms, Qt::PreciseTimer, this, 0ms);
    const auto due = timers.takeDue(timers.beginPass(1ms));
    QCOMPARE(*timers.nextDeadline(), Time(5ms));
    QCOMPARE(*timers.remaining(1, 1ms), Time(1ms));
    QCOMPARE(fire(timers, 10ms), QList<int>{2}); // a nested loop
    timers.finish(*due);
    QCOMPARE(fire(timers, 10ms), (QList<int>{1, 2}));
}

void EpollTimersTest::removedWhileDue()
{
    EpollTimers timers;
    for (int id = 1; id <= 5; ++id)
        timers.add(id, 1ms, Qt::PreciseTimer, this, 0ms);
    const auto pass = timers.beginPass(1ms);
    const auto due = timers.takeDue(pass);
    QVERIFY(timers.remove(2));
    QVERIFY(timers.remove(5));
    QVERIFY(!timers.remove(5));
    timers.finish(*due);
    QCOMPARE(timers.takeDue(pass)->id, 3);
    QCOMPARE(timers.takeDue(pass)->id, 4);
    QVERIFY(!timers.takeDue(pass));
}

void EpollTimersTest::removedWhileItFires()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    const auto due = timers.takeDue(timers.beginPass(1ms));
    QVERIFY(timers.remove(1));
    timers.finish(*due);
    QVERIFY(!timers.nextDeadline());
    QVERIFY(!timers.remaining(1, 1ms));
}

/// Neither the id nor the place in memory tells the new timer from the one that fires.
void EpollTimersTest::idReusedWhileItFires()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    const auto due = timers.takeDue(timers.beginPass(1ms));
    QVERIFY(timers.remove(1));
    timers.add(1, 10ms, Qt::PreciseTimer, this, 1ms);
    timers.finish(*due);
    QCOMPARE(*timers.nextDeadline(), Time(11ms));
    QCOMPARE(fire(timers, 11ms), QList<int>{1});
}

void EpollTimersTest::replacesSameId()
{
    EpollTimers timers;
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    timers.add(1, 7ms, Qt::PreciseTimer, this, 0ms);
    QCOMPARE(timers.timersOf(this).size(), 1);
    QVERIFY(fire(timers, 6ms).isEmpty());
    QCOMPARE(fire(timers, 7ms), QList<int>{1});
}

void EpollTimersTest::tellsRemainingTime()
{
    EpollTimers timers;
    QVERIFY(!timers.remaining(1, 0ms));
    timers.add(1, 10ms, Qt::PreciseTimer, this, 0ms);
    QCOMPARE(*timers.remaining(1, 0ms), Time(10ms));
    QCOMPARE(*timers.remaining(1, 9'999'999ns), Time(1));
    QCOMPARE(*timers.remaining(1, 10ms), Time(0));
    QCOMPARE(*timers.remaining(1, 1h), Time(0));
}

void EpollTimersTest::listsTimersOfAnObject()
{
    EpollTimers timers;
    const QObject other;
    QVERIFY(timers.timersOf(this).isEmpty());
    timers.add(1, 1ms, Qt::PreciseTimer, this, 0ms);
    timers.add(2, 30s, Qt::CoarseTimer, this, 0ms);
    timers.add(3, 1500ms, Qt::VeryCoarseTimer, this, 0ms);
    auto list = timers.timersOf(this);
    std::sort(list.begin(), list.end(), [](const auto &left, const auto &right) { return left.id < right.id; });
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[1].id, 2);
    QCOMPARE(list[1].interval, Time(30s));
    QCOMPARE(list[1].type, Qt::CoarseTimer);
    QCOMPARE(list[2].interval, Time(1500ms));
    QCOMPARE(list[2].type, Qt::VeryCoarseTimer);
    QVERIFY(timers.timersOf(&other).isEmpty());
    for (const int id : {2, 3, 1})
        timers.remove(id);
    QVERIFY(timers.timersOf(this).isEmpty());
}

void EpollTimersTest::removesAllOfAnObject()
{
    EpollTimers timers;
    QObject other;
    for (int id = 1; id <= 6; ++id)
        timers.add(id, 1ms, Qt::PreciseTimer, id % 2 == 0 ? this : &other, 0ms);
    const auto pass = timers.beginPass(1ms);
    const auto due = timers.takeDue(pass);
    QCOMPARE(due->object, &other);
    QVERIFY(timers.removeAll(&other));
    QVERIFY(!timers.removeAll(&other));
    timers.finish(*due);
    QCOMPARE(fire(timers, 1ms), (QList<int>{2, 4, 6}));
    QVERIFY(timers.timersOf(&other).isEmpty());
}

void EpollTimersTest::setsDeadlines()
{
    EpollTimers timers;
    timers.add(1, 10ms, Qt::PreciseTimer, this, 0ms);
    timers.add(2, 1s, Qt::CoarseTimer, this, 0ms);
    QVERIFY(!timers.setDeadline(3, 1ms, 0ms));
    QVERIFY(timers.setDeadline(1, 1'234'567ns, 1ms));
    QCOMPARE(*timers.nextDeadline(), Time(2'234'567));
    QCOMPARE(fire(timers, 2'234'567ns), QList<int>{1});
    QCOMPARE(*timers.nextDeadline(), Time(12'234'567)); // goes on from there
    QVERIFY(timers.setDeadline(2, 3'000'001ns, 0ms));
    QVERIFY(fire(timers, 3ms).isEmpty());
    QCOMPARE(fire(timers, 3'000'001ns), QList<int>{2}); // exact, though it is coarse
    QVERIFY(timers.setDeadline(1, -5ms, 4ms));
    QCOMPARE(*timers.nextDeadline(), Time(4ms));
}

void EpollTimersTest::setsDeadlineWhileItFires()
{
    EpollTimers timers;
    timers.add(1, 10ms, Qt::PreciseTimer, this, 0ms);
    const auto due = timers.takeDue(timers.beginPass(10ms));
    QVERIFY(timers.setDeadline(1, 300us, 10ms));
    QVERIFY(!timers.nextDeadline());
    timers.finish(*due);
    QCOMPARE(*timers.nextDeadline(), Time(10'300us));
}

/// Ten thousand steps of everything, beside a list that is searched from end to end.
void EpollTimersTest::againstAModel()
{
    struct Model
    {
        Time interval;
        Time deadline;
    };
    QRandomGenerator random(3);
    EpollTimers timers;
    std::map<int, Model> model;
    Time now = 0ns;
    for (int step = 0; step < 10'000; ++step) {
        now += Time(random.bounded(50));
        const int id = 1 + int(random.bounded(200));
        switch (random.bounded(4)) {
        case 0: {
            const Time interval(1 + random.bounded(500));
            timers.add(id, interval, Qt::PreciseTimer, this, now);
            model[id] = {interval, now + interval};
            break;
        }
        case 1:
            QCOMPARE(timers.remove(id), model.erase(id) == 1);
            break;
        case 2: {
            const Time wait(random.bounded(300));
            QCOMPARE(timers.setDeadline(id, wait, now), model.count(id) == 1);
            if (model.count(id) == 1)
                model[id].deadline = now + wait;
            break;
        }
        default: {
            std::set<int> expected;
            for (auto &[other, timer] : model) {
                if (timer.deadline > now)
                    continue;
                expected.insert(other);
                timer.deadline += timer.interval;
                if (timer.deadline < now)
                    timer.deadline = now + timer.interval;
            }
            const QList<int> fired = fire(timers, now);
            QCOMPARE(std::set<int>(fired.begin(), fired.end()), expected);
            QCOMPARE(fired.size(), qsizetype(expected.size()));
        }
        }
        const auto earliest = std::min_element(model.begin(), model.end(), [](const auto &left, const auto &right) {
            return left.second.deadline < right.second.deadline;
        });
        QCOMPARE(timers.nextDeadline(),
                 earliest == model.end() ? std::nullopt : std::optional<Time>(earliest->second.deadline));
    }
}

TICKER_TEST(EpollTimersTest)
#include "tst_epoll_timers.moc"
