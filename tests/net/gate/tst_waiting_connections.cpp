// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/peer_network.h"
#include "gate/waiting_connections.h"
#include "ticker_test.h"

#include <QHostAddress>
#include <QStringList>

#include <memory>
#include <vector>

using namespace ticker;
using For = WaitingConnections::For;

namespace {

constexpr NetworkShares::Network here = NetworkShares::thisComputer;

class Waiting final : public WaitingConnections::Entry
{
public:
    Waiting(QStringList &left, QString name) : m_left(left), m_name(std::move(name)) { }

    void giveWay() override
    {
        stopWaiting();
        m_left.append(m_name);
    }
    void stop() { stopWaiting(); }

private:
    QStringList &m_left;
    QString m_name;
};

NetworkShares::Network networkOf(const char *address)
{
    return ticker::networkOf(QHostAddress(QString::fromLatin1(address)));
}

} // namespace

class WaitingConnectionsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theOldestGivesWay();
    void whoWasServedDoesNot();
    void whoHasAskedForSomethingComesLast();
    void oneNetworkMakesRoomForItself();
    void thisComputerComesLast();
    void whoIsGoneDoesNotWait();
    void manyNetworks();

    void networks();
};

void WaitingConnectionsTest::theOldestGivesWay()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting a(left, QStringLiteral("a"));
    Waiting b(left, QStringLiteral("b"));
    Waiting c(left, QStringLiteral("c"));
    waiting.add(a, here, For::Request);
    waiting.add(b, here, For::Request);
    waiting.add(c, here, For::Request);
    waiting.add(a, here, For::Request); // it has begun anew
    while (waiting.makeRoom()) { }
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("b c a"));
}

void WaitingConnectionsTest::whoWasServedDoesNot()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting a(left, QStringLiteral("a"));
    waiting.add(a, here, For::Request);
    a.stop();
    QVERIFY(!waiting.makeRoom());
}

void WaitingConnectionsTest::whoHasAskedForSomethingComesLast()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting idle(left, QStringLiteral("idle"));
    Waiting fresh(left, QStringLiteral("fresh"));
    waiting.add(idle, 5, For::NextRequest);
    waiting.add(fresh, 5, For::Request);
    while (waiting.makeRoomAmongOthers()) { }
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("fresh idle"));
}

void WaitingConnectionsTest::oneNetworkMakesRoomForItself()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting other(left, QStringLiteral("other"));
    Waiting own(left, QStringLiteral("own"));
    waiting.add(other, 5, For::Request);
    waiting.add(own, 6, For::Request);
    QVERIFY(waiting.makeRoomIn(6));
    QVERIFY(!waiting.makeRoomIn(6));
    QVERIFY(!waiting.makeRoomIn(7));
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("own"));
}

void WaitingConnectionsTest::thisComputerComesLast()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting own(left, QStringLiteral("own"));
    Waiting other(left, QStringLiteral("other"));
    waiting.add(own, here, For::Request);
    waiting.add(other, 5, For::NextRequest);
    QVERIFY(waiting.makeRoom());
    QVERIFY(!waiting.makeRoomAmongOthers());
    QVERIFY(waiting.makeRoom());
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("other own"));
}

void WaitingConnectionsTest::whoIsGoneDoesNotWait()
{
    QStringList left;
    WaitingConnections waiting;
    {
        Waiting gone(left, QStringLiteral("gone"));
        waiting.add(gone, 5, For::Request);
    }
    QVERIFY(!waiting.makeRoom());
    QVERIFY(!waiting.makeRoomIn(5));
}

void WaitingConnectionsTest::manyNetworks()
{
    QStringList left;
    WaitingConnections waiting;
    Waiting stays(left, QStringLiteral("stays"));
    waiting.add(stays, 1, For::Request);
    for (NetworkShares::Network network = 2; network < 2000; ++network) {
        Waiting passes(left, QStringLiteral("passes"));
        waiting.add(passes, network, For::Request);
    }
    QVERIFY(waiting.makeRoomIn(1));
    QVERIFY(!waiting.makeRoom());
    QCOMPARE(left.join(QLatin1Char(' ')), QStringLiteral("stays"));
}

void WaitingConnectionsTest::networks()
{
    for (const char *own : {"127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"})
        QCOMPARE(networkOf(own), here);
    QVERIFY(networkOf("192.0.2.1") != here);
    QVERIFY(networkOf("192.0.2.1") != networkOf("192.0.2.2"));
    QCOMPARE(networkOf("::ffff:192.0.2.1"), networkOf("192.0.2.1"));
    QCOMPARE(networkOf("2001:db8:1:2::1"), networkOf("2001:db8:1:2:ffff::7"));
    QCOMPARE(networkOf("2001:db8:1:2:3:4:5:6"), networkOf("2001:db8:1:2::99"));
    QVERIFY(networkOf("2001:db8:1:2::1") != networkOf("2001:db8:1:3::1"));
    QCOMPARE(networkOf("fe80::12:34%eth0"), networkOf("fe80::"));
    QVERIFY(networkOf("fe80::12:34%eth0") != here);
}

TICKER_TEST(WaitingConnectionsTest)
#include "tst_waiting_connections.moc"
