// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray retryText("retry: 2000\n\n");
const QByteArray commentText(":\n\n");
const QByteArray acmeSymbols(R"(["ACME"])");

QByteArray eventOf(quint64 seq, const QByteArray &json)
{
    return "id: " + QByteArray::number(seq) + "\ndata: " + json + "\n\n";
}

QByteArray tickEvent(quint64 seq, int merged = 0)
{
    return eventOf(seq, FeedBench::tickText(seq, merged));
}

QByteArray resumedEvent(quint64 after)
{
    return eventOf(after, R"({"type":"resumed","tape":"0tape","after":)" + QByteArray::number(after) + '}');
}

FeedServer::EventStreamRequest requestFor(const QList<int> &places)
{
    return FeedBench::streamOf(places);
}

QByteArray takeStream(FakeSocket &socket)
{
    return std::exchange(socket.stream, {});
}

} // namespace

/// Clients of server-sent events (WHATWG HTML, 9.2).
class FeedEventsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snapshotThenTicks();
    void ticksTakeTheFastPath();
    void besideWebSockets();
    void commentsAtEvenIntervals();
    void silenceIsNoOffence();
    void stalledClientIsDropped();
    void slowClientGetsTheNewest();
    void maxRateIsKept();
    void rowsAndTheEnd();

    // Taken up again
    void missedTicksAreShown();
    void nothingWasMissed();
    void missedTicksAreGone();

    void anotherMarket();
    void resumedWhereSymbolsAreMissing();
};

void FeedEventsTest::snapshotThenTicks()
{
    FeedBench bench;
    bench.market.trade({0, 1});
    const auto socket = bench.openStream(requestFor({0}));
    QCOMPARE(socket->sends, 1);
    QCOMPARE(takeStream(*socket), retryText + eventOf(1, HandMadeMarket::snapshotText(acmeSymbols, 1, {{"ACME", 1}})));
    bench.tick({1});
    bench.tick({0});
    QCOMPARE(takeStream(*socket), eventOf(3, HandMadeMarket::tickText(3, {{"ACME", 3}}, 0, 1)));
}

void FeedEventsTest::ticksTakeTheFastPath()
{
    FeedBench bench;
    const auto socket = bench.openStream(requestFor({0}));
    const auto other = bench.openStream(requestFor({0}));
    takeStream(*socket);
    takeStream(*other);
    other->fastPathTakes = 10;
    bench.ticks(3);
    QCOMPARE(socket->fastPathCalls, 1);
    const QByteArray events = tickEvent(1) + tickEvent(2) + tickEvent(3);
    QCOMPARE(takeStream(*socket), events);
    other->drain();
    QCOMPARE(takeStream(*other), events);
}

void FeedEventsTest::besideWebSockets()
{
    FeedBench bench;
    const auto webSocket = bench.join(R"(["ACME"])");
    const auto stream = bench.openStream(requestFor({0}));
    takeStream(*stream);
    bench.tick();
    QCOMPARE(webSocket->takeTexts(), FeedBench::tickTexts(1, 1));
    QCOMPARE(takeStream(*stream), tickEvent(1));
}

