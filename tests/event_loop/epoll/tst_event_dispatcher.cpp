// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "ticker_test.h"

#include <QEventLoop>
#include <QPointer>
#include <QSemaphore>

#include <thread>

using namespace ticker;
using namespace ticker::test;

/// What Qt promises of an event loop: flags, posted events, quitting, nesting. On each dispatcher.
class EventDispatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void neverWaitsUnasked();
    void sendsPostedEvents();
    void sendsWhatHandlersPost();
    void deletesLater();
    void signalsBeforeAndAfterWaiting();

    void quitsThread();
    void quitsFromTimer();
    void exitsFromAnotherThread();
    void nestsLoops();
    void outerLoopEndsAfterInner();
};

void EventDispatcherTest::neverWaitsUnasked()
{
    QFETCH_GLOBAL(int, kind);
    runOnEach([isGlib = Kind(kind) == Kind::Default] {
        settle();
        // All that matters is that they come back. What GLib's returns for passes that leave something out is no use.
        for (const auto flags :
             {QEventLoop::AllEvents, QEventLoop::ExcludeSocketNotifiers, QEventLoop::X11ExcludeTimers})
            QVERIFY(!pass(flags) || isGlib);
        QTimer far;
        far.start(std::chrono::milliseconds(patience * 2));
        QVERIFY(!pass() || isGlib);
    });
}

void EventDispatcherTest::sendsPostedEvents()
{
    runOnEach([] {
        QObject context;
        QList<int> calls;
        for (int i = 0; i < 5; ++i)
            post(context, [&calls, i] { calls.append(i); });
        QVERIFY(pass());
        QCOMPARE(calls, (QList<int>{0, 1, 2, 3, 4}));
    });
}

void EventDispatcherTest::sendsWhatHandlersPost()
{
    runOnEach([] {
        constexpr int depth = 1000;
        QObject context;
        int calls = 0;
        std::function<void()> again = [&] {
            if (++calls < depth)
                post(context, again);
        };
        again();
        QVERIFY(waitUntil([&] { return calls == depth; }));
    });
}

void EventDispatcherTest::deletesLater()
{
    runOnEach([] {
        QPointer<QObject> object(new QObject);
        QEventLoop loop;
        QTimer::singleShot(0ms, &loop, [&] {
            object->deleteLater();
            post(loop, [&] { post(loop, [&] { loop.quit(); }); });
        });
        loop.exec();
        QVERIFY(!object);
    });
}

void EventDispatcherTest::signalsBeforeAndAfterWaiting()
{
    runOnEach([] {
        auto *const dispatcher = QAbstractEventDispatcher::instance();
        settle();
        QStringList log;
        const auto blocking = connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher,
                                      [&log] { log.append(QStringLiteral("block")); });
        const auto awake = connect(dispatcher, &QAbstractEventDispatcher::awake, dispatcher, [&log] {
            if (log.isEmpty() || log.last() != QLatin1String("awake"))
                log.append(QStringLiteral("awake"));
        });
        pass();
        QVERIFY(!log.contains(QStringLiteral("block")));
        log.clear();
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&log] { log.append(QStringLiteral("timer")); });
        timer.setSingleShot(true);
        timer.start(20ms);
        QVERIFY(waitUntil([&log] { return log.contains(QStringLiteral("timer")); }));
        const auto blocked = log.indexOf(QStringLiteral("block"));
        QVERIFY(blocked >= 0);
        QVERIFY(blocked < log.indexOf(QStringLiteral("timer")));
        pass();
        QCOMPARE(log.last(), QStringLiteral("awake"));
        disconnect(blocking);
        disconnect(awake);
    });
}

void EventDispatcherTest::quitsThread()
{
    QFETCH_GLOBAL(int, kind);
    for (int i = 0; i < 50; ++i) {
        LoopThread thread(Kind(kind), [] { QEventLoop().exec(); });
        thread.quit(); // at any moment of its start
        QVERIFY(thread.isDone());
    }
}

void EventDispatcherTest::quitsFromTimer()
{
    runOnEach([] {
        QEventLoop loop;
        QTimer::singleShot(1ms, &loop, [&loop] { loop.exit(7); });
        QCOMPARE(loop.exec(), 7);
    });
}

void EventDispatcherTest::exitsFromAnotherThread()
{
    runOnEach([] {
        for (int i = 0; i < 200; ++i) {
            QEventLoop loop;
            QSemaphore started;
            QTimer::singleShot(0ms, &loop, [&started] { started.release(); });
            std::thread other([&] {
                started.acquire();
                loop.exit(i);
            });
            QCOMPARE(loop.exec(), i);
            other.join();
        }
    });
}

void EventDispatcherTest::nestsLoops()
{
    runOnEach([] {
        constexpr int depth = 20;
        QEventLoop outermost;
        int level = 0;
        int deepest = 0;
        std::function<void()> nest = [&] {
            deepest = qMax(deepest, ++level);
            if (level < depth) {
                QEventLoop inner;
                QTimer::singleShot(0ms, &inner, nest);
                QTimer::singleShot(1ms, &inner, [&inner] { inner.quit(); });
                inner.exec();
            }
            --level;
            if (level == 0)
                outermost.quit();
        };
        post(outermost, nest);
        outermost.exec();
        QCOMPARE(deepest, depth);
        QCOMPARE(level, 0);
    });
}

/// The outer one is told to end while the inner one runs, and waits for nothing more.
void EventDispatcherTest::outerLoopEndsAfterInner()
{
    runOnEach([] {
        QEventLoop outer;
        post(outer, [&outer] {
            QEventLoop inner;
            outer.quit();
            QTimer::singleShot(5ms, &inner, [&inner] { inner.quit(); });
            inner.exec();
        });
        QCOMPARE(outer.exec(), 0);
    });
}

TICKER_CORE_TEST(EventDispatcherTest)
#include "tst_event_dispatcher.moc"
