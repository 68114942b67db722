// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "network_shares.h"
#include "ticker_test.h"

using namespace ticker;
using Room = NetworkShares::Room;

namespace {

constexpr NetworkShares::Network here = NetworkShares::thisComputer;
constexpr NetworkShares::Network first = 1;
constexpr NetworkShares::Network second = 2;
constexpr NetworkShares::Limit hundred{100, 6, 2};

void add(NetworkShares &shares, NetworkShares::Network network, int count)
{
    for (int i = 0; i < count; ++i)
        shares.add(network);
}

} // namespace

class NetworkSharesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thisComputerMayHaveAll();
    void oneOtherNetworkGetsItsPart();
    void someAreKeptForThisComputer();
    void whatIsGivenBackIsThereAgain();
    void smallLimits();
};

void NetworkSharesTest::thisComputerMayHaveAll()
{
    NetworkShares shares;
    add(shares, here, 99);
    QVERIFY(shares.roomFor(here, hundred) == Room::There);
    QVERIFY(shares.roomFor(first, hundred) == Room::There);
    shares.add(here);
    QVERIFY(shares.roomFor(here, hundred) == Room::AllFull);
    QVERIFY(shares.roomFor(first, hundred) == Room::OthersFull);
    QCOMPARE(shares.count(), 100);
}

void NetworkSharesTest::oneOtherNetworkGetsItsPart()
{
    NetworkShares shares;
    add(shares, first, 50);
    QVERIFY(shares.roomFor(first, hundred) == Room::NetworkFull);
    QVERIFY(shares.roomFor(second, hundred) == Room::There);
    QVERIFY(shares.roomFor(here, hundred) == Room::There);
}

void NetworkSharesTest::someAreKeptForThisComputer()
{
    NetworkShares shares;
    add(shares, first, 50);
    add(shares, second, 43);
    QVERIFY(shares.roomFor(second, hundred) == Room::There);
    shares.add(second);
    QVERIFY(shares.roomFor(second, hundred) == Room::OthersFull);
    QVERIFY(shares.roomFor(3, hundred) == Room::OthersFull);
    add(shares, here, 5);
    QVERIFY(shares.roomFor(here, hundred) == Room::There);
    shares.add(here);
    QVERIFY(shares.roomFor(here, hundred) == Room::AllFull);
}

void NetworkSharesTest::whatIsGivenBackIsThereAgain()
{
    NetworkShares shares;
    add(shares, first, 50);
    shares.remove(first);
    QVERIFY(shares.roomFor(first, hundred) == Room::There);
    for (int i = 0; i < 49; ++i)
        shares.remove(first);
    QCOMPARE(shares.count(), 0);
}

/// Nobody is shut out by the arithmetic.
void NetworkSharesTest::smallLimits()
{
    const NetworkShares::Limit one{1, 64, 2};
    NetworkShares shares;
    QVERIFY(shares.roomFor(first, one) == Room::There);
    shares.add(first);
    QVERIFY(shares.roomFor(first, one) == Room::NetworkFull);
    QVERIFY(shares.roomFor(here, one) == Room::AllFull);
}

TICKER_TEST(NetworkSharesTest)
#include "tst_network_shares.moc"
