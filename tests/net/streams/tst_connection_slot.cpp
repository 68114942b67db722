// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "streams/connection_slot.h"
#include "ticker_test.h"

#include <utility>

using namespace ticker;

/// What connections have in common: how many they are, and what they keep together.
class ConnectionSlotTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts();
    void keepsTogether();
    void smallOnesAreFree();
    void movesWithItsBytes();

private:
    Limits m_limits = [] {
        Limits limits;
        limits.maxUnfinishedBytes = 1000;
        limits.freeUnfinishedBytes = 100;
        return limits;
    }();
    std::shared_ptr<ConnectionCounter> m_counter = std::make_shared<ConnectionCounter>();
};

void ConnectionSlotTest::counts()
{
    {
        const ConnectionSlot one(m_counter, NetworkShares::thisComputer);
        const ConnectionSlot other(m_counter, NetworkShares::thisComputer);
        QCOMPARE(m_counter->open.count(), 2);
    }
    QCOMPARE(m_counter->open.count(), 0);
}

void ConnectionSlotTest::keepsTogether()
{
    ConnectionSlot other(m_counter, NetworkShares::thisComputer);
    {
        ConnectionSlot one(m_counter, NetworkShares::thisComputer);
        QVERIFY(one.keepUnfinished(400, m_limits));
        QVERIFY(one.keepUnfinished(600, m_limits)); // instead of the 400
        QVERIFY(other.keepUnfinished(400, m_limits));
        QVERIFY(!other.keepUnfinished(401, m_limits));
        other.forgetUnfinished();
        QVERIFY(one.keepUnfinished(1000, m_limits));
        QVERIFY(!other.keepUnfinished(101, m_limits));
        other.forgetUnfinished();
        QCOMPARE(m_counter->unfinishedBytes, 1000);
    }
    QCOMPARE(m_counter->unfinishedBytes, 0);
    QVERIFY(other.keepUnfinished(1000, m_limits));
    other.forgetUnfinished();
    QCOMPARE(m_counter->unfinishedBytes, 0);
}

void ConnectionSlotTest::smallOnesAreFree()
{
    ConnectionSlot large(m_counter, NetworkShares::thisComputer);
    ConnectionSlot small(m_counter, NetworkShares::thisComputer);
    QVERIFY(large.keepUnfinished(1000, m_limits));
    QVERIFY(small.keepUnfinished(100, m_limits));
    QCOMPARE(m_counter->unfinishedBytes, 1000);
}

void ConnectionSlotTest::movesWithItsBytes()
{
    ConnectionSlot one(m_counter, NetworkShares::thisComputer);
    QVERIFY(one.keepUnfinished(600, m_limits));
    ConnectionSlot moved(std::move(one));
    QCOMPARE(m_counter->unfinishedBytes, 600);
    QVERIFY(moved.keepUnfinished(1000, m_limits));
    moved = ConnectionSlot();
    QCOMPARE(m_counter->unfinishedBytes, 0);
    QCOMPARE(m_counter->open.count(), 0);
}

TICKER_TEST(ConnectionSlotTest)
#include "tst_connection_slot.moc"
