// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray pingFrame("\x89\x00", 2);

/// Room for a dozen ticks.
constexpr qsizetype tightBytes = 2000;

Limits tight()
{
    Limits limits;
    limits.maxUnsentBytes = tightBytes;
    limits.maxUnsentMessageBytes = tightBytes;
    return limits;
}

} // namespace

/// Heartbeats of the plain feed, and its clients that are too slow.
class FeedClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Heartbeats
    void pingsAtEvenIntervals();
    void silentClientIsDropped();
    void anythingHeardPutsOffTheEnd();
    void pingWaitsItsTurn();

    // Slow clients
    void ticksAreMergedToTheNewest();
    void nothingThatWasMergedIsLost();
    void oldestTicksGiveWay();
    void slowClientIsDisconnected();
    void stalledClientIsDropped();
    void answersBeyondTheBound();
};

void FeedClientsTest::pingsAtEvenIntervals()
{
    FeedBench bench;
    const auto socket = bench.join();
    for (int i = 0; i < 10; ++i) {
        bench.pass(24'999ms);
        QVERIFY(socket->frames.isEmpty());
        bench.pass(1ms);
        QCOMPARE(socket->frames, QByteArrayList{pingFrame});
        socket->frames.clear();
        socket->pong();
    }
    QVERIFY(socket->isOpen());
    QCOMPARE(bench.deadlines.size(), std::size_t(1));
}

void FeedClientsTest::silentClientIsDropped()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.pass(25s);
    QCOMPARE(socket->frames, QByteArrayList{pingFrame});
    bench.pass(19'999ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(socket->closeCode);
    QVERIFY(bench.server.clients().isEmpty());
    bench.tick();
    bench.pass(3s); // it does not answer the close frame either
    QVERIFY(socket->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void FeedClientsTest::anythingHeardPutsOffTheEnd()
{
    FeedBench bench;
    const auto socket = bench.join();
    const auto talker = bench.join();
    bench.pass(10s);
    socket->pong(); // that answers no ping
    talker->text("x");
    bench.pass(44'999ms);
    talker->binary("x");
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(!socket->isOpen());
    bench.pass(44'998ms);
    QVERIFY(talker->isOpen());
    bench.pass(1ms);
    QVERIFY(!talker->isOpen());
}

void FeedClientsTest::pingWaitsItsTurn()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.pass(20s);
    socket->stuck = true;
    bench.tick();
    bench.pass(6s);
    QCOMPARE(socket->frames.size(), 1);
    bench.tick(); // behind the ping
    QCOMPARE(socket->frames.size(), 1);
    socket->drain();
    QCOMPARE(socket->frames.size(), 3);
    QCOMPARE(socket->frames.at(1), pingFrame);
    socket->frames.clear();
    bench.tick();
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(3, 1));
}

void FeedClientsTest::ticksAreMergedToTheNewest()
{
    FeedBench bench(tight());
    const auto slow = bench.join();
    const auto fast = bench.join();
    slow->stuck = true;
    for (quint64 seq = 1; seq <= 1000; ++seq)
        bench.tick();
    QVERIFY(bench.server.clients().first().unsentBytes < tightBytes + 200);
    slow->drain();
    const auto texts = slow->takeTexts();
    QVERIFY(texts.size() > 2 && texts.size() < 30);
    const int kept = int(texts.size()) - 1; // and the rest is one
    QCOMPARE(texts.first(kept), FeedBench::tickTexts(1, kept));
    QCOMPARE(texts.last(), FeedBench::tickText(1000, 1000 - kept - 1));
    const ClientRow row = bench.server.clients().first();
    QCOMPARE(row.ticksSent, quint64(texts.size()));
    QCOMPARE(row.ticksMerged, quint64(1000 - texts.size()));
    QCOMPARE(row.unsentBytes, qint64(0));
    QCOMPARE(fast->takeTexts(), FeedBench::tickTexts(1, 1000));
}

/// The newest price of each instrument arrives, also of one that traded once and long ago.
void FeedClientsTest::nothingThatWasMergedIsLost()
{
    FeedBench bench(tight());
    const auto slow = bench.join(R"("*")");
    slow->stuck = true;
    for (int i = 0; i < 50; ++i)
        bench.tick({0});
    bench.tick({1});
    bench.tick({2, 0});
    bench.ticks(10);
    bench.tick({}); // in which nothing happens
    slow->drain();
    const auto texts = slow->takeTexts();
    const int merged = 62 - int(texts.size());
    QCOMPARE(
        texts.last(),
        HandMadeMarket::tickText(63, {{"ACME", 62}, {"BOLT", 51}, {"COMET", 52}}, merged, quint64(61 - merged), 62));
    QCOMPARE(bench.server.clients().first().ticksMerged, quint64(merged));
    bench.tick({1});
    QCOMPARE(slow->takeTexts(), QByteArrayList{HandMadeMarket::tickText(64, {{"BOLT", 64}}, 0, 62)});
}

void FeedClientsTest::oldestTicksGiveWay()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::DropOldest;
    FeedBench bench(limits);
    const auto socket = bench.join();
    socket->stuck = true;
    for (quint64 seq = 1; seq <= 1000; ++seq)
        bench.tick();
    socket->drain();
    const auto texts = socket->takeTexts();
    QVERIFY(texts.size() > 5);
    const int kept = int(texts.size()) - 1; // behind the first, which had left already
    QCOMPARE(texts.sliced(1), FeedBench::tickTexts(quint64(1001 - kept), kept));
}

void FeedClientsTest::slowClientIsDisconnected()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::Disconnect;
    FeedBench bench(limits);
    const auto slow = bench.join();
    const auto fast = bench.join();
    slow->stuck = true;
    for (quint64 seq = 1; seq <= 100; ++seq)
        bench.tick();
    QVERIFY(slow->aborted);
    QCOMPARE(fast->takeTexts(), FeedBench::tickTexts(1, 100));
    QCOMPARE(bench.server.clients().size(), 1);
}

void FeedClientsTest::stalledClientIsDropped()
{
    FeedBench bench(tight());
    const auto socket = bench.join();
    socket->stuck = true;
    for (quint64 seq = 1; seq <= 100; ++seq)
        bench.tick();
    bench.pass(28s);
    socket->pong(); // it lives, but does not read
    QVERIFY(!socket->aborted);
    bench.pass(3s);
    QVERIFY(socket->aborted);
    QVERIFY(!socket->closeCode);
    QVERIFY(bench.server.clients().isEmpty());
}

void FeedClientsTest::answersBeyondTheBound()
{
    FeedBench bench(tight());
    const auto socket = bench.join();
    socket->stuck = true;
    for (int i = 0; socket->isOpen() && i < 1000; ++i)
        socket->text(R"({"action":"ping"})");
    QVERIFY(socket->aborted);
    QVERIFY(socket->unsent < tightBytes + 200);
}

TICKER_TEST(FeedClientsTest)
#include "tst_feed_clients.moc"
