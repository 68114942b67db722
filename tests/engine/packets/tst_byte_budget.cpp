// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/byte_budget.h"
#include "packets/outgoing_packet.h"
#include "ticker_test.h"

#include <memory>
#include <optional>
#include <vector>

using namespace ticker;

namespace {

/// Keeps bytes, of which it lets some go when asked.
class Keeper final : public ByteBudget::Holder
{
public:
    Keeper(ByteBudget &budget, QStringList &asked, QString name)
        : Holder(&budget), m_asked(asked), m_name(std::move(name))
    {
    }

    void keep(qint64 bytes)
    {
        m_bytes = bytes;
        hold(bytes);
    }

    qint64 keepsAtFirst = 0; ///< When it is asked for the first time.

    void giveWay() override
    {
        m_asked.append(m_name);
        keep(std::exchange(keepsAtFirst, 0));
    }
    [[nodiscard]] qint64 heldBytes() const override { return m_bytes; }

private:
    QStringList &m_asked;
    QString m_name;
    qint64 m_bytes = 0;
};

struct Budget final
{
    explicit Budget(qint64 limit) : budget(deadlines, limit) { }

    DeadlineQueue deadlines;
    ByteBudget budget;
    QStringList asked;

    [[nodiscard]] Keeper keeper(const QString &name) { return Keeper(budget, asked, name); }
    void run() { deadlines.run(deadlines.now()); }
};

} // namespace

class ByteBudgetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withinTheLimitNobodyIsAsked();
    void whoHoldsMostGivesWayFirst();
    void untilAQuarterIsFree();
    void whoKeepsMuchIsAskedAgain();
    void nobodyGivesWayWithinACall();
    void whoIsGoneCountsNoMore();
    void lowerLimit();
    void sharedBytesCountOnce();
};

void ByteBudgetTest::withinTheLimitNobodyIsAsked()
{
    Budget b(100);
    auto one = b.keeper(QStringLiteral("one"));
    one.keep(60);
    auto two = b.keeper(QStringLiteral("two"));
    two.keep(40);
    b.run();
    QCOMPARE(b.asked, QStringList());
    QCOMPARE(b.budget.bytes(), 100);
    two.keep(0);
    one.keep(30);
    QCOMPARE(b.budget.bytes(), 30);
}

void ByteBudgetTest::whoHoldsMostGivesWayFirst()
{
    Budget b(100);
    auto small = b.keeper(QStringLiteral("small"));
    auto large = b.keeper(QStringLiteral("large"));
    auto medium = b.keeper(QStringLiteral("medium"));
    small.keep(10);
    large.keep(60);
    medium.keep(31);
    b.run();
    QCOMPARE(b.asked, QStringList{QStringLiteral("large")});
    QCOMPARE(b.budget.bytes(), 41);
}

void ByteBudgetTest::untilAQuarterIsFree()
{
    Budget b(100);
    std::vector<std::unique_ptr<Keeper>> keepers;
    for (int i = 1; i <= 14; ++i) {
        keepers.push_back(std::make_unique<Keeper>(b.budget, b.asked, QString::number(i)));
        keepers.back()->keep(i);
    }
    b.run(); // of 105
    QCOMPARE(b.asked.join(QLatin1Char(' ')), QStringLiteral("14 13 12"));
    QCOMPARE(b.budget.bytes(), 105 - 14 - 13 - 12);
}

void ByteBudgetTest::whoKeepsMuchIsAskedAgain()
{
    Budget b(100);
    auto one = b.keeper(QStringLiteral("one"));
    auto two = b.keeper(QStringLiteral("two"));
    one.keepsAtFirst = 65;
    one.keep(80);
    two.keep(50);
    b.run();
    QCOMPARE(b.asked.join(QLatin1Char(' ')), QStringLiteral("one one"));
    QCOMPARE(b.budget.bytes(), 50);
}

void ByteBudgetTest::nobodyGivesWayWithinACall()
{
    Budget b(100);
    auto one = b.keeper(QStringLiteral("one"));
    one.keep(1000);
    QCOMPARE(b.asked, QStringList());
    one.keep(10); // and it was for a moment only
    b.run();
    QCOMPARE(b.asked, QStringList());
}

void ByteBudgetTest::whoIsGoneCountsNoMore()
{
    Budget b(100);
    auto stays = b.keeper(QStringLiteral("stays"));
    std::optional<Keeper> goes(std::in_place, b.budget, b.asked, QStringLiteral("goes"));
    goes->keep(70);
    stays.keep(60);
    goes.reset();
    QCOMPARE(b.budget.bytes(), 60);
    b.run();
    QCOMPARE(b.asked, QStringList());
}

void ByteBudgetTest::lowerLimit()
{
    Budget b(100);
    auto one = b.keeper(QStringLiteral("one"));
    one.keep(60);
    b.budget.setLimit(50);
    b.run();
    QCOMPARE(b.asked, QStringList{QStringLiteral("one")});
}

/// However many wait for the same tick, its text is there once.
void ByteBudgetTest::sharedBytesCountOnce()
{
    Budget b(1'000'000);
    const QByteArray text(10'000, 'x');
    OutgoingPacket tick = OutgoingPacket::plainText(text, OutgoingPacket::Kind::Tick);
    tick.setMergeable({});
    std::vector<OutgoingPacket> copies;
    qint64 own = 0;
    for (int i = 0; i < 100; ++i) {
        copies.push_back(tick);
        own += copies.back().keep(&b.budget);
    }
    QCOMPARE(b.budget.bytes(), 10'000);
    QVERIFY(own > 0 && own < 100 * 1000); // what each of the copies costs
    tick = OutgoingPacket::plainText({});
    copies.resize(1, tick);
    QCOMPARE(b.budget.bytes(), 10'000);
    copies.clear();
    QCOMPARE(b.budget.bytes(), 0);
    QVERIFY(OutgoingPacket::plainText(text).keep(&b.budget) > 10'000); // shares it with nobody
}

TICKER_TEST(ByteBudgetTest)
#include "tst_byte_budget.moc"
