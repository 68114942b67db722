// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "packets/byte_budget.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostBytes = 100'000;

/// A server that counts what waits for all of its clients.
struct CountingBench final
{
    explicit CountingBench(SlowClientPolicy policy = SlowClientPolicy::Conflate)
        : bench(limitsWith(policy)), budget(bench.deadlines, mostBytes)
    {
        bench.server.setByteBudget(&budget);
    }
    ~CountingBench()
    {
        bench.server.disconnectAll();
        bench.pass(60s);
    }
    Q_DISABLE_COPY_MOVE(CountingBench)

    Bench bench;
    ByteBudget budget;

    static Limits limitsWith(SlowClientPolicy policy)
    {
        Limits limits;
        limits.slowClients = policy;
        return limits;
    }

    /// So many ticks, each at its own time.
    void ticks(int count)
    {
        for (int i = 0; i < count; ++i) {
            bench.tick(i);
            bench.settle();
        }
    }
    void say(SocketIoSocket &socket, qsizetype bytes)
    {
        socket.emitEvent(QStringLiteral("news"), SocketIoArguments().add(QString(bytes, QLatin1Char('x'))));
    }
};

} // namespace

class UnsentInTotalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWaitsIsCounted();
    void manyClientsThatStayAway();
    void whoHasMostMessagesIsDropped();
    void disconnectIsThePolicy();
    void unsentFramesCount();
    void packetsThatWaitForAttachmentsCount();
};

void UnsentInTotalTest::whatWaitsIsCounted()
{
    CountingBench c;
    const auto reads = c.bench.joinSocket();
    QCOMPARE(c.budget.bytes(), 0);
    const QByteArray sid = c.bench.joinPolling();
    c.ticks(10);
    QVERIFY(c.budget.bytes() > 10 * Bench::tickText(0).size());
    QCOMPARE(reads->frames.size(), 10);
    QVERIFY(c.bench.get(sid)->body().contains("price update\",9"));
    QCOMPARE(c.budget.bytes(), 0);
}

/// None of them has more than one may have.
void UnsentInTotalTest::manyClientsThatStayAway()
{
    CountingBench c;
    const auto reads = c.bench.joinSocket();
    QList<QByteArray> sids;
    for (int i = 0; i < 50; ++i)
        sids.append(c.bench.joinPolling());
    c.ticks(100);
    QVERIFY(c.budget.bytes() <= mostBytes);
    QCOMPARE(c.bench.server.clientCount(), std::size_t(51));
    QCOMPARE(reads->takeTexts().last(), Bench::tickText(99));
    QCOMPARE(reads->frames.size(), 0);
    quint64 merged = 0;
    for (const ClientRow &row : c.bench.server.clients())
        merged += row.ticksMerged;
    QVERIFY(merged > 1000);
    for (const QByteArray &sid : sids)
        QVERIFY(c.bench.get(sid)->body().endsWith(Bench::tickText(99)));
    QCOMPARE(c.budget.bytes(), 0);
}

void UnsentInTotalTest::whoHasMostMessagesIsDropped()
{
    QList<SocketIoSocket *> sockets;
    QList<DisconnectReason> ended;
    CountingBench c; // at its end it tells of the last ones
    c.bench.server.of().onConnection([&](SocketIoSocket &socket) { sockets.append(&socket); });
    c.bench.server.of().onDisconnection([&](SocketIoSocket &, DisconnectReason reason) { ended.append(reason); });
    QList<QByteArray> sids;
    for (int i = 0; i < 3; ++i)
        sids.append(c.bench.joinPolling());
    c.say(*sockets[0], 20'000);
    c.say(*sockets[1], 60'000);
    c.say(*sockets[2], 10'000);
    c.bench.settle();
    QCOMPARE(ended, QList<DisconnectReason>());
    c.say(*sockets[2], 20'000);
    c.bench.settle();
    QCOMPARE(ended, QList<DisconnectReason>{DisconnectReason::TooSlow});
    QCOMPARE(c.bench.get(sids[1])->status(), 400); // nobody knows it any more
    QCOMPARE(c.bench.get(sids[0])->body().size(), 20'000 + QByteArray("42[\"news\",\"\"]").size());
    QCOMPARE(c.bench.get(sids[2])->status(), 200);
    QCOMPARE(c.budget.bytes(), 0);
}

void UnsentInTotalTest::disconnectIsThePolicy()
{
    CountingBench c(SlowClientPolicy::Disconnect);
    const auto reads = c.bench.joinSocket();
    for (int i = 0; i < 50; ++i)
        c.bench.joinPolling();
    c.ticks(100);
    QVERIFY(c.budget.bytes() <= mostBytes);
    QVERIFY(c.bench.server.clientCount() < 51);
    QVERIFY(reads->isOpen());
    for (const ClientRow &row : c.bench.server.clients())
        QCOMPARE(row.ticksMerged, quint64(0));
}

/// What a transport has not got rid of cannot be taken back.
void UnsentInTotalTest::unsentFramesCount()
{
    QList<SocketIoSocket *> sockets;
    CountingBench c;
    c.bench.server.of().onConnection([&](SocketIoSocket &socket) { sockets.append(&socket); });
    const auto small = c.bench.joinSocket();
    const auto large = c.bench.joinSocket();
    small->stuck = true;
    large->stuck = true;
    c.say(*sockets[0], 30'000);
    c.say(*sockets[1], 60'000);
    QVERIFY(c.budget.bytes() > 90'000);
    c.say(*sockets[0], 20'000);
    c.bench.settle();
    QVERIFY(large->aborted);
    QVERIFY(small->isOpen());
    small->drain();
    QCOMPARE(c.budget.bytes(), 0);
}

void UnsentInTotalTest::packetsThatWaitForAttachmentsCount()
{
    const QByteArray announcement = R"(452-["a",{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}])";
    CountingBench c;
    const auto small = c.bench.joinSocket();
    const auto large = c.bench.joinSocket();
    small->text(announcement);
    small->binary(QByteArray(30'000, 'x'));
    large->text(announcement);
    large->binary(QByteArray(80'000, 'x'));
    c.bench.settle();
    QVERIFY(small->isOpen());
    QVERIFY(!large->isOpen());
    QVERIFY(c.budget.bytes() < 40'000);
    small->binary(QByteArray(10, 'x'));
    QCOMPARE(c.budget.bytes(), 0);
}

TICKER_TEST(UnsentInTotalTest)
#include "tst_unsent_in_total.moc"
