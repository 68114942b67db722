// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "socket_pair.h"
#include "ticker_test.h"

#include <QEventLoop>

#include <memory>
#include <utility>
#include <vector>

using namespace ticker;
using namespace ticker::test;

using Type = QSocketNotifier::Type;

/// Sockets that are ready together, and handlers that change what is watched. On each dispatcher.
class DispatcherBatchesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    static void initTestCase_data() { addDispatchers(); }

    void disablesItself();
    void disablesAndEnablesAgain();
    void destroysAnotherOfTheBatch();
    void destroysItself();
    void reusesNumberWithinTheBatch();
    void nestedLoopInAHandler();
    void stormLeavesTimeForTimers();
    void manySocketsEachGetTheirTurn();
};

void DispatcherBatchesTest::disablesItself()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        notifier.onActivated = [&notifier] { notifier.setEnabled(false); };
        pair.sendHere("x");
        settle();
        QCOMPARE(notifier.count, 1);
        notifier.setEnabled(true); // the byte is still there
        settle();
        QCOMPARE(notifier.count, 2);
    });
}

void DispatcherBatchesTest::disablesAndEnablesAgain()
{
    runOnEach([] {
        const SocketPair pair;
        CountingNotifier notifier(pair.here(), Type::Read);
        notifier.onActivated = [&notifier] {
            notifier.setEnabled(false);
            notifier.setEnabled(true);
        };
        pair.sendHere("x");
        QVERIFY(waitUntil([&notifier] { return notifier.count == 10; }));
    });
}

void DispatcherBatchesTest::destroysAnotherOfTheBatch()
{
    runOnEach([] {
        for (int round = 0; round < 20; ++round) {
            constexpr int count = 10;
            std::vector<SocketPair> pairs(count);
            std::vector<std::unique_ptr<CountingNotifier>> notifiers;
            int activated = 0;
            for (const SocketPair &pair : pairs) {
                notifiers.push_back(std::make_unique<CountingNotifier>(pair.here(), Type::Read));
                CountingNotifier *const notifier = notifiers.back().get();
                notifier->onActivated = [&activated, &notifiers, notifier] {
                    ++activated;
                    for (auto &other : notifiers) {
                        if (other.get() != notifier)
                            other.reset();
                    }
                    notifier->setEnabled(false);
                };
                pair.sendHere("x");
            }
            settle();
            QCOMPARE(activated, 1);
        }
    });
}

void DispatcherBatchesTest::destroysItself()
{
    runOnEach([] {
        const SocketPair pair;
        auto *const notifier = new CountingNotifier(pair.here(), Type::Read);
        QEventLoop loop;
        connect(notifier, &QObject::destroyed, &loop, &QEventLoop::quit);
        int count = 0;
        notifier->onActivated = [&count, notifier] {
            ++count;
            notifier->deleteLater();
            notifier->setEnabled(false);
        };
        pair.sendHere("x");
        loop.exec();
        QCOMPARE(count, 1);
    });
}

/// Both are ready; whichever comes first closes the other, whose number then means a silent socket.
void DispatcherBatchesTest::reusesNumberWithinTheBatch()
{
    runOnEach([] {
        std::vector<SocketPair> pairs(2);
        const SocketPair silent;
        std::vector<std::unique_ptr<CountingNotifier>> notifiers;
        std::unique_ptr<CountingNotifier> reused;
        for (int i = 0; i < 2; ++i) {
            notifiers.push_back(std::make_unique<CountingNotifier>(pairs[std::size_t(i)].here(), Type::Read));
            notifiers.back()->onActivated = [&, i] {
                notifiers[std::size_t(i)]->setEnabled(false);
                const int number = pairs[std::size_t(1 - i)].here();
                notifiers[std::size_t(1 - i)].reset();
                QCOMPARE(::dup2(silent.here(), number), number);
                reused = std::make_unique<CountingNotifier>(number, Type::Read);
            };
            pairs[std::size_t(i)].sendHere("x");
        }
        settle();
        QVERIFY(reused);
        QCOMPARE(reused->count, 0);
        silent.sendHere("x");
        QVERIFY(waitUntil([&reused] { return reused->count > 0; }));
    });
}

/// What the nested loop handled already is not reported to the outer one a second time.
void DispatcherBatchesTest::nestedLoopInAHandler()
{
    runOnEach([] {
        constexpr int count = 10;
        std::vector<SocketPair> pairs(count);
        std::vector<std::unique_ptr<CountingNotifier>> notifiers;
        bool isNested = false;
        for (const SocketPair &pair : pairs) {
            notifiers.push_back(std::make_unique<CountingNotifier>(pair.here(), Type::Read));
            notifiers.back()->onActivated = [&isNested, &pair] {
                pair.readHere();
                if (std::exchange(isNested, true))
                    return;
                QEventLoop loop;
                QTimer::singleShot(10, &loop, &QEventLoop::quit);
                loop.exec();
            };
            pair.sendHere("x");
        }
        settle();
        for (const auto &notifier : notifiers)
            QCOMPARE(notifier->count, 1);
    });
}

void DispatcherBatchesTest::stormLeavesTimeForTimers()
{
    runOnEach([] {
        std::vector<SocketPair> pairs(200);
        std::vector<std::unique_ptr<CountingNotifier>> notifiers;
        notifiers.reserve(pairs.size());
        for (const SocketPair &pair : pairs)
            notifiers.push_back(std::make_unique<CountingNotifier>(pair.here(), Type::Write)); // always ready
        int timeouts = 0;
        int calls = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, &timer, [&] {
            ++timeouts;
            QMetaObject::invokeMethod(
                &timer, [&calls] { ++calls; }, Qt::QueuedConnection);
        });
        timer.start(1);
        QVERIFY(waitUntil([&] { return timeouts >= 10 && calls >= 9; }));
        for (const auto &notifier : notifiers)
            QVERIFY(notifier->count > 0);
    });
}

void DispatcherBatchesTest::manySocketsEachGetTheirTurn()
{
    runOnEach([] {
        std::vector<SocketPair> pairs(400);
        std::vector<std::unique_ptr<CountingNotifier>> notifiers;
        int activated = 0;
        for (const SocketPair &pair : pairs) {
            notifiers.push_back(std::make_unique<CountingNotifier>(pair.here(), Type::Read));
            notifiers.back()->onActivated = [&] {
                ++activated;
                pair.readHere();
            };
            pair.sendHere("x");
        }
        QVERIFY(waitUntil([&] { return activated == int(pairs.size()); }));
        settle();
        for (const auto &notifier : notifiers)
            QCOMPARE(notifier->count, 1);
    });
}

TICKER_CORE_TEST(DispatcherBatchesTest)
#include "tst_dispatcher_batches.moc"
