// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/tick_limiter.h"
#include "ticker_test.h"

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

/// A limiter whose ticks are texts, on a time that the test moves.
struct LimiterBench final : private TickMerger
{
    LimiterBench() = default;
    ~LimiterBench() = default;
    Q_DISABLE_COPY_MOVE(LimiterBench)

    DeadlineQueue deadlines;
    QByteArrayList delivered;         ///< Text, and the time in milliseconds: "7 at 100".
    std::vector<std::size_t> batches; ///< Ticks in each delivery.
    std::vector<DeadlineQueue::Time> times;
    quint32 merged = 0;
    TickLimiter limiter{deadlines, [this](std::span<const OutgoingPacket> ticks) {
                            batches.push_back(ticks.size());
                            times.push_back(deadlines.now());
                            for (const OutgoingPacket &tick : ticks)
                                delivered.append(tick.data() + " at " + at(deadlines.now()));
                        }};

    void take(const QByteArrayList &texts)
    {
        std::vector<OutgoingPacket> ticks;
        for (const QByteArray &text : texts) {
            ticks.push_back(OutgoingPacket::plainText(text, OutgoingPacket::Kind::Tick));
            ticks.back().setMergeable({this, {symbols, 0, 0}});
        }
        merged += limiter.take(ticks);
    }
    void runUntil(DeadlineQueue::Time end)
    {
        while (deadlines.next() && *deadlines.next() <= end)
            deadlines.run(*deadlines.next());
        deadlines.run(end);
    }
    QByteArrayList takeDelivered() { return std::exchange(delivered, {}); }
    [[nodiscard]] const TickMerger &merger() const { return *this; }

    SymbolSet symbols = SymbolSet::firstOf(1);

private:
    OutgoingPacket mergedTick(const TickContents &contents) override
    {
        return OutgoingPacket::plainText("newest of " + QByteArray::number(contents.merged + 1),
                                         OutgoingPacket::Kind::Tick);
    }
    static QByteArray at(DeadlineQueue::Time time)
    {
        return QByteArray::number(qint64(std::chrono::floor<std::chrono::milliseconds>(time).count()));
    }
};

} // namespace

class TickLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstPassesAtOnce();
    void thoseBetweenAreMerged();
    void rareTicksAllPass();
    void neverTooSoonAfterAPause();
    void spacingAndAverage_data();
    void spacingAndAverage();
    void lateTimersDoNotAddUp();
    void severalAtOnceAreOne();
    void slowerAndFaster();
    void switchedOff();
    void stopped();
    void nothingIsLeftToDeliver();
    void everyTickCountsOnce();
};

void TickLimiterTest::firstPassesAtOnce()
{
    LimiterBench bench;
    QVERIFY(!bench.limiter.isActive());
    bench.limiter.setRate(10);
    QVERIFY(bench.limiter.isActive());
    QCOMPARE(bench.limiter.rate(), 10.0);
    bench.take({"1"});
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"1 at 0"});
    QCOMPARE(bench.merged, 0U);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void TickLimiterTest::thoseBetweenAreMerged()
{
    LimiterBench bench;
    bench.limiter.setRate(10);
    for (int i = 0; i < 10; ++i) {
        bench.runUntil(i * 30ms);
        bench.take({QByteArray::number(i)});
    }
    bench.runUntil(1s);
    QCOMPARE(bench.takeDelivered(),
             (QByteArrayList{"0 at 0", "newest of 3 at 100", "newest of 3 at 200", "newest of 3 at 300"}));
    QCOMPARE(bench.merged, 6U);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void TickLimiterTest::rareTicksAllPass()
{
    LimiterBench bench;
    bench.limiter.setRate(10);
    for (int i = 0; i < 100; ++i) {
        bench.runUntil(i * 100ms);
        bench.take({"x"});
        QCOMPARE(bench.takeDelivered(), QByteArrayList{"x at " + QByteArray::number(i * 100)});
    }
}

/// The time in which nothing came is not made up for.
void TickLimiterTest::neverTooSoonAfterAPause()
{
    LimiterBench bench;
    bench.limiter.setRate(10);
    bench.runUntil(30ms);
    bench.take({"a"});
    bench.runUntil(99ms);
    bench.take({"b"});
    bench.runUntil(129ms);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"a at 30"});
    bench.runUntil(250ms);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"newest of 1 at 130"});
    bench.take({"c"});
    bench.runUntil(251ms);
    bench.take({"d"});
    bench.runUntil(500ms);
    QCOMPARE(bench.takeDelivered(), (QByteArrayList{"c at 250", "newest of 1 at 350"}));
}

