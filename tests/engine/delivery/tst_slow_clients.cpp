// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <algorithm>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

/// Room for about thirty ticks.
Limits tight()
{
    Limits limits;
    limits.maxUnsentBytes = 1000;
    limits.maxUnsentMessageBytes = 1000;
    return limits;
}

int priceOf(const QByteArray &tick)
{
    const qsizetype start = tick.indexOf(',') + 1;
    return tick.mid(start, tick.size() - start - 1).toInt();
}

} // namespace

class SlowClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Over WebSocket
    void fastClientGetsEveryTick();
    void ticksAreMergedToTheNewest();
    void newestTickArrivesWithoutAnother();
    void othersAreNotDisturbed();
    void stalledClientIsDropped();
    void slowProgressIsProgress();
    void ordinaryPacketsBeyondTheBound();
    void longMessageIsNoOffence();

    // Over polling
    void pollingQueueIsBounded();
    void pollingClientThatStaysAway();
    void pollingKeepsOrder();
    void eachTickBehindALateState();

    // The other policies
    void oldestTicksGiveWay();
    void messagesDoNotGiveWay();
    void slowClientIsDisconnected();
    void pollingClientIsDisconnected();

    void heldTickCrossesAnUpgrade();
    void tickThatIsLongerThanTheBound();
};

void SlowClientsTest::fastClientGetsEveryTick()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    QByteArrayList expected;
    for (int price = 0; price < 1000; ++price) {
        bench.tick(price);
        expected.append(Bench::tickText(price));
    }
    QCOMPARE(socket->takeTexts(), expected);
    const ClientRow row = bench.server.clients().first();
    QCOMPARE(row.ticksSent, quint64(1000));
    QCOMPARE(row.ticksMerged, quint64(0));
}

void SlowClientsTest::ticksAreMergedToTheNewest()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    for (int price = 0; price < 1000; ++price)
        bench.tick(price);
    QVERIFY(socket->unsent <= 1000);
    const ClientRow row = bench.server.clients().first();
    QVERIFY(row.ticksSent >= 1);
    QVERIFY(row.ticksSent + row.ticksMerged < 1000); // some wait
    QVERIFY(row.unsentBytes >= socket->unsent);
    QVERIFY(row.unsentBytes < 1100);

    socket->drain();
    bench.tick(1000);
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.last(), Bench::tickText(1000));
    for (qsizetype i = 1; i < texts.size(); ++i)
        QVERIFY(priceOf(texts.at(i)) > priceOf(texts.at(i - 1)));
    QCOMPARE(bench.server.clients().first().ticksMerged, quint64(1001 - texts.size()));
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(texts.size()));
    QCOMPARE(bench.server.clients().first().unsentBytes, 0);
}

void SlowClientsTest::newestTickArrivesWithoutAnother()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    for (int price = 0; price <= 100; ++price)
        bench.tick(price);
    socket->frames.clear();
    bench.pass(5s);
    QVERIFY(socket->frames.isEmpty());
    socket->drain();
    QCOMPARE(socket->takeTexts().last(), Bench::tickText(100));
    bench.pass(1s);
    QCOMPARE(bench.deadlines.size(), std::size_t(1)); // the heartbeat's: nothing is watched any more
}

void SlowClientsTest::othersAreNotDisturbed()
{
    Bench bench(tight());
    const auto slow = bench.joinSocket();
    const auto fast = bench.joinSocket();
    slow->stuck = true;
    for (int price = 0; price < 100; ++price)
        bench.tick(price);
    QCOMPARE(fast->frames.size(), 100);
}

