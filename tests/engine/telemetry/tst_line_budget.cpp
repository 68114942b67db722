// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/line_budget.h"

#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;
using Kind = Activity::Kind;

namespace {

constexpr LineBudget::Rate rate{5, 1s};
constexpr NetworkShares::Network here = NetworkShares::thisComputer;
constexpr NetworkShares::Network phone = 7;

/// How many of so many lines are told.
int told(LineBudget &budget, Kind kind, NetworkShares::Network peer, int lines, LineBudget::Time now = 0s)
{
    int count = 0;
    for (int i = 0; i < lines; ++i)
        count += budget.take(kind, peer, now) ? 1 : 0;
    return count;
}

NetworkShares::Network network(int number)
{
    return 1000 + NetworkShares::Network(number);
}

} // namespace

/// Who may have how many lines, and that nobody takes those of others.
class LineBudgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void someAtOnceThenOneInAWhile();
    void kindsAndPeersHaveTheirOwn();
    void othersShareOneBeyondTheMost();
    void whoeverWasQuietIsForgotten();
    void staysBounded();
};

void LineBudgetTest::someAtOnceThenOneInAWhile()
{
    LineBudget budget(rate);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000), 5);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000, 999ms), 0);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000, 1s), 1);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000, 4s), 3);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000, 1h), 5); // no more than at first
}

void LineBudgetTest::kindsAndPeersHaveTheirOwn()
{
    LineBudget budget(rate);
    QCOMPARE(told(budget, Kind::HostRefused, here, 1000), 5);
    QCOMPARE(told(budget, Kind::OriginRefused, here, 1000), 5);
    QCOMPARE(told(budget, Kind::HostRefused, phone, 1000), 5);
    QCOMPARE(told(budget, Kind::OriginRefused, phone, 1000), 5);
}

void LineBudgetTest::othersShareOneBeyondTheMost()
{
    LineBudget budget(rate);
    int lines = 0;
    for (int i = 0; i < 10'000; ++i)
        lines += told(budget, Kind::HostRefused, network(i), 10);
    QCOMPARE(lines, int(LineBudget::mostPeers + 1) * rate.atOnce);
    // Those of this computer are not among them, nor are other kinds.
    QCOMPARE(told(budget, Kind::HostRefused, here, 10), 5);
    QCOMPARE(told(budget, Kind::OriginRefused, here, 10), 5);
    QCOMPARE(told(budget, Kind::OriginRefused, phone, 10), 5);
}

void LineBudgetTest::whoeverWasQuietIsForgotten()
{
    LineBudget budget(rate);
    for (int i = 0; i < 10'000; ++i)
        static_cast<void>(budget.take(Kind::HostRefused, network(i), 0s));
    QCOMPARE(told(budget, Kind::HostRefused, phone, 10), 0);
    QCOMPARE(told(budget, Kind::HostRefused, phone, 10, 1s), 5); // a place is free again
}

void LineBudgetTest::staysBounded()
{
    LineBudget budget(rate);
    std::size_t most = 0;
    for (int i = 0; i < 100'000; ++i) {
        const auto kind = Kind(i % Activity::kinds);
        static_cast<void>(budget.take(kind, network(i), i * 10ms));
        static_cast<void>(budget.take(kind, here, i * 10ms));
        static_cast<void>(budget.take(kind, phone, i * 10ms));
        most = std::max(most, budget.size());
    }
    QVERIFY(most >= LineBudget::mostPeers);
    QVERIFY(most <= LineBudget::mostPeers + 2 * std::size_t(Activity::kinds));
}

TICKER_TEST(LineBudgetTest)
#include "tst_line_budget.moc"