void FeedEventsTest::commentsAtEvenIntervals()
{
    FeedBench bench;
    const auto socket = bench.openStream(requestFor({0}));
    takeStream(*socket);
    for (int i = 0; i < 20; ++i) {
        bench.pass(14'999ms);
        QCOMPARE(socket->stream, QByteArray());
        bench.pass(1ms);
        QCOMPARE(takeStream(*socket), commentText);
    }
}

void FeedEventsTest::silenceIsNoOffence()
{
    FeedBench bench;
    const auto socket = bench.openStream(requestFor({0}));
    bench.pass(24h);
    QVERIFY(socket->isOpen());
    takeStream(*socket);
    bench.tick();
    QCOMPARE(takeStream(*socket), tickEvent(1));
}

void FeedEventsTest::stalledClientIsDropped()
{
    FeedBench bench;
    const auto socket = bench.openStream(requestFor({0}));
    const auto other = bench.openStream(requestFor({0}));
    socket->stuck = true;
    bench.pass(15s); // the comment is not taken
    QVERIFY(socket->unsent > 0);
    bench.pass(29s);
    QVERIFY(socket->isOpen());
    bench.pass(3s);
    QVERIFY(socket->aborted);
    QVERIFY(other->isOpen());
    QCOMPARE(bench.server.clientCount(), std::size_t(1));
    bench.pass(1s);
    QVERIFY(socket->destroyed);
}

/// The id of what was merged is the newest tick's: who comes back has missed nothing before it.
void FeedEventsTest::slowClientGetsTheNewest()
{
    Limits limits;
    limits.maxUnsentBytes = 1000;
    FeedBench bench(limits);
    const auto socket = bench.openStream(requestFor({0, 1}));
    takeStream(*socket);
    socket->stuck = true;
    for (int i = 0; i < 99; ++i)
        bench.tick({0});
    bench.tick({1});
    socket->drain();
    const QByteArray stream = takeStream(*socket);
    const int events = int(stream.count("id: "));
    QVERIFY(events > 2 && events < 20);
    QVERIFY(stream.startsWith(tickEvent(1) + tickEvent(2)));
    QVERIFY(stream.endsWith(eventOf(100, HandMadeMarket::tickText(100, {{"ACME", 99}, {"BOLT", 100}}, 100 - events))));
}

void FeedEventsTest::maxRateIsKept()
{
    FeedBench bench;
    const auto socket = bench.openStream(FeedBench::streamOf({0}, 2, std::nullopt));
    takeStream(*socket);
    for (int i = 0; i < 10; ++i) {
        bench.tick();
        bench.pass(100ms);
    }
    QCOMPARE(takeStream(*socket), tickEvent(1) + tickEvent(5, 3) + tickEvent(10, 4));
}

void FeedEventsTest::rowsAndTheEnd()
{
    FeedBench bench;
    const auto first = bench.openStream(requestFor({0}));
    const auto second = bench.openStream(requestFor({0}));
    const auto third = bench.openStream(requestFor({0}));
    QCOMPARE(bench.server.clients().size(), 3);
    const ClientRow row = bench.server.clients().first();
    QVERIFY(row.transport == TransportKind::ServerSentEvents);
    QCOMPARE(row.bytesSent, quint64(first->stream.size()));
    QCOMPARE(row.ticksSent, quint64(0));
    first->vanish();
    QVERIFY(bench.server.disconnectClient(FeedBench::firstId + 1));
    QVERIFY(second->closeCode);
    bench.server.disconnectAll();
    QVERIFY(third->closeCode);
    bench.tick();
    bench.pass(60s);
    QVERIFY(first->destroyed && second->destroyed && third->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void FeedEventsTest::missedTicksAreShown()
{
    FeedBench bench;
    for (int i = 0; i < 9; ++i)
        bench.market.trade({0});
    bench.missedTicks = [](quint64 afterSeq, const SymbolSet &symbols, const FeedServer::Source::Visitor &visit) {
        if (afterSeq < 7 || symbols != FeedBench::setOf({0}))
            return false;
        for (quint64 seq = afterSeq + 1; seq <= 9; ++seq) {
            if (!visit(seq, "{\"a\":" + QByteArray::number(seq) + '}'))
                return false;
        }
        return true;
    };
    const auto socket = bench.openStream(FeedBench::streamOf({0}, 0, 7));
    QCOMPARE(takeStream(*socket), retryText + resumedEvent(7) + eventOf(8, "{\"a\":8}") + eventOf(9, "{\"a\":9}"));
    bench.tick();
    QCOMPARE(takeStream(*socket), tickEvent(10));
}

void FeedEventsTest::nothingWasMissed()
{
    FeedBench bench;
    bench.market.trade({0});
    bench.missedTicks = [](quint64, const SymbolSet &, const FeedServer::Source::Visitor &) { return true; };
    const auto socket = bench.openStream(FeedBench::streamOf({0}, 0, 1));
    QCOMPARE(takeStream(*socket), retryText + resumedEvent(1));
    bench.tick();
    QCOMPARE(takeStream(*socket), tickEvent(2));
}

void FeedEventsTest::missedTicksAreGone()
{
    FeedBench bench;
    for (int i = 0; i < 9; ++i)
        bench.market.trade({0});
    const auto socket = bench.openStream(FeedBench::streamOf({0}, 0, 3));
    QCOMPARE(takeStream(*socket),
             retryText + eventOf(3, R"({"type":"gap","tape":"0tape","from":3,"to":9})")
                 + eventOf(9, HandMadeMarket::snapshotText(acmeSymbols, 9, {{"ACME", 9}})));
}

/// A browser would not come back after an error.
void FeedEventsTest::resumedWhereSymbolsAreMissing()
{
    FeedBench bench;
    auto request = requestFor({0});
    request.lastSeq = 0;
    request.missing = {QStringLiteral("DYNE")};
    const auto socket = bench.openStream(request);
    QVERIFY(takeStream(*socket).endsWith("data: " + HandMadeMarket::statusText("gone", 0, R"(["DYNE"])") + "\n\n"));
    HandMadeMarket other({QStringLiteral("DYNE"), QStringLiteral("ACME")});
    bench.server.setCache(other.cache);
    const QByteArray stream = takeStream(*socket);
    QVERIFY2(stream.contains(R"("symbols":["DYNE","ACME"])") && !stream.contains("gone"), stream.constData());
    bench.server.disconnectAll();
    bench.pass(60s);
}

void FeedEventsTest::anotherMarket()
{
    FeedBench bench;
    const auto socket = bench.openStream(requestFor({0, 1}));
    takeStream(*socket);
    HandMadeMarket other({QStringLiteral("BOLT"), QStringLiteral("ACME"), QStringLiteral("DYNE")});
    bench.server.setCache(other.cache);
    QCOMPARE(takeStream(*socket),
             "data: " + HandMadeMarket::statusText("changed", 0) + "\n\ndata: " + encodeFeedHello(bench.hello) + "\n\n"
                 + eventOf(0, HandMadeMarket::snapshotText(R"(["BOLT","ACME"])", 0, {})));
    other.trade({2, 1});
    bench.server.collectTick();
    bench.server.sendTicks();
    QCOMPARE(takeStream(*socket), tickEvent(1));
    bench.server.disconnectAll();
}

TICKER_TEST(FeedEventsTest)
#include "tst_feed_events.moc"
