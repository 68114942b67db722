// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <QRandomGenerator>

using namespace ticker;
using namespace std::chrono_literals;

/// What happens within a call of ours: a reply brings the client's next request before it returns, a callback of a
/// connection ends its own session. Under the sanitizers this also proves that nothing is used after its end.
class ReentrancyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nextGetWithinTheReply();
    void postWithinTheHandshakesReply();
    void closeWithinTheReplyOfATick();
    void overlapWithinTheReply();
    void kickOfAnotherWithinABroadcast();
    void newClientWithinABroadcast();
    void upgradeWithinTheLastReply();
    void broadcastWithinABroadcast();
    void vanishingAtRandomMoments();
    void abortedHandshakesLeaveNothing();
};

void ReentrancyTest::nextGetWithinTheReply()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    ExchangePointer second;
    const auto first = bench.get(sid);
    first->onReply = [&] { second = bench.get(sid); };
    bench.tick(1);
    QCOMPARE(first->body(), Bench::tickText(1));
    QVERIFY(second && second->isPending());
    bench.tick(2);
    QCOMPARE(second->body(), Bench::tickText(2));
}

void ReentrancyTest::postWithinTheHandshakesReply()
{
    Bench bench;
    QByteArray sid;
    const auto exchange = std::make_shared<FakeExchange>();
    exchange->onReply = [&] {
        sid = Bench::sidOf(exchange->body());
        bench.post(sid, "40");
    };
    bench.requestWith(exchange, "GET", Bench::pollingQuery({}));
    QVERIFY(bench.get(sid)->body().startsWith("40{"));
}

void ReentrancyTest::closeWithinTheReplyOfATick()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto exchange = bench.get(sid);
    exchange->onReply = [&] { bench.post(sid, "1"); };
    const auto other = bench.joinSocket();
    bench.tick(1);
    bench.tick(2);
    QCOMPARE(other->frames.size(), 2);
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void ReentrancyTest::overlapWithinTheReply()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    ExchangePointer second;
    ExchangePointer third;
    const auto first = bench.get(sid);
    first->onReply = [&] {
        second = bench.get(sid);
        third = bench.get(sid);
    };
    bench.tick(1);
    QCOMPARE(second->body(), QByteArray("1"));
    QCOMPARE(third->status(), 400);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void ReentrancyTest::kickOfAnotherWithinABroadcast()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto exchange = bench.get(sid);
    QList<SocketPointer> sockets;
    for (int i = 0; i < 5; ++i)
        sockets.append(bench.joinSocket());
    exchange->onReply = [&] {
        bench.server.disconnectClient(1);
        bench.server.disconnectClient(3);
        bench.server.disconnectClient(6);
    };
    bench.tick(1);
    QCOMPARE(sockets[0]->frames.size(), 1);
    QCOMPARE(sockets[1]->frames.size(), 0);
    QCOMPARE(sockets[2]->frames.size(), 1);
    QCOMPARE(sockets[3]->frames.size(), 1);
    QCOMPARE(sockets[4]->frames.size(), 0);
    bench.tick(2);
    QCOMPARE(sockets[0]->frames.size(), 2);
    QCOMPARE(sockets[1]->frames.size(), 0);
}

void ReentrancyTest::newClientWithinABroadcast()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto exchange = bench.get(sid);
    QList<SocketPointer> sockets;
    exchange->onReply = [&] {
        for (int i = 0; i < 100; ++i)
            sockets.append(bench.joinSocket());
    };
    bench.tick(1);
    QCOMPARE(sockets.size(), 100);
    QVERIFY(sockets.last()->frames.isEmpty());
    bench.tick(2);
    QCOMPARE(sockets.last()->takeTexts(), QByteArrayList{Bench::tickText(2)});
}

void ReentrancyTest::upgradeWithinTheLastReply()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto exchange = bench.get(sid);
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    exchange->onReply = [&] { socket->text("5"); };
    bench.pass(100ms);
    QCOMPARE(exchange->body(), QByteArray("6"));
    bench.tick(1);
    QCOMPARE(socket->takeTexts(), (QByteArrayList{"3probe", Bench::tickText(1)}));
}

void ReentrancyTest::broadcastWithinABroadcast()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto exchange = bench.get(sid);
    const auto socket = bench.joinSocket();
    exchange->onReply = [&] {
        bench.server.disconnectClient(1);
        bench.tick(2);
    };
    bench.tick(1);
    QCOMPARE(socket->frames.size(), 2);
    bench.tick(3);
    QCOMPARE(socket->frames.size(), 3);
}

/// A thousand clients that do this and that and leave at any point of it.
void ReentrancyTest::vanishingAtRandomMoments()
{
    Limits limits;
    limits.maxUnsentBytes = 500;
    Bench bench(limits);
    QRandomGenerator random(1);
    for (int round = 0; round < 1000; ++round) {
        const bool polls = random.bounded(2) == 0;
        const QByteArray sid = polls ? bench.openPolling() : QByteArray();
        const auto socket = bench.openSocket(sid);
        socket->stuck = random.bounded(4) == 0;
        ExchangePointer waiting;
        const QByteArrayList packets{"40", "2probe", "5", "42[\"a\"]", "3", "41", "x", "451-[\"a\"]"};
        const int steps = int(random.bounded(12));
        for (int step = 0; step < steps; ++step) {
            switch (random.bounded(6)) {
            case 0:
                waiting = polls ? bench.get(sid) : nullptr;
                break;
            case 1:
                if (polls)
                    bench.post(sid, packets.at(qsizetype(random.bounded(8))));
                break;
            case 2:
                if (waiting && waiting->isPending() && random.bounded(3) == 0)
                    std::exchange(waiting, nullptr)->abandon();
                break;
            case 3:
                bench.pass(std::chrono::milliseconds(random.bounded(60)));
                break;
            case 4:
                bench.tick(round);
                break;
            default:
                socket->text(packets.at(qsizetype(random.bounded(8))));
            }
        }
        if (random.bounded(2) == 0)
            socket->vanish();
        if (waiting && waiting->isPending())
            waiting->abandon();
    }
    bench.pass(5min);
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(bench.server.clients().isEmpty());
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void ReentrancyTest::abortedHandshakesLeaveNothing()
{
    Bench bench;
    for (int i = 0; i < 10'000; ++i) {
        const auto socket = bench.openSocket();
        socket->vanish();
    }
    bench.settle();
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

TICKER_TEST(ReentrancyTest)
#include "tst_reentrancy.moc"
