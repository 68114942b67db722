// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "dispatchers.h"
#include "socket_pair.h"
#include "ticker_test.h"

#include <QRegularExpression>

#include <memory>

using namespace ticker;
using namespace ticker::test;

using Type = QSocketNotifier::Type;

/// Descriptors that are closed while a notifier is on them, a mistake, and what epoll makes of it: it goes on to report a
/// file that a duplicate keeps open, under a number that may mean another file.
class ClosedDescriptorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closedButDuplicated();
    void closedDuplicatedAndReused();
    void closedAndReusedByASecondNotifier();
    void closedAndReusedByAnotherType();
    void closedBeforeItIsEnabled();
    void closedAndOpenedAgain();
};

/// The kernel goes on to report a file that a duplicate keeps open. It must not spin for ever.
void ClosedDescriptorsTest::closedButDuplicated()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Invalid socket .*type Read, disabling")));
    runOnOurs([] {
        auto pair = std::make_unique<SocketPair>();
        const Descriptor duplicate(::dup(pair->here()));
        CountingNotifier notifier(pair->here(), Type::Read);
        pair->sendHere("x");
        pair.reset();
        settle(); // would not end
        QVERIFY(!pass());
        QVERIFY(!notifier.isEnabled());

        auto second = std::make_unique<SocketPair>();
        const Descriptor duplicateOfSecond(::dup(second->here()));
        CountingNotifier removed(second->here(), Type::Read);
        second->sendHere("x");
        second.reset();
        removed.setEnabled(false); // the kernel cannot be told, as the number is closed
        settle();
        QCOMPARE(removed.count, 0);
        QVERIFY(sleepsWhileItWaits(QEventLoop::AllEvents));
    });
}

void ClosedDescriptorsTest::closedDuplicatedAndReused()
{
    runOnOurs([] {
        const SocketPair quiet;
        auto old = std::make_unique<SocketPair>();
        const int number = old->here();
        const Descriptor duplicate(::dup(number));
        auto oldNotifier = std::make_unique<CountingNotifier>(number, Type::Read);
        old->sendHere("x");
        old.reset();
        oldNotifier.reset(); // too late
        const Descriptor reused(::dup2(quiet.here(), number));
        CountingNotifier notifier(number, Type::Read);
        settle();
        QCOMPARE(notifier.count, 0); // the old file is readable, the new one is not
        quiet.sendHere("y");
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
    });
}

void ClosedDescriptorsTest::closedAndReusedByASecondNotifier()
{
    const QRegularExpression warning(QStringLiteral("Multiple socket notifiers"));
    QTest::ignoreMessage(QtWarningMsg, warning);
    QTest::ignoreMessage(QtWarningMsg, warning);
    runOnOurs([] {
        const SocketPair next;
        auto old = std::make_unique<SocketPair>();
        const int number = old->here();
        auto forgotten = std::make_unique<CountingNotifier>(number, Type::Read);
        old.reset();
        const Descriptor reused(::dup2(next.here(), number));
        CountingNotifier notifier(number, Type::Read);
        next.sendHere("x");
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
        forgotten.reset();
        notifier.count = 0;
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
    });
}

void ClosedDescriptorsTest::closedAndReusedByAnotherType()
{
    runOnOurs([] {
        const SocketPair next;
        auto old = std::make_unique<SocketPair>();
        const int number = old->here();
        const CountingNotifier forgotten(number, Type::Read);
        old.reset();
        const Descriptor reused(::dup2(next.here(), number));
        CountingNotifier notifier(number, Type::Write);
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
        QCOMPARE(forgotten.count, 0);
    });
}

void ClosedDescriptorsTest::closedBeforeItIsEnabled()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("Invalid socket .*type Write, disabling")));
    runOnOurs([] {
        auto pair = std::make_unique<SocketPair>();
        CountingNotifier notifier(pair->here(), Type::Write);
        notifier.setEnabled(false);
        pair.reset();
        notifier.setEnabled(true);
        settle();
        QVERIFY(!notifier.isEnabled());
        QCOMPARE(notifier.count, 0);
    });
}

/// The kernel still has the old registration, of the same number and the same file.
void ClosedDescriptorsTest::closedAndOpenedAgain()
{
    runOnOurs([] {
        const SocketPair pair;
        const int number = ::dup(pair.here());
        auto first = std::make_unique<CountingNotifier>(number, Type::Read);
        ::close(number);
        first.reset(); // too late
        const Descriptor again(::dup2(pair.here(), number));
        CountingNotifier notifier(number, Type::Read);
        settle();
        QVERIFY(notifier.isEnabled());
        pair.sendHere("x");
        QVERIFY(waitUntil([&notifier] { return notifier.count > 0; }));
    });
}

TICKER_CORE_TEST(ClosedDescriptorsTest)
#include "tst_closed_descriptors.moc"
