// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "packets/byte_budget.h"
#include "ticker_test.h"

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray subscribeAcme(R"({"action":"subscribe","symbols":["ACME"]})");
const QByteArray acmeSymbols(R"(["ACME"])");

struct CountingFeed final
{
    CountingFeed() { feed.server.setByteBudget(&budget); }
    ~CountingFeed()
    {
        feed.server.disconnectAll();
        feed.pass(60s);
    }
    Q_DISABLE_COPY_MOVE(CountingFeed)

    FeedBench feed;
    ByteBudget budget{feed.deadlines, 1'000'000'000};
};

} // namespace

/// What a client is to catch up on is made when it can take it.
class LateSnapshotsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoReadsGetsItAtOnce();
    void itTellsOfTheTimeWhenItLeaves();
    void ticksComeBehindIt();
    void ticksBehindItAreNotOlder();
    void manyCostLittle();
    void ofAnotherMarket();
    void statesBehindItAreNotOlder();
    void missedTicksComeAsTheyCanLeave();
    void missedTicksThatAreForgottenMeanwhile();
};

void LateSnapshotsTest::whoReadsGetsItAtOnce()
{
    FeedBench bench;
    bench.market.trade({0});
    const auto socket = bench.open();
    QCOMPARE(answerTo(*socket, subscribeAcme), HandMadeMarket::snapshotText(acmeSymbols, 1, {{"ACME", 1}}));
}

void LateSnapshotsTest::itTellsOfTheTimeWhenItLeaves()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["BOLT"])");
    socket->stuck = true;
    bench.tick({1}); // unsent from now on
    socket->frames.clear();
    socket->text(subscribeAcme);
    for (int i = 0; i < 5; ++i)
        bench.tick({0});
    QCOMPARE(socket->takeTexts(), QByteArrayList());
    socket->drain();
    const QByteArrayList texts = socket->takeTexts();
    QCOMPARE(texts.first(), HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 6, {{"ACME", 6}}, 1, 1));
}

/// None of them is older than the state before it.
void LateSnapshotsTest::ticksComeBehindIt()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["BOLT"])");
    socket->stuck = true;
    bench.tick({1});
    socket->frames.clear();
    socket->text(subscribeAcme);
    bench.tick({0});
    bench.tick({0});
    bench.tick({1});
    socket->drain();
    QByteArrayList texts = socket->takeTexts();
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.takeFirst(), HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 4, {{"ACME", 3}}, 1, 1));
    QCOMPARE(texts.takeFirst(), HandMadeMarket::tickText(4, {{"ACME", 3}, {"BOLT", 4}}, 2));
    bench.tick({0});
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(5, 1));
}

/// Not even one that waits alone, while newer ones are held back by max_rate.
void LateSnapshotsTest::ticksBehindItAreNotOlder()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["BOLT"])");
    socket->stuck = true;
    bench.tick({1});
    socket->frames.clear();
    socket->text(R"({"action":"subscribe","symbols":["ACME"],"max_rate":1})");
    bench.tick({0}); // passes, and waits
    bench.tick({0}); // is held back
    socket->drain();
    QByteArrayList texts = socket->takeTexts();
    QCOMPARE(texts.takeFirst(), HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 3, {{"ACME", 3}}, 1, 1));
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(HandMadeMarket::quoteText("ACME", 3)), texts.first().constData());
    QVERIFY2(texts.first().startsWith(R"({"type":"tick","seq":3,"after":1,"last":2,)"), texts.first().constData());
}

void LateSnapshotsTest::manyCostLittle()
{
    constexpr int subscriptions = 1000;
    CountingFeed c;
    const auto socket = c.feed.join(R"(["BOLT"])");
    socket->stuck = true;
    c.feed.tick({1});
    socket->frames.clear();
    for (int i = 0; i < subscriptions; ++i)
        socket->text(subscribeAcme);
    QVERIFY(c.budget.bytes() < subscriptions * 2000);
    QVERIFY(socket->isOpen());
    socket->drain();
    QCOMPARE(socket->takeTexts().size(), subscriptions);
    QCOMPARE(c.budget.bytes(), 0);
}

/// The state of a market that is not played any more is nobody's, but each question gets its answer.
/// Once, however often it has changed; and nothing of a new market comes before its greeting.
void LateSnapshotsTest::ofAnotherMarket()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["BOLT"])");
    socket->stuck = true;
    bench.tick({1});
    socket->frames.clear();
    socket->text(subscribeAcme);
    HandMadeMarket second({QStringLiteral("DYNE")});
    bench.server.setCache(second.cache);
    HandMadeMarket third({QStringLiteral("COMET"), QStringLiteral("ACME")});
    bench.server.setCache(third.cache);
    socket->drain();
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{HandMadeMarket::statusText("changed", 0), encodeFeedHello(bench.hello),
                             HandMadeMarket::snapshotText(acmeSymbols, 0, {}),
                             HandMadeMarket::statusText("gone", 0, R"(["BOLT"])")}));
    bench.server.disconnectAll();
    bench.pass(60s);
}

