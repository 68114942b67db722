// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

class EngineIoUpgradeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void fromPollingToWebSocket();
    void noopsComeAgainAndAgain();
    void pollingGoesOnMeanwhile();
    void messagesInFlight_data();
    void messagesInFlight();
    void withoutAProbe();
    void oldRequestsAreRefusedAfterwards();

    // Rainy
    void timeout();
    void wrongPackets_data();
    void wrongPackets();
    void probeThatVanishes();
    void secondProbeWhileUpgrading();
    void webSocketForASessionThatHasOne_data();
    void webSocketForASessionThatHasOne();
    void sessionEndsMeanwhile();
    void probesThatNobodyReads();
    void manyProbesCostOneTimer();
};

void EngineIoUpgradeTest::fromPollingToWebSocket()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    QCOMPARE(int(bench.server.clients().first().transport), int(TransportKind::SocketIoPolling));
    const auto waiting = bench.get(sid);
    const auto socket = bench.openSocket(sid);
    QVERIFY(socket->frames.isEmpty());
    socket->text("2probe");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"3probe"});
    bench.pass(100ms);
    QCOMPARE(waiting->body(), QByteArray("6"));
    socket->text("5");
    QVERIFY(socket->frames.isEmpty());
    QCOMPARE(int(bench.server.clients().first().transport), int(TransportKind::SocketIoWebSocket));
    bench.tick(7);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(7)});
    QCOMPARE(bench.server.clients().size(), 1);
    bench.settle();
    QCOMPARE(bench.deadlines.size(), std::size_t(1));
}

void EngineIoUpgradeTest::noopsComeAgainAndAgain()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    auto waiting = bench.get(sid);
    bench.pass(1s);
    QVERIFY(waiting->isPending()); // nothing was probed yet
    socket->text("2probe");
    for (int i = 0; i < 20; ++i) {
        bench.pass(99ms);
        QVERIFY(waiting->isPending());
        bench.pass(1ms);
        QCOMPARE(waiting->body(), QByteArray("6"));
        waiting = bench.get(sid);
    }
}

void EngineIoUpgradeTest::pollingGoesOnMeanwhile()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->frames.clear();
    const auto waiting = bench.get(sid);
    bench.tick(1);
    QCOMPARE(waiting->body(), Bench::tickText(1));
    bench.post(sid, "42[\"a\"]");
    QCOMPARE(bench.unknownEvents(), quint64(1));
    QVERIFY(socket->frames.isEmpty());
}

/// Every tick arrives once and in order, wherever the client is with its polls when it moves over.
void EngineIoUpgradeTest::messagesInFlight_data()
{
    QTest::addColumn<int>("getAt"); ///< Ticks before the GET of the middle.
    QTest::addColumn<int>("probeAt");
    QTest::addColumn<int>("upgradeAt");
    for (int getAt = 0; getAt <= 4; ++getAt) {
        for (int probeAt = 0; probeAt <= 4; ++probeAt) {
            for (int upgradeAt = probeAt; upgradeAt <= 6; ++upgradeAt)
                QTest::addRow("get %d, probe %d, upgrade %d", getAt, probeAt, upgradeAt)
                    << getAt << probeAt << upgradeAt;
        }
    }
}

void EngineIoUpgradeTest::messagesInFlight()
{
    QFETCH(int, getAt);
    QFETCH(int, probeAt);
    QFETCH(int, upgradeAt);
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    ExchangePointer polled;
    QByteArrayList expected;
    for (int step = 0; step <= 8; ++step) {
        if (step == probeAt)
            socket->text("2probe");
        if (step == upgradeAt)
            socket->text("5");
        if (step == getAt && step < upgradeAt)
            polled = bench.get(sid);
        bench.tick(step);
        expected.append(Bench::tickText(step));
        bench.pass(40ms);
    }
    QByteArrayList received;
    if (polled)
        received = polled->body().split('\x1e');
    for (const QByteArray &text : socket->takeTexts()) {
        if (text != "3probe")
            received.append(text);
    }
    received.removeAll("6");
    received.removeAll("1");
    QCOMPARE(received, expected);
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(9));
}

void EngineIoUpgradeTest::withoutAProbe()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    const auto socket = bench.openSocket(sid);
    socket->text("5");
    QCOMPARE(waiting->body(), QByteArray("1"));
    bench.tick(1);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(1)});
}

void EngineIoUpgradeTest::oldRequestsAreRefusedAfterwards()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("5");
    const FakeExchange::Reply badRequest{400, "application/json", "{\"code\":3,\"message\":\"Bad request\"}"};
    QCOMPARE(*bench.get(sid)->answer, badRequest);
    QCOMPARE(*bench.post(sid, "1")->answer, badRequest);
    QCOMPARE(*bench.request("GET", Bench::query("websocket", sid))->answer, badRequest);
    QVERIFY(socket->isOpen());
}