void TickLimiterTest::spacingAndAverage_data()
{
    QTest::addColumn<double>("rate");
    for (const double rate : {0.01, 0.3, 1.0, 3.0, 7.0, 60.0, 300.0, 700.0, 1000.0})
        QTest::addRow("%g a second", rate) << rate;
}

/// Ticks come ten times as often as they may pass.
void TickLimiterTest::spacingAndAverage()
{
    QFETCH(double, rate);
    LimiterBench bench;
    bench.limiter.setRate(rate);
    const auto interval = std::chrono::duration_cast<DeadlineQueue::Time>(std::chrono::duration<double>(1 / rate));
    constexpr int expected = 50;
    for (int i = 0; i < expected * 10; ++i) {
        bench.runUntil(i * interval / 10);
        bench.take({"x"});
    }
    QVERIFY(std::abs(int(bench.times.size()) - expected) <= 1);
    for (std::size_t i = 1; i < bench.times.size(); ++i)
        QCOMPARE(bench.times.at(i) - bench.times.at(i - 1), interval);
}

void TickLimiterTest::lateTimersDoNotAddUp()
{
    LimiterBench bench;
    bench.limiter.setRate(10);
    bench.take({"x"});
    constexpr int count = 20;
    for (int i = 1; i <= count; ++i) {
        bench.take({"x"});
        bench.deadlines.run(i * 100ms + 40ms);
    }
    QCOMPARE(bench.delivered.size(), count + 1);
    // After a stall the next one has its distance.
    bench.takeDelivered();
    bench.take({"late"});
    bench.deadlines.run(5s);
    bench.take({"next"});
    bench.runUntil(6s);
    QCOMPARE(bench.takeDelivered(), (QByteArrayList{"newest of 1 at 5000", "newest of 1 at 5100"}));
}

void TickLimiterTest::severalAtOnceAreOne()
{
    LimiterBench bench;
    bench.limiter.setRate(10);
    bench.take({"1", "2", "3"});
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"newest of 3 at 0"});
    QCOMPARE(bench.batches, std::vector<std::size_t>{1});
    QCOMPARE(bench.merged, 2U);
}

void TickLimiterTest::slowerAndFaster()
{
    LimiterBench bench;
    bench.limiter.setRate(1);
    bench.take({"a"});
    bench.runUntil(100ms);
    bench.take({"b"});
    bench.limiter.setRate(10);
    QCOMPARE(bench.takeDelivered(), (QByteArrayList{"a at 0", "newest of 1 at 100"}));
    bench.take({"c"});
    bench.runUntil(200ms);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"newest of 1 at 200"});
    bench.take({"d"});
    bench.limiter.setRate(0.5);
    bench.take({"e"});
    bench.runUntil(2199ms);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"newest of 1 at 200"});
    bench.runUntil(3s);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"newest of 1 at 2200"});
}

void TickLimiterTest::switchedOff()
{
    LimiterBench bench;
    bench.limiter.setRate(0.01);
    bench.take({"a"});
    bench.take({"b"});
    bench.take({"c"});
    bench.limiter.setRate(0);
    QVERIFY(!bench.limiter.isActive());
    QCOMPARE(bench.takeDelivered(), (QByteArrayList{"a at 0", "newest of 2 at 0"}));
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
    bench.limiter.setRate(0); // nothing held: nothing delivered
    QCOMPARE(bench.batches.size(), std::size_t(2));
}

void TickLimiterTest::stopped()
{
    LimiterBench bench;
    bench.limiter.setRate(1);
    bench.take({"a"});
    bench.take({"b"});
    bench.limiter.stop();
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
    bench.runUntil(10s);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"a at 0"});
}

void TickLimiterTest::nothingIsLeftToDeliver()
{
    LimiterBench bench;
    bench.limiter.setRate(1);
    bench.take({"a"});
    bench.take({"b"});
    QVERIFY(bench.limiter.restrictTo(bench.merger(), {}, {}));
    bench.runUntil(10s);
    QCOMPARE(bench.takeDelivered(), QByteArrayList{"a at 0"});
    QCOMPARE(bench.batches.size(), std::size_t(1));
}

void TickLimiterTest::everyTickCountsOnce()
{
    LimiterBench bench;
    bench.limiter.setRate(7);
    constexpr int count = 1000;
    for (int i = 0; i < count; ++i) {
        bench.runUntil(i * 3ms);
        bench.take({"x"});
    }
    bench.limiter.setRate(0);
    QCOMPARE(bench.delivered.size() + qsizetype(bench.merged), qsizetype(count));
}

TICKER_TEST(TickLimiterTest)
#include "tst_tick_limiter.moc"