/// What has changed back while they waited is not told as if it had been later.
void LateSnapshotsTest::statesBehindItAreNotOlder()
{
    FeedBench bench;
    const auto socket = bench.join(R"(["BOLT"])");
    socket->text(R"({"action":"heartbeat","every":1})");
    socket->stuck = true;
    bench.tick({1});
    socket->frames.clear();
    const auto tellMarket = [&](MarketState::Kind kind) {
        bench.market.cache.setState({kind, {}});
        bench.server.tellMarketState();
    };
    const auto tellHalts = [&](const QList<int> &halted, const TradingChange &change) {
        bench.market.cache.setHalted(FeedBench::setOf(halted));
        bench.server.tellTrading(change);
    };
    tellMarket(MarketState::Kind::Paused); // before it
    socket->text(subscribeAcme);
    bench.pass(1s); // a heartbeat
    tellMarket(MarketState::Kind::Running);
    tellMarket(MarketState::Kind::Paused);
    tellHalts({0, 1}, {FeedBench::setOf({0, 1}), {}});
    tellHalts({1}, {{}, FeedBench::setOf({0})});
    tellHalts({1, 2}, {FeedBench::setOf({2}), {}}); // which it has not chosen
    bench.tick({0});
    socket->drain();
    QByteArrayList texts = socket->takeTexts();
    QCOMPARE(texts.takeFirst(), HandMadeMarket::statusText("paused", 1));
    const QByteArray snapshot = texts.takeFirst();
    QVERIFY2(snapshot.startsWith(R"({"type":"snapshot",)")
                 && snapshot.endsWith(R"(,"state":"paused","halted":["BOLT"]})"),
             snapshot.constData());
    const QByteArray heartbeat = texts.takeFirst();
    QVERIFY2(heartbeat.startsWith(R"({"type":"heartbeat","tape":"0tape","every":1,"seq":2,"last":1,)"),
             heartbeat.constData());
    QVERIFY2(heartbeat.endsWith(R"(,"state":"paused","halted":["BOLT"]})"), heartbeat.constData());
    QCOMPARE(texts.takeFirst(), HandMadeMarket::statusText("paused", 2));
    QCOMPARE(texts.takeFirst(), HandMadeMarket::statusText("paused", 2));
    QCOMPARE(texts.takeFirst(), HandMadeMarket::statusText("halted", 2, R"(["BOLT"])"));
    QCOMPARE(texts.takeFirst(), HandMadeMarket::statusText("trading", 2, R"(["ACME"])"));
    QCOMPARE(texts.size(), 1); // the tick
    tellMarket(MarketState::Kind::Running);
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::statusText("running", 2)});
}

void LateSnapshotsTest::missedTicksComeAsTheyCanLeave()
{
    constexpr quint64 ticks = 1000;
    FeedBench bench;
    for (quint64 i = 0; i < ticks; ++i)
        bench.market.trade({0});
    quint64 shown = 0;
    bench.missedTicks = [&](quint64 afterSeq, const SymbolSet &, const FeedServer::Source::Visitor &visit) {
        for (quint64 seq = afterSeq + 1; seq <= ticks; ++seq) {
            shown = std::max(shown, seq);
            if (!visit(seq, QByteArray(1000, 'x')))
                return false;
        }
        return true;
    };
    auto socket = std::make_shared<FakeSocket>();
    socket->isStream = true;
    socket->stuck = true;
    bench.server.acceptEventStream(FeedBench::peer(), FeedBench::streamOf({0}, 0, 0),
                                   std::make_unique<FakeChannel>(socket));
    QVERIFY(shown < 100); // as many as leave at once
    bench.tick();
    while (socket->unsent > 0) {
        socket->unsent = 0;
        socket->receiver->channelWritable();
    }
    const QByteArray stream = socket->stream;
    QCOMPARE(stream.count("\nid: "), int(ticks) + 2); // and what says that it is resumed
    QVERIFY(stream.contains("id: 1000\ndata: xxx"));
    QVERIFY(stream.endsWith("id: 1001\ndata: " + FeedBench::tickText(1001) + "\n\n"));
    bench.server.disconnectAll();
    bench.pass(60s);
}

void LateSnapshotsTest::missedTicksThatAreForgottenMeanwhile()
{
    FeedBench bench;
    for (int i = 0; i < 500; ++i)
        bench.market.trade({0});
    bool isForgotten = false;
    bench.missedTicks = [&](quint64 afterSeq, const SymbolSet &, const FeedServer::Source::Visitor &visit) {
        return !isForgotten && visit(afterSeq + 1, QByteArray(1000, 'x'));
    };
    auto socket = std::make_shared<FakeSocket>();
    socket->isStream = true;
    socket->stuck = true;
    bench.server.acceptEventStream(FeedBench::peer(), FeedBench::streamOf({0}, 0, 0),
                                   std::make_unique<FakeChannel>(socket));
    isForgotten = true;
    const auto got = quint64(socket->stream.count("data: x"));
    QVERIFY(got > 0 && got < 500);
    socket->drain();
    const QByteArray gap = "{\"type\":\"gap\",\"tape\":\"0tape\",\"from\":" + QByteArray::number(got) + ",\"to\":500}";
    QVERIFY(socket->stream.endsWith("id: " + QByteArray::number(got) + "\ndata: " + gap + "\n\nid: 500\ndata: "
                                    + HandMadeMarket::snapshotText(acmeSymbols, 500, {{"ACME", 500}}) + "\n\n"));
    bench.server.disconnectAll();
    bench.pass(60s);
}

TICKER_TEST(LateSnapshotsTest)
#include "tst_late_snapshots.moc"
