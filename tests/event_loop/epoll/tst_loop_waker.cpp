// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epoll/loop_waker.h"
#include "ticker_test.h"

#include <QObject>

#include <poll.h>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using namespace ticker;

/// Each order in which a wake-up and a wait can meet, one step at a time; and then by two threads.
class LoopWakerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wakeUpBeforeTheWait();
    void wakeUpDuringTheWait();
    void secondWakeUpCostsNothing();
    void noWakeUp();
    void drainsBeforeTheWait();
    void losesNone();
};

static bool isReadable(const LoopWaker &waker)
{
    pollfd entry{.fd = waker.descriptor(), .events = POLLIN, .revents = 0};
    return ::poll(&entry, 1, 0) == 1;
}

void LoopWakerTest::wakeUpBeforeTheWait()
{
    LoopWaker waker;
    QVERIFY(waker.isOpen());
    waker.wakeUp();
    QVERIFY(waker.isWoken());
    QVERIFY(!isReadable(waker)); // no system call, as nobody waits
    QVERIFY(!waker.beginWait());
    QVERIFY(!waker.beginWait());
    QVERIFY(waker.endWait());
    QVERIFY(!waker.isWoken());
    QVERIFY(waker.beginWait());
}

void LoopWakerTest::wakeUpDuringTheWait()
{
    LoopWaker waker;
    QVERIFY(waker.beginWait());
    waker.wakeUp();
    QVERIFY(isReadable(waker));
    waker.waitAlone(std::nullopt); // returns at once
    QVERIFY(waker.endWait());
    QVERIFY(!waker.endWait());
}

void LoopWakerTest::secondWakeUpCostsNothing()
{
    LoopWaker waker;
    QVERIFY(waker.beginWait());
    waker.wakeUp();
    waker.drain();
    waker.wakeUp();
    QVERIFY(!isReadable(waker));
    QVERIFY(waker.endWait());
}

void LoopWakerTest::noWakeUp()
{
    LoopWaker waker;
    QVERIFY(waker.beginWait());
    waker.waitAlone(1ns);
    QVERIFY(!waker.endWait());
}

void LoopWakerTest::drainsBeforeTheWait()
{
    LoopWaker waker;
    QVERIFY(waker.beginWait());
    waker.wakeUp();
    QVERIFY(waker.endWait());
    QVERIFY(isReadable(waker)); // nobody read it
    waker.drain();
    QVERIFY(!isReadable(waker));
}

/// One waits, the other wakes it up as soon as the last time was noticed: in step, so that a lost one hangs both.
void LoopWakerTest::losesNone()
{
    constexpr int rounds = 20'000;
    LoopWaker waker;
    std::atomic<int> announced = 0;
    std::atomic<int> seen = 0;
    std::thread other([&] {
        for (int i = 1; i <= rounds; ++i) {
            announced = i;
            waker.wakeUp();
            while (seen != i)
                std::this_thread::yield();
        }
    });
    for (;;) {
        seen = announced.load();
        if (seen == rounds)
            break;
        waker.drain();
        if (waker.beginWait())
            waker.waitAlone(std::nullopt);
        waker.endWait();
    }
    other.join();
    QCOMPARE(seen.load(), rounds);
}

TICKER_TEST(LoopWakerTest)
#include "tst_loop_waker.moc"
