// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "feed_bench.h"
#include "telemetry/client_watch.h"
#include "telemetry/sent_rate.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

/// What is told of clients in the snapshots and details, and how they are disconnected.
class ClientRowsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesAreOverTheLastSeconds();
    void feedRowsTellSubscriptions();
    void subscriptionsShareTheirText();
    void socketIoRowsTellTheHeadline();
    void feedRoundTrip();
    void pongsToNothingTellNothing();
    void socketIoRoundTrip();
    void aCloseStatusReachesWebSockets();
    void pollingHasNoCodes();
    void watchKeepsTheLastMessagesOfOne();
    void detailsHaveTheHead();
};

void ClientRowsTest::ratesAreOverTheLastSeconds()
{
    SentRate rate(10s);
    QCOMPARE(rate.update(10s + 500ms, 10), 0.0); // not known yet
    QCOMPARE(rate.update(11s, 20), 20.0);
    QCOMPARE(rate.update(12s, 60), 30.0);
    QCOMPARE(rate.update(12s + 900ms, 99), 30.0); // once a second
    QCOMPARE(rate.update(13s, 100), 40.0);
    QCOMPARE(rate.update(15s, 100), 40.0 / 3);
    QCOMPARE(rate.update(16s, 100), 0.0);
}

void ClientRowsTest::feedRowsTellSubscriptions()
{
    FeedBench bench;
    const auto socket = bench.open();
    const auto row = [&bench] { return bench.server.clients().first(); };
    QVERIFY(!row().getsHeadline);
    QCOMPARE(row().subscription, Subscription());
    socket->text(R"({"action":"subscribe","symbols":["COMET","ACME"]})");
    QCOMPARE(row().subscription, (Subscription{2, false, QStringLiteral("ACME, COMET")}));
    socket->text(R"({"action":"subscribe","symbols":"*"})");
    QCOMPARE(row().subscription, (Subscription{3, true, QStringLiteral("ACME, BOLT, COMET")}));
    socket->text(R"({"action":"unsubscribe","symbols":"*"})");
    QCOMPARE(row().subscription, Subscription());
    for (int i = 0; i < 5; ++i) {
        socket->text(R"({"action":"subscribe","symbols":"ACME"})");
        bench.tick();
        bench.pass(1s);
        static_cast<void>(row());
    }
    QVERIFY(row().ticksPerSecond > 0);
}

void ClientRowsTest::subscriptionsShareTheirText()
{
    FeedBench bench;
    const auto one = bench.join();
    const auto other = bench.join();
    const QList<ClientRow> rows = bench.server.clients();
    const QList<ClientRow> again = bench.server.clients();
    QCOMPARE(rows[0].subscription.symbols, QStringLiteral("ACME"));
    QCOMPARE(rows[0].subscription.symbols.constData(), rows[1].subscription.symbols.constData());
    QCOMPARE(rows[0].subscription.symbols.constData(), again[0].subscription.symbols.constData());
}

void ClientRowsTest::socketIoRowsTellTheHeadline()
{
    Bench bench;
    const auto socket = bench.openSocket();
    QVERIFY(!bench.server.clients().first().getsHeadline);
    socket->text("40");
    QVERIFY(bench.server.clients().first().getsHeadline);
    QCOMPARE(bench.server.clients().first().subscription.instruments, quint16(0));
}

void ClientRowsTest::feedRoundTrip()
{
    FeedBench bench;
    const auto socket = bench.open();
    const auto roundTrip = [&bench] { return bench.server.clients().first().roundTrip; };
    QVERIFY(roundTrip() < 0ns);
    bench.pass(25s); // the ping
    QVERIFY(roundTrip() < 0ns);
    bench.pass(7ms);
    socket->text(R"({"action":"ping"})"); // no answer to it
    QVERIFY(roundTrip() < 0ns);
    bench.pass(5ms);
    socket->pong();
    QCOMPARE(std::chrono::nanoseconds(roundTrip()), 12'000'000ns);
    bench.pass(5s);
    socket->pong(); // unasked for
    QCOMPARE(std::chrono::nanoseconds(roundTrip()), 12'000'000ns);
}

void ClientRowsTest::pongsToNothingTellNothing()
{
    FeedBench bench;
    const auto socket = bench.open();
    bench.pass(3s);
    socket->pong();
    QVERIFY(bench.server.clients().first().roundTrip < 0ns);
}

void ClientRowsTest::socketIoRoundTrip()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    bench.pass(25s);
    bench.pass(9ms);
    socket->text("3");
    QCOMPARE(std::chrono::nanoseconds(bench.server.clients().first().roundTrip), 9'000'000ns);
}

void ClientRowsTest::aCloseStatusReachesWebSockets()
{
    FeedBench feed;
    const auto plain = feed.open();
    QVERIFY(feed.server.disconnectClient(FeedBench::firstId, {1013, QStringLiteral("later")}));
    QCOMPARE(plain->closeCode, std::optional<quint16>(1013));
    QVERIFY(!feed.server.disconnectClient(FeedBench::firstId, {}));

    Bench bench;
    const auto first = bench.joinSocket();
    const auto second = bench.joinSocket();
    QVERIFY(bench.server.disconnectClient(1, {1008, QStringLiteral("no")}));
    QVERIFY(bench.server.disconnectClient(2, {}));
    QCOMPARE(first->closeCode, std::optional<quint16>(1008));
    QCOMPARE(second->closeCode, std::optional<quint16>(1005)); // none
}

void ClientRowsTest::pollingHasNoCodes()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QVERIFY(bench.server.disconnectClient(1, {1008, QStringLiteral("no")}));
    QCOMPARE(waiting->body(), QByteArray("1")); // a close packet
    QCOMPARE(bench.server.clientCount(), std::size_t(0));
}

void ClientRowsTest::watchKeepsTheLastMessagesOfOne()
{
    constexpr qint64 now = 1'795'377'208'008;
    FeedBench bench;
    ClientWatch watch([] { return now; });
    bench.server.setClientWatch(&watch);
    const auto one = bench.open();
    const auto other = bench.open();
    one->text("too early");
    watch.watch(FeedBench::firstId);
    other->text("of another one");
    QVERIFY(watch.messages().isEmpty());
    for (int i = 0; i <= ClientWatch::mostMessages; ++i)
        one->text("message " + QByteArray::number(i));
    one->binary(QByteArray(1000, 'x'));
    QCOMPARE(watch.messages().size(), ClientWatch::mostMessages);
    QCOMPARE(watch.messages().first().data, QByteArray("message 2"));
    QCOMPARE(watch.messages().first().timeMs, now);
    QCOMPARE(watch.messages().last().size, qsizetype(1000));
    QCOMPARE(watch.messages().last().data.size(), ClientMessage::mostKept);
    QVERIFY(watch.messages().last().binary);
    watch.watch(0);
    one->text("nobody looks");
    QVERIFY(watch.messages().isEmpty());
}

void ClientRowsTest::detailsHaveTheHead()
{
    FeedBench bench;
    PeerInfo peer = FeedBench::peer();
    peer.head = "GET /ws\n";
    bench.server.acceptWebSocket(peer, std::make_unique<FakeChannel>(std::make_shared<FakeSocket>()));
    const auto details = bench.server.details(FeedBench::firstId);
    QVERIFY(details);
    QCOMPARE(details->head, peer.head);
    QCOMPARE(details->row.port, peer.port);
    QVERIFY(!bench.server.details(FeedBench::firstId + 1));
}

TICKER_TEST(ClientRowsTest)
#include "tst_client_rows.moc"