void EngineIoUpgradeTest::timeout()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    bench.pass(9'999ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(socket->closeCode.has_value());
    // Polling goes on, without noops, and another try is welcome.
    const auto waiting = bench.get(sid);
    bench.pass(1s);
    QVERIFY(waiting->isPending());
    const auto again = bench.openSocket(sid);
    again->text("2probe");
    again->text("5");
    QCOMPARE(again->takeTexts(), QByteArrayList{"3probe"});
    QVERIFY(again->isOpen());
}

void EngineIoUpgradeTest::wrongPackets_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("message") << QByteArray("42[\"a\"]");
    QTest::newRow("plain ping") << QByteArray("2");
    QTest::newRow("other probe") << QByteArray("2probe2");
    QTest::newRow("pong") << QByteArray("3");
    QTest::newRow("close") << QByteArray("1");
    QTest::newRow("noop") << QByteArray("6");
    QTest::newRow("open") << QByteArray("0");
    QTest::newRow("garbage") << QByteArray("x");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("binary") << QByteArray("(binary)");
}

void EngineIoUpgradeTest::wrongPackets()
{
    QFETCH(QByteArray, packet);
    for (const bool probed : {false, true}) {
        Bench bench;
        const QByteArray sid = bench.joinPolling();
        const auto socket = bench.openSocket(sid);
        if (probed)
            socket->text("2probe");
        if (packet == "(binary)")
            socket->binary("5");
        else
            socket->text(packet);
        QVERIFY(socket->closeCode.has_value());
        socket->text("5"); // too late
        QCOMPARE(bench.unknownEvents(), quint64(0));
        QCOMPARE(int(bench.server.clients().first().transport), int(TransportKind::SocketIoPolling));
        bench.tick(1);
        QCOMPARE(bench.get(sid)->body(), Bench::tickText(1));
    }
}

void EngineIoUpgradeTest::probeThatVanishes()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->vanish();
    QVERIFY(!socket->closeCode);
    bench.settle();
    QVERIFY(socket->destroyed);
    bench.tick(1);
    QCOMPARE(bench.get(sid)->body(), Bench::tickText(1));
}

void EngineIoUpgradeTest::secondProbeWhileUpgrading()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto first = bench.openSocket(sid);
    first->text("2probe");
    const auto second = bench.openSocket(sid);
    QVERIFY(second->closeCode.has_value());
    second->text("5");
    first->text("5");
    QVERIFY(first->isOpen());
    bench.tick(1);
    QCOMPARE(first->takeTexts(), (QByteArrayList{"3probe", Bench::tickText(1)}));
}

void EngineIoUpgradeTest::webSocketForASessionThatHasOne_data()
{
    QTest::addColumn<bool>("upgraded");
    QTest::newRow("upgraded") << true;
    QTest::newRow("from the start") << false;
}

void EngineIoUpgradeTest::webSocketForASessionThatHasOne()
{
    QFETCH(bool, upgraded);
    Bench bench;
    QByteArray sid;
    SocketPointer socket;
    if (upgraded) {
        sid = bench.joinPolling();
        socket = bench.openSocket(sid);
        socket->text("5");
    } else {
        socket = bench.openSocket();
        sid = Bench::sidOf(socket->takeTexts().first());
        socket->text("40");
        socket->frames.clear();
    }
    const auto second = bench.openSocket(sid);
    QVERIFY(second->closeCode.has_value());
    second->text("2probe");
    second->text("5");
    second->vanish();
    bench.settle();
    bench.tick(1);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(1)});
}

void EngineIoUpgradeTest::sessionEndsMeanwhile()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    bench.post(sid, "1");
    QVERIFY(socket->closeCode.has_value());
    socket->text("5");
    QCOMPARE(bench.sessions(), std::size_t(0));
    bench.pass(20s);
    QVERIFY(socket->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void EngineIoUpgradeTest::probesThatNobodyReads()
{
    Limits limits;
    limits.maxUnsentBytes = 1000;
    Bench bench(limits);
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->stuck = true;
    int probes = 0;
    for (; socket->isOpen() && probes < 100'000; ++probes)
        socket->text("2probe");
    QVERIFY(socket->closeCode.has_value());
    QVERIFY(socket->unsent < 1100);
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoUpgradeTest::manyProbesCostOneTimer()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    const auto timers = bench.deadlines.size();
    for (int i = 0; i < 10'000; ++i)
        socket->text("2probe");
    QCOMPARE(bench.deadlines.size(), timers);
}

TICKER_TEST(EngineIoUpgradeTest)
#include "tst_engineio_upgrade.moc"
