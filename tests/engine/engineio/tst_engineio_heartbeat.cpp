// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

class EngineIoHeartbeatTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void pingsAndPongs();
    void pingOverPolling();
    void pingGoesOnAcrossAnUpgrade();

    // Rainy
    void noPong();
    void noPongOverPolling();
    void latePongIsTooLate();
    void strayPongsNeitherCostTimersNorPutOffThePing();
    void messagesGiveMoreTimeOnce();
    void doublePongCountsOnce();
    void pingFromTheClient_data();
    void pingFromTheClient();
    void otherPacketsMeanNothing();
};

void EngineIoHeartbeatTest::pingsAndPongs()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    for (int i = 0; i < 5; ++i) {
        bench.pass(24'999ms);
        QVERIFY(socket->takeTexts().isEmpty());
        bench.pass(1ms);
        QCOMPARE(socket->takeTexts(), QByteArrayList{"2"});
        bench.pass(19'999ms);
        socket->text("3");
    }
    QVERIFY(socket->isOpen());
}

void EngineIoHeartbeatTest::pingOverPolling()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    bench.pass(25s);
    QCOMPARE(waiting->body(), QByteArray("2"));
    bench.post(sid, "3");
    // Without a GET that waits it is kept for the next.
    bench.pass(25s);
    QCOMPARE(bench.get(sid)->body(), QByteArray("2"));
}

void EngineIoHeartbeatTest::pingGoesOnAcrossAnUpgrade()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    bench.pass(25s);
    QCOMPARE(waiting->body(), QByteArray("2"));
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->text("5");
    socket->text("3"); // answers what was asked over polling
    socket->frames.clear();
    bench.pass(25s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{"2"});
    bench.pass(20s);
    QVERIFY(socket->closeCode.has_value());
}

void EngineIoHeartbeatTest::noPong()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    bench.pass(44'999ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QCOMPARE(socket->closeCode.value(), 1005);
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(bench.server.clients().isEmpty());
}

void EngineIoHeartbeatTest::noPongOverPolling()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.get(sid);
    bench.pass(25s);
    const auto waiting = bench.get(sid);
    bench.pass(20s);
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.get(sid)->body(), QByteArray("{\"code\":1,\"message\":\"Session ID unknown\"}"));
}

void EngineIoHeartbeatTest::latePongIsTooLate()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    bench.pass(45s);
    QVERIFY(!socket->isOpen());
    socket->text("3");
    QCOMPARE(bench.sessions(), std::size_t(0));
}

/// A long message may stand before the pong; but a client that only talks is not kept.
void EngineIoHeartbeatTest::messagesGiveMoreTimeOnce()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const auto timers = bench.deadlines.size();
    bench.pass(25s + 19s);
    socket->text("42[\"a\"]");
    bench.pass(19s);
    QVERIFY(socket->isOpen());
    socket->text("42[\"a\"]");
    QCOMPARE(bench.deadlines.size(), timers);
    bench.pass(1s - 1ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(!socket->isOpen());

    const auto answering = bench.joinSocket();
    for (int i = 0; i < 3; ++i) { // anew for each ping
        bench.pass(25s + 19s);
        answering->text("42[\"a\"]");
        bench.pass(19s);
        answering->text("3");
    }
    QVERIFY(answering->isOpen());
}

void EngineIoHeartbeatTest::strayPongsNeitherCostTimersNorPutOffThePing()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const auto timers = bench.deadlines.size();
    QCOMPARE(timers, std::size_t(1));
    bench.pass(10s);
    for (int i = 0; i < 10'000; ++i)
        socket->text("3");
    QCOMPARE(bench.deadlines.size(), timers);
    bench.pass(15s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{"2"});
}

void EngineIoHeartbeatTest::doublePongCountsOnce()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    bench.pass(25s);
    for (int i = 0; i < 3; ++i)
        socket->text("3");
    socket->frames.clear();
    bench.pass(25s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{"2"});
    bench.pass(20s);
    QVERIFY(!socket->isOpen());
}

void EngineIoHeartbeatTest::pingFromTheClient_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("plain") << QByteArray("2");
    QTest::newRow("probe outside an upgrade") << QByteArray("2probe");
}

void EngineIoHeartbeatTest::pingFromTheClient()
{
    QFETCH(QByteArray, packet);
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->text(packet);
    QVERIFY(socket->closeCode.has_value());

    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QCOMPARE(bench.post(sid, packet)->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

/// Over a WebSocket even a close packet does nothing, as with the reference.
void EngineIoHeartbeatTest::otherPacketsMeanNothing()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    for (const char *packet : {"0", "0{}", "1", "5", "6", "3probe"})
        socket->text(packet);
    QVERIFY(socket->isOpen());
    QVERIFY(socket->frames.isEmpty());
}

TICKER_TEST(EngineIoHeartbeatTest)
#include "tst_engineio_heartbeat.moc"
