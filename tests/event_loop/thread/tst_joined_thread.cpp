// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/joined_thread.h"
#include "thread/server_dispatcher.h"
#include "ticker_test.h"

#include <QAbstractEventDispatcher>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <thread>

using namespace ticker;

namespace {

bool storageIsGone = false;

/// Of the thread's own storage, and slow to go, as a library's state may be.
struct SlowStorage final
{
    SlowStorage() = default;
    ~SlowStorage()
    {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        storageIsGone = true;
    }
    Q_DISABLE_COPY_MOVE(SlowStorage)
};

} // namespace

class JoinedThreadTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsWhatLivesThere();
    void usesTheDispatcherItIsGiven();
    void timersRunThere();
    void doesWhatWasPostedBeforeItEnds();
    void deletesLaterBeforeItEnds();
    void waitsForTheThreadsOwnStorage();
    void startsAgain();
    void endsWithItsOwner();
};

void JoinedThreadTest::runsWhatLivesThere()
{
    JoinedThread thread;
    QVERIFY(!thread.isRunning());
    thread.start();
    QVERIFY(thread.isRunning());
    QObject resident;
    resident.moveToThread(thread.affinity());
    QThread *calledOn = nullptr;
    QMetaObject::invokeMethod(
        &resident, [&] { calledOn = QThread::currentThread(); }, Qt::BlockingQueuedConnection);
    QCOMPARE(calledOn, thread.affinity());
    QVERIFY(calledOn != QThread::currentThread());
    thread.quit();
    thread.join();
    QVERIFY(!thread.isRunning());
    thread.join(); // nothing
}

void JoinedThreadTest::usesTheDispatcherItIsGiven()
{
    QAbstractEventDispatcher *made = nullptr;
    JoinedThread thread;
    thread.start([&made] {
        auto dispatcher = makeServerDispatcher();
        made = dispatcher.get();
        return dispatcher;
    });
    if (!made)
        QSKIP("Qt's own dispatcher is the only one here");
    QCOMPARE(QAbstractEventDispatcher::instance(thread.affinity()), made);
}

void JoinedThreadTest::timersRunThere()
{
    JoinedThread thread;
    thread.start(&makeServerDispatcher);
    QObject resident;
    resident.moveToThread(thread.affinity());
    QThread *firedOn = nullptr;
    QMetaObject::invokeMethod(
        &resident,
        [&] {
            QTimer::singleShot(1, &resident, [&] {
                firedOn = QThread::currentThread();
                thread.quit();
            });
        },
        Qt::QueuedConnection);
    QThread *const expected = thread.affinity();
    thread.join();
    QCOMPARE(firedOn, expected);
}

void JoinedThreadTest::doesWhatWasPostedBeforeItEnds()
{
    JoinedThread thread;
    thread.start();
    QObject resident;
    resident.moveToThread(thread.affinity());
    int done = 0;
    for (int i = 0; i < 1000; ++i)
        QMetaObject::invokeMethod(
            &resident, [&done] { ++done; }, Qt::QueuedConnection);
    thread.quit();
    thread.join();
    QCOMPARE(done, 1000);
}

void JoinedThreadTest::deletesLaterBeforeItEnds()
{
    JoinedThread thread;
    thread.start();
    auto *const resident = new QObject;
    resident->moveToThread(thread.affinity());
    QThread *deletedOn = nullptr;
    connect(resident, &QObject::destroyed, resident, [&] { deletedOn = QThread::currentThread(); });
    QThread *const expected = thread.affinity();
    QMetaObject::invokeMethod(
        resident,
        [&] {
            thread.quit();
            resident->deleteLater();
        },
        Qt::QueuedConnection);
    thread.join();
    QCOMPARE(deletedOn, expected);
}

void JoinedThreadTest::waitsForTheThreadsOwnStorage()
{
    storageIsGone = false;
    JoinedThread thread;
    thread.start();
    QObject resident;
    resident.moveToThread(thread.affinity());
    QMetaObject::invokeMethod(
        &resident,
        [] {
            thread_local const SlowStorage storage;
            Q_UNUSED(storage)
        },
        Qt::QueuedConnection);
    thread.quit();
    thread.join();
    QVERIFY(storageIsGone);
}

void JoinedThreadTest::startsAgain()
{
    JoinedThread thread;
    for (int i = 0; i < 3; ++i) {
        thread.start(&makeServerDispatcher);
        QVERIFY(thread.isRunning());
        thread.quit();
        thread.join();
        QVERIFY(!thread.isRunning());
    }
}

void JoinedThreadTest::endsWithItsOwner()
{
    JoinedThread thread;
    thread.start();
    QVERIFY(thread.isRunning()); // and its destructor must return
}

TICKER_CORE_TEST(JoinedThreadTest)
#include "tst_joined_thread.moc"
