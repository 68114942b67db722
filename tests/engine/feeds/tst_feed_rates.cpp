// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

/// Clients of the plain feed that want ticks only so often.
class FeedRatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void maxRateIsKept();
    void maxRateComesWithASubscription();
    void maxRateCanBeSwitchedOff();
    void maxRateClosesTheFastPath();
    void slowAndLimited();
    void whatIsHeldTellsOfNow();
    void limitedClientLeaves();
    void deliveryThatEndsTheClient();
};

void FeedRatesTest::maxRateIsKept()
{
    FeedBench bench;
    const auto socket = bench.join(R"("*")");
    QCOMPARE(answerTo(*socket, maxRate("10")), QByteArray(R"({"type":"max_rate","max_rate":10})"));
    for (int i = 0; i < 10; ++i) {
        bench.tick({i % 3});
        bench.pass(10ms);
    }
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{HandMadeMarket::tickText(1, {{"ACME", 1}}),
                             HandMadeMarket::tickText(10, {{"ACME", 10}, {"BOLT", 8}, {"COMET", 9}}, 8)}));
    const ClientRow row = bench.server.clients().first();
    QCOMPARE(row.ticksSent, quint64(2));
    QCOMPARE(row.ticksMerged, quint64(8));
}

void FeedRatesTest::maxRateComesWithASubscription()
{
    FeedBench bench;
    const auto socket = bench.open();
    socket->text(R"({"action":"subscribe","symbols":["ACME"],"max_rate":1})");
    socket->frames.clear();
    bench.tick();
    bench.tick();
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(1, 1));
    socket->text(R"({"action":"subscribe","symbols":["BOLT"]})"); // which says nothing of the rate
    socket->frames.clear();
    bench.tick();
    QVERIFY(socket->frames.isEmpty());
    bench.pass(1s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{FeedBench::tickText(3, 1)});
}

void FeedRatesTest::maxRateCanBeSwitchedOff()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->text(maxRate("1"));
    bench.ticks(1);
    bench.ticks(1);
    bench.ticks(1);
    socket->frames.clear();
    socket->text(maxRate("0"));
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{FeedBench::tickText(3, 1), QByteArray(R"({"type":"max_rate","max_rate":0})")}));
    bench.tick();
    bench.tick();
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(4, 2));
}

void FeedRatesTest::maxRateClosesTheFastPath()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.tick();
    QCOMPARE(socket->fastPathCalls, 1);
    socket->text(maxRate("1000"));
    bench.pass(10ms);
    bench.tick();
    QCOMPARE(socket->fastPathCalls, 1);
    socket->text(maxRate("0"));
    bench.tick();
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(3));
}

/// Merged here and there: the number says of how many ticks.
void FeedRatesTest::slowAndLimited()
{
    FeedBench bench(roomForFewTicks());
    const auto socket = bench.join(R"(["ACME"])");
    socket->text(maxRate("10"));
    socket->frames.clear();
    socket->stuck = true;
    constexpr int ticks = 1000;
    for (int i = 0; i < ticks; ++i) {
        bench.tick();
        bench.pass(10ms);
    }
    socket->text(maxRate("0"));
    socket->drain();
    auto texts = socket->takeTexts();
    texts.removeOne(R"({"type":"max_rate","max_rate":0})");
    const ClientRow row = bench.server.clients().first();
    QCOMPARE(row.ticksSent, quint64(texts.size()));
    QCOMPARE(row.ticksSent + row.ticksMerged, quint64(ticks));
    quint64 merged = 0;
    for (const QByteArray &text : std::as_const(texts)) {
        const qsizetype at = text.indexOf("\"merged\":");
        merged += at < 0 ? 0 : text.sliced(at).chopped(1).split(':').last().toULongLong();
    }
    QCOMPARE(merged, row.ticksMerged);
    QVERIFY(texts.last().contains(HandMadeMarket::quoteText("ACME", ticks)));
}

/// A status has left before it.
void FeedRatesTest::whatIsHeldTellsOfNow()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->text(maxRate("1"));
    bench.tick();
    socket->frames.clear();
    bench.tick();
    bench.market.cache.setHalted(FeedBench::setOf({0}));
    bench.server.tellTrading({FeedBench::setOf({0}), {}});
    bench.market.trade({1});
    bench.pass(1s);
    const QByteArrayList texts = socket->takeTexts();
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.first(), HandMadeMarket::statusText("halted", 2, R"(["ACME"])"));
    QVERIFY2(texts.last().startsWith(R"({"type":"tick","seq":3,"after":1,"last":2,)"), texts.last().constData());
    QVERIFY2(texts.last().endsWith(R"(,"state":"halted"}]})"), texts.last().constData());
}

void FeedRatesTest::limitedClientLeaves()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->text(maxRate("1"));
    bench.tick();
    bench.tick();
    socket->vanish();
    bench.tick();
    bench.pass(5s);
    QVERIFY(socket->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

/// What was held back is too much for a server that does not wait: the request goes on with a client that is gone.
void FeedRatesTest::deliveryThatEndsTheClient()
{
    Limits limits = roomForFewTicks();
    limits.slowClients = SlowClientPolicy::Disconnect;
    FeedBench bench(limits);
    const auto socket = bench.join(R"("*")");
    socket->stuck = true;
    for (int i = 0; i < 5; ++i)
        bench.tick();
    QVERIFY(socket->isOpen());
    socket->text(maxRate("0.01"));
    bench.tick();
    bench.tick({0, 1, 2});
    QVERIFY(socket->isOpen());
    socket->text(R"({"action":"subscribe","symbols":"*","max_rate":0})");
    QVERIFY(socket->aborted);
    QVERIFY(bench.server.clients().isEmpty());
    bench.tick({0, 1, 2});
    bench.pass(1s);
    QVERIFY(socket->destroyed);
}

TICKER_TEST(FeedRatesTest)
#include "tst_feed_rates.moc"
