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
    void missingSymbolsComeBack();
    void missingSymbolsCanBeLeft();
    void aListOfAllIsNoStar();
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
    const QByteArray changed = HandMadeMarket::statusText("changed", 0);
    QCOMPARE(some->takeTexts(),
             (QByteArrayList{changed, hello, HandMadeMarket::snapshotText(R"(["COMET","ACME"])", 0, {})}));
    QCOMPARE(all->takeTexts(),
             (QByteArrayList{changed, hello, HandMadeMarket::snapshotText(R"(["DYNE","COMET","ACME"])", 0, {})}));
    QCOMPARE(none->takeTexts(), (QByteArrayList{changed, hello}));
    QCOMPARE(gone->takeTexts(), (QByteArrayList{changed, hello, HandMadeMarket::statusText("gone", 0, R"(["BOLT"])")}));
    other.trade({0, 2});
    bench.server.collectTick();
    bench.server.sendTicks();
    QCOMPARE(some->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"ACME", 1}})});
    QCOMPARE(all->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"DYNE", 1}, {"ACME", 1}})});
    QVERIFY(none->frames.isEmpty() && gone->frames.isEmpty());
    bench.server.disconnectAll();
}

/// After a file with other symbols, and one that has some of them.
void FeedMarketsTest::missingSymbolsComeBack()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["ACME","BOLT"])");
    const auto stream = bench.openStream(FeedBench::streamOf({1}));
    stream->stream.clear();
    const QByteArray hello = encodeFeedHello(bench.hello);
    const QByteArray changed = HandMadeMarket::statusText("changed", 0);
    HandMadeMarket file({QStringLiteral("DYNE")});
    bench.server.setCache(file.cache);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{changed, hello, HandMadeMarket::statusText("gone", 0, R"(["ACME","BOLT"])")}));
    QVERIFY(stream->stream.endsWith(HandMadeMarket::snapshotText("[]", 0, {})
                                    + "\n\ndata: " + HandMadeMarket::statusText("gone", 0, R"(["BOLT"])") + "\n\n"));
    HandMadeMarket other({QStringLiteral("BOLT")});
    bench.server.setCache(other.cache);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{changed, hello, HandMadeMarket::snapshotText(R"(["BOLT"])", 0, {}),
                             HandMadeMarket::statusText("gone", 0, R"(["ACME"])")}));
    HandMadeMarket again;
    bench.server.setCache(again.cache);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{changed, hello, HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 0, {})}));
    QVERIFY(stream->stream.endsWith(HandMadeMarket::snapshotText(R"(["BOLT"])", 0, {}) + "\n\n"));
    again.trade({0, 1, 2});
    bench.server.collectTick();
    bench.server.sendTicks();
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::tickText(1, {{"ACME", 1}, {"BOLT", 1}})});
    QVERIFY(stream->stream.endsWith(HandMadeMarket::tickText(1, {{"BOLT", 1}}) + "\n\n"));
    bench.server.disconnectAll();
}

void FeedMarketsTest::missingSymbolsCanBeLeft()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["ACME","BOLT"])");
    HandMadeMarket file({QStringLiteral("DYNE")});
    bench.server.setCache(file.cache);
    const QByteArray unknown = answerTo(*socket, R"({"action":"unsubscribe","symbols":["ACME","NOPE"]})");
    QVERIFY2(unknown.contains("unknown_symbol") && unknown.contains("NOPE"), unknown.constData());
    QCOMPARE(answerTo(*socket, R"({"action":"unsubscribe","symbols":["BOLT"]})"),
             QByteArray(R"({"type":"subscribed","symbols":[],"last":0})"));
    HandMadeMarket again;
    bench.server.setCache(again.cache);
    QCOMPARE(socket->takeTexts().last(), HandMadeMarket::snapshotText(R"(["ACME"])", 0, {}));
    bench.server.setCache(file.cache);
    socket->text(R"({"action":"unsubscribe","symbols":"*"})");
    socket->frames.clear();
    bench.server.setCache(again.cache);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{HandMadeMarket::statusText("changed", 0), encodeFeedHello(bench.hello)}));
    bench.server.disconnectAll();
}

/// Who names all that there are gets no others for that; who wants all gets those of any market.
void FeedMarketsTest::aListOfAllIsNoStar()
{
    FeedBench bench;
    HandMadeMarket file({QStringLiteral("ACME")});
    bench.server.setCache(file.cache);
    const auto named = bench.join(R"(["ACME"])");
    const auto all = bench.join(R"("*")");
    bench.server.setCache(bench.market.cache);
    QCOMPARE(named->takeTexts().last(), HandMadeMarket::snapshotText(R"(["ACME"])", 0, {}));
    QCOMPARE(all->takeTexts().last(), HandMadeMarket::snapshotText(R"(["ACME","BOLT","COMET"])", 0, {}));
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
    const QByteArrayList greeting{HandMadeMarket::statusText("changed", 1), encodeFeedHello(bench.hello),
                                  HandMadeMarket::snapshotText(R"(["DYNE"])", 1, {{"DYNE", 1}})};
    slow->drain();
    bench.pass(2s);
    const auto texts = slow->takeTexts();
    QCOMPARE(texts.last(3), greeting);
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
