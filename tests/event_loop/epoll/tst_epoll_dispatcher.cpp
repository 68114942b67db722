// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "epoll/epoll_dispatcher.h"
#include "socket_pair.h"
#include "ticker_test.h"

#include <QElapsedTimer>
#include <QSemaphore>

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

using namespace ticker;
using namespace ticker::test;

using Type = QSocketNotifier::Type;

/// What our dispatcher promises beyond Qt's.
class EpollDispatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passThatSentPostedEventsDoesNotWait();
    void nestedPassTakesNoWakeUpAway();
    void nestedPassTakesNoInterruptAway();
    void waitsAfterWakeUpsWithoutSockets();
    void takesABoundedNumberOfDescriptors();

    void hitsDeadlines();
    void deadlineOfARepeatingTimer();
    void deadlinesOfOthersAreIgnored();
    void keepsARateByDeadlines();

    void noDescriptorsLeft();
    void withoutNanoseconds();
};

/// Waits for what there is; hangs if that is nothing.
static bool waitOnce()
{
    return QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
}

void EpollDispatcherTest::passThatSentPostedEventsDoesNotWait()
{
    runOnOurs([] {
        QObject context;
        bool isCalled = false;
        const auto call = [&isCalled] { isCalled = true; };
        for (int i = 0; i < 100; ++i) {
            settle();
            isCalled = false;
            post(context, call);
            QVERIFY(waitOnce());
            QVERIFY(isCalled);

            settle();
            isCalled = false;
            std::thread other([&] { post(context, call); });
            while (!isCalled)
                QVERIFY(waitOnce()); // true each time: it never came back without reason
            other.join();
        }
    });
}

void EpollDispatcherTest::nestedPassTakesNoWakeUpAway()
{
    runOnOurs([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        QObject context;
        settle();
        post(context, [dispatcher] {
            dispatcher->wakeUp(); // for whoever runs the outer loop, to look at a flag
            settle();
        });
        waitOnce();
    });
}

void EpollDispatcherTest::nestedPassTakesNoInterruptAway()
{
    runOnOurs([] {
        QEventLoop outer;
        post(outer, [&outer] {
            outer.exit(3);
            settle();
        });
        QCOMPARE(outer.exec(), 3);
    });
}

/// The wake-ups that came during waits with sockets are never read from their eventfd.
void EpollDispatcherTest::waitsAfterWakeUpsWithoutSockets()
{
    runOnOurs([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        QObject context;
        QSemaphore waits;
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, &context, [&waits] { waits.release(); });
        for (int i = 0; i < 100; ++i) { // so that some come during the wait, not before it
            settle();
            std::thread other([&] {
                waits.acquire();
                std::this_thread::yield();
                dispatcher->wakeUp();
            });
            waitOnce();
            other.join();
        }
        settle();
        QVERIFY(sleepsWhileItWaits(QEventLoop::ExcludeSocketNotifiers));
    });
}

/// The kernel hands out the ready ones in turn.
void EpollDispatcherTest::takesABoundedNumberOfDescriptors()
{
    runOnOurs([] {
        constexpr int limit = EpollNotifiers::maxDescriptorsPerPass;
        std::vector<SocketPair> pairs(std::size_t(2 * limit + 10));
        std::vector<std::unique_ptr<CountingNotifier>> notifiers;
        settle();
        for (const SocketPair &pair : pairs) {
            notifiers.push_back(std::make_unique<CountingNotifier>(pair.here(), Type::Read));
            pair.sendHere("x");
        }
        const auto activated = [&notifiers] {
            return std::count_if(notifiers.begin(), notifiers.end(), [](const auto &each) { return each->count > 0; });
        };
        pass();
        QCOMPARE(activated(), limit);
        pass();
        QCOMPARE(activated(), 2 * limit);
        pass();
        QCOMPARE(activated(), 2 * limit + 10);
    });
}