void SlowClientsTest::stalledClientIsDropped()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    bench.pass(1s);
    socket->stuck = true;
    for (int price = 0; price < 100; ++price)
        bench.tick(price);
    bench.pass(20s);
    bench.tick(1);
    bench.pass(9'999ms - 100ms);
    QVERIFY(!socket->aborted);
    bench.pass(300ms);
    QVERIFY(socket->aborted);
    QVERIFY(!socket->closeCode);
    QVERIFY(bench.server.clients().isEmpty());
    bench.settle();
    QVERIFY(socket->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void SlowClientsTest::slowProgressIsProgress()
{
    Limits limits = tight();
    limits.pingInterval = 1h;
    Bench bench(limits);
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    for (int i = 0; i < 20; ++i) {
        for (int price = 0; price < 100; ++price)
            bench.tick(price);
        bench.pass(20s);
        socket->unsent -= 1;
        bench.pass(5s);
    }
    QVERIFY(socket->isOpen());
}

/// Here the packets are answers to CONNECTs of namespaces that do not exist.
void SlowClientsTest::ordinaryPacketsBeyondTheBound()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    int requests = 0;
    for (; socket->isOpen() && requests < 10'000; ++requests)
        socket->text("40/x");
    QVERIFY(socket->aborted);
    QVERIFY(socket->unsent < 1100);
    QCOMPARE(bench.sessions(), std::size_t(0));

    const QByteArray sid = bench.joinPolling();
    for (int i = 0; i < 100; ++i)
        bench.post(sid, "40/x");
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SlowClientsTest::longMessageIsNoOffence()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    const QByteArray name(5000, 'n');
    socket->text("40/" + name);
    QVERIFY(socket->isOpen());
    QCOMPARE(socket->frames.size(), 1);
}

void SlowClientsTest::pollingQueueIsBounded()
{
    Bench bench(tight());
    const QByteArray sid = bench.joinPolling();
    for (int price = 0; price < 1000; ++price)
        bench.tick(price);
    ClientRow row = bench.server.clients().first();
    QVERIFY(row.unsentBytes < 1100);
    QVERIFY(row.ticksMerged > 900);
    const auto texts = bench.get(sid)->body().split('\x1e');
    QCOMPARE(texts.first(), Bench::tickText(0));
    QCOMPARE(texts.last(), Bench::tickText(999));
    row = bench.server.clients().first();
    QCOMPARE(row.ticksSent, quint64(texts.size()));
    QCOMPARE(row.ticksSent + row.ticksMerged, quint64(1000));
    QCOMPARE(row.unsentBytes, 0);
}

void SlowClientsTest::pollingClientThatStaysAway()
{
    Bench bench(tight());
    const QByteArray sid = bench.joinPolling();
    for (int price = 0; price < 100; ++price)
        bench.tick(price);
    bench.pass(29s);
    QCOMPARE(bench.sessions(), std::size_t(1));
    bench.pass(2s);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SlowClientsTest::pollingKeepsOrder()
{
    Bench bench(tight());
    const QByteArray sid = bench.joinPolling();
    for (int price = 0; price < 10; ++price)
        bench.tick(price);
    bench.post(sid, "40/x");
    for (int price = 10; price < 15; ++price)
        bench.tick(price);
    QByteArrayList expected;
    for (int price = 0; price < 15; ++price) {
        if (price == 10)
            expected.append("44/x,{\"message\":\"Invalid namespace\"}");
        expected.append(Bench::tickText(price));
    }
    QCOMPARE(bench.get(sid)->body().split('\x1e'), expected);
}

/// A price that is no part of any state goes before one that is made later, or it would be older.
void SlowClientsTest::eachTickBehindALateState()
{
    Bench bench;
    SocketIoSocket *joined = nullptr;
    bench.server.of().onConnection([&joined](SocketIoSocket &socket) { joined = &socket; });
    const QByteArray sid = bench.joinPolling();
    QVERIFY(joined);
    bench.tick(1);
    joined->emitLater(QStringLiteral("state"), [] { return SocketIoArguments().addJson("7"); });
    QByteArrayList expected{Bench::tickText(1)};
    for (int price = 2; price < 10; ++price) {
        bench.tick(price);
        expected.append(Bench::tickText(price));
    }
    expected.append("42[\"state\",7]");
    QCOMPARE(bench.get(sid)->body().split('\x1e'), expected);
    QCOMPARE(bench.server.clients().first().ticksMerged, quint64(0));
}

void SlowClientsTest::oldestTicksGiveWay()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::DropOldest;
    Bench bench(limits);
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    for (int price = 0; price < 1000; ++price)
        bench.tick(price);
    QVERIFY(bench.server.clients().first().unsentBytes < 1100);
    socket->drain();
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.first(), Bench::tickText(0)); // had left already
    QCOMPARE(texts.last(), Bench::tickText(999));
    QVERIFY(texts.size() > 20);
    for (qsizetype i = 2; i < texts.size(); ++i) // one gap, then none
        QCOMPARE(priceOf(texts.at(i)), priceOf(texts.at(i - 1)) + 1);
    QCOMPARE(bench.server.clients().first().ticksMerged, quint64(1000 - texts.size()));
}

void SlowClientsTest::messagesDoNotGiveWay()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::DropOldest;
    limits.maxUnsentMessageBytes = 100'000;
    Bench bench(limits);
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    bench.tick(0);
    for (int i = 0; i < 50; ++i) { // more than ticks may take
        bench.tick(i);
        socket->text("40/x");
    }
    for (int price = 100; price < 200; ++price)
        bench.tick(price);
    socket->drain();
    const auto texts = socket->takeTexts();
    QCOMPARE(std::count_if(texts.cbegin(), texts.cend(), [](const QByteArray &t) { return t.startsWith("44/x"); }), 50);
    QCOMPARE(texts.last(), Bench::tickText(199));
}

void SlowClientsTest::slowClientIsDisconnected()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::Disconnect;
    Bench bench(limits);
    const auto slow = bench.joinSocket();
    const auto fast = bench.joinSocket();
    slow->stuck = true;
    int ticks = 0;
    while (slow->isOpen() && ticks < 1000)
        bench.tick(ticks++);
    QVERIFY(slow->aborted);
    QVERIFY(ticks > 20 && ticks < 60);
    bench.tick(ticks++);
    QCOMPARE(fast->takeTexts().size(), ticks);
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void SlowClientsTest::pollingClientIsDisconnected()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::Disconnect;
    Bench bench(limits);
    bench.joinPolling();
    for (int price = 0; price < 100; ++price)
        bench.tick(price);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SlowClientsTest::heldTickCrossesAnUpgrade()
{
    Bench bench(tight());
    const QByteArray sid = bench.joinPolling();
    for (int price = 0; price < 100; ++price)
        bench.tick(price);
    const auto socket = bench.openSocket(sid);
    socket->text("5");
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.first(), Bench::tickText(0));
    QCOMPARE(texts.last(), Bench::tickText(99));
    bench.tick(100);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(100)});
}

void SlowClientsTest::tickThatIsLongerThanTheBound()
{
    Bench bench(tight());
    const auto socket = bench.joinSocket();
    bench.server.of().emitTick(QStringLiteral("x"), SocketIoArguments().add(QString(5000, QLatin1Char('x'))));
    QCOMPARE(socket->frames.size(), 1);
}

TICKER_TEST(SlowClientsTest)
#include "tst_slow_clients.moc"
