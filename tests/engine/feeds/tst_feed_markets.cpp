// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

/// What becomes of subscriptions to the plain feed when the market is another one.
class FeedMarketsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void subscriptionsAreKeptBySymbol();
    void heldTicksOfTheOldMarketAreDropped();
    void clientsThatEndWhenTheyAreGreeted();
};

void FeedMarketsTest::subscriptionsAreKeptBySymbol()
{
    FeedBench bench;
    const auto some = bench.join(R"(["ACME","COMET"])");
    const auto all = bench.join(R"("*")");
    const auto none = bench.open();
    none->frames.clear();
    const auto gone = bench.join(R"(["BOLT"])");
    bench.tick({0, 1, 2});
    for (const auto &socket : {some, all, gone})
        socket->frames.clear();
    HandMadeMarket other({QStringLiteral("DYNE"), QStringLiteral("COMET"), QStringLiteral("ACME")});
    bench.hello.seed = 43;
    bench.server.setCache(other.cache);
    const QByteArray hello = encodeFeedHello(bench.hello);
    QCOMPARE(some->takeTexts(), (QByteArrayList{hello, HandMadeMarket::snapshotText(R"(["COMET","ACME"])", 0, {})}));
    QCOMPARE(all->takeTexts(),
             (QByteArrayList{hello, HandMadeMarket::snapshotText(R"(["DYNE","COMET","ACME"])", 0, {})}));
    QCOMPARE(none->takeTexts(), QByteArrayList{hello});
    QCOMPARE(gone->takeTexts(), QByteArrayList{hello});
    other.trade({0, 2});
    bench.server.collectTick();
    bench.server.sendTicks();
    QCOMPARE(some->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"ACME", 1}})});
    QCOMPARE(all->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"DYNE", 1}, {"ACME", 1}})});
    QVERIFY(none->frames.isEmpty() && gone->frames.isEmpty());
    bench.server.disconnectAll();
}

/// Places mean other instruments there, and the greeting says how things stand.
void FeedMarketsTest::heldTicksOfTheOldMarketAreDropped()
{
    FeedBench bench(roomForFewTicks());
    const auto slow = bench.join(R"("*")");
    const auto limited = bench.join(R"("*")");
    limited->text(maxRate("1"));
    slow->stuck = true;
    for (int i = 0; i < 50; ++i)
        bench.tick({0, 1, 2});
    limited->frames.clear();
    HandMadeMarket other({QStringLiteral("DYNE")});
    other.trade({0});
    bench.server.setCache(other.cache);
    const QByteArrayList greeting{encodeFeedHello(bench.hello),
                                  HandMadeMarket::snapshotText(R"(["DYNE"])", 1, {{"DYNE", 1}})};
    slow->drain();
    bench.pass(2s);
    const auto texts = slow->takeTexts();
    QCOMPARE(texts.last(2), greeting);
    QCOMPARE(limited->takeTexts(), greeting);
    for (const ClientRow &row : bench.server.clients())
        QCOMPARE(row.ticksSent + row.ticksMerged, quint64(50));
    bench.server.disconnectAll();
}

void FeedMarketsTest::clientsThatEndWhenTheyAreGreeted()
{
    Limits limits = roomForFewTicks();
    limits.maxUnsentMessageBytes = 1;
    FeedBench bench(limits);
    const auto first = bench.join(R"("*")");
    const auto second = bench.join(R"("*")");
    const auto third = bench.join(R"("*")");
    first->stuck = true;
    second->stuck = true;
    bench.tick();
    HandMadeMarket other({QStringLiteral("DYNE")});
    bench.server.setCache(other.cache);
    QVERIFY(first->aborted && second->aborted);
    QVERIFY(third->isOpen());
    other.trade({0});
    bench.server.collectTick();
    bench.server.sendTicks();
    QCOMPARE(third->takeTexts().last(), HandMadeMarket::tickText(1, {{"DYNE", 1}}));
    bench.pass(1s);
    QVERIFY(first->destroyed && second->destroyed);
    bench.server.disconnectAll();
}

TICKER_TEST(FeedMarketsTest)
#include "tst_feed_markets.moc"