void EpollDispatcherTest::hitsDeadlines()
{
    runOnOurs([] {
        QTimer timer;
        timer.setSingleShot(true);
        qint64 elapsed = -1;
        QElapsedTimer clock;
        connect(&timer, &QTimer::timeout, &timer, [&] { elapsed = clock.nsecsElapsed(); });
        for (const auto wait : {0ns, 1ns, 333'333ns, 1'000'001ns, 2'500'000ns, 7'654'321ns}) {
            std::chrono::nanoseconds best = 1h;
            for (int i = 0; i < 20; ++i) {
                elapsed = -1;
                timer.start(1h);
                clock.start();
                QVERIFY(setTimerDeadline(timer.timerId(), wait));
                QVERIFY(waitUntil([&elapsed] { return elapsed >= 0; }));
                QVERIFY(elapsed >= wait.count());
                best = std::min(best, std::chrono::nanoseconds(elapsed) - wait);
            }
            QVERIFY2(best < 1ms, "the best of many shows that it does not count in milliseconds");
        }
    });
}

void EpollDispatcherTest::deadlineOfARepeatingTimer()
{
    runOnOurs([] {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QList<qint64> times;
        QElapsedTimer clock;
        connect(&timer, &QTimer::timeout, &timer, [&] { times.append(clock.nsecsElapsed()); });
        timer.start(4ms);
        clock.start();
        QVERIFY(setTimerDeadline(timer.timerId(), 10'500us));
        QVERIFY(waitUntil([&times] { return times.size() == 5; }));
        for (qsizetype i = 0; i < times.size(); ++i)
            QVERIFY(times[i] >= 10'500'000 + i * 4'000'000);
    });
}

void EpollDispatcherTest::deadlinesOfOthersAreIgnored()
{
    runOnOurs([] {
        QVERIFY(setTimerDeadline(12'345, 1ms));
        QVERIFY(setTimerDeadline(-1, 1ms));
        QVERIFY(!pass());
    });
    runOn(Kind::Unix, [] { QVERIFY(!setTimerDeadline(1, 1ms)); });
    std::thread bare([] { QVERIFY(!setTimerDeadline(1, 1ms)); });
    bare.join();
}

/// As the tick clock does it: a thousand ticks take a second, not more for the sum of all delays.
void EpollDispatcherTest::keepsARateByDeadlines()
{
    runOnOurs([] {
        constexpr int ticks = 500;
        constexpr auto interval = 1ms;
        QTimer timer;
        QElapsedTimer clock;
        int ticked = 0;
        int wakeUps = 0;
        bool isEarly = false;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            ++wakeUps;
            isEarly = isEarly || std::chrono::nanoseconds(clock.nsecsElapsed()) < (ticked + 1) * interval;
            while (std::chrono::nanoseconds(clock.nsecsElapsed()) >= (ticked + 1) * interval)
                ++ticked;
            const auto next = (ticked + 1) * interval - std::chrono::nanoseconds(clock.nsecsElapsed());
            setTimerDeadline(timer.timerId(), next);
        });
        timer.start(1h);
        clock.start();
        setTimerDeadline(timer.timerId(), interval);
        QVERIFY(waitUntil([&ticked] { return ticked >= ticks; }));
        QVERIFY(!isEarly);
        QVERIFY(wakeUps <= ticked); // none in vain
    });
}

void EpollDispatcherTest::noDescriptorsLeft()
{
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    none.rlim_cur = 3; // standard input and output; what is open stays open
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &none), 0);
    const auto refused = makeServerDispatcher();
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &before), 0);
    QVERIFY(!refused);
    QVERIFY(makeServerDispatcher());
}

/// Has the kernel not know epoll_pwait2 for the calling thread and those that it starts. False if that is not allowed.
static bool forgetNanoseconds()
{
    std::array<sock_filter, 4> rules{{
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_epoll_pwait2, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    }};
    const sock_fprog program{.len = rules.size(), .filter = rules.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

void EpollDispatcherTest::withoutNanoseconds()
{
    bool isAllowed = false;
    std::thread old([&isAllowed] {
        isAllowed = forgetNanoseconds();
        if (!isAllowed)
            return;
        runOnOurs([] {
            QTimer timer;
            int count = 0;
            QElapsedTimer clock;
            bool isEarly = false;
            connect(&timer, &QTimer::timeout, &timer, [&] {
                ++count;
                isEarly = isEarly || clock.nsecsElapsed() < count * 1'500'000LL;
                setTimerDeadline(
                    timer.timerId(),
                    std::max(0ns, std::chrono::nanoseconds((count + 1) * 1'500'000LL - clock.nsecsElapsed())));
            });
            timer.start(1h);
            clock.start();
            setTimerDeadline(timer.timerId(), 1'500us);
            QVERIFY(waitUntil([&count] { return count == 20; }));
            QVERIFY(!isEarly);
            std::thread other([] {});
            other.join();
            settle();
            QVERIFY(!pass());
        });
    });
    old.join();
    if (!isAllowed)
        QSKIP("system calls cannot be filtered here");
}

TICKER_CORE_TEST(EpollDispatcherTest)
#include "tst_epoll_dispatcher.moc"
