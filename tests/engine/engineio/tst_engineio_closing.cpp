// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray unknownSid = QByteArrayLiteral("{\"code\":1,\"message\":\"Session ID unknown\"}");

quint64 onlyClient(const Bench &bench)
{
    const auto rows = bench.server.clients();
    return rows.size() == 1 ? rows.first().id : 0;
}

} // namespace

class EngineIoClosingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // By the client
    void closePacketOverPolling();
    void closePacketWithoutAGet();
    void webSocketVanishes();
    void brokenFrames_data();
    void brokenFrames();

    // By the server
    void kickWhileAGetHangs();
    void kickBeforeTheNextGet();
    void kickWithMessagesWaiting();
    void kickOfAClientThatNeverComesBack();
    void kickedClientCannotSend();
    void kickOverWebSocket();
    void kickDuringAnUpgrade();
    void kickOfAStranger();
    void shutdown();
    void destroyedWithoutShutdown();
};

void EngineIoClosingTest::closePacketOverPolling()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QCOMPARE(bench.post(sid, "1")->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("6"));
    QCOMPARE(bench.get(sid)->body(), unknownSid);
    QCOMPARE(bench.post(sid, "40")->body(), unknownSid);
}

void EngineIoClosingTest::closePacketWithoutAGet()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    QCOMPARE(bench.post(sid, "1")->body(), QByteArray("ok"));
    QCOMPARE(bench.sessions(), std::size_t(0));
    bench.settle();
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void EngineIoClosingTest::webSocketVanishes()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->vanish();
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(!socket->closeCode);
    bench.settle();
    QVERIFY(socket->destroyed);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void EngineIoClosingTest::brokenFrames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("letter") << QByteArray("x");
    QTest::newRow("unknown type") << QByteArray("7");
    QTest::newRow("two packets") << QByteArray("\x1e"
                                               "42[\"a\"]");
}

void EngineIoClosingTest::brokenFrames()
{
    QFETCH(QByteArray, text);
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->text(text);
    QCOMPARE(socket->closeCode.value(), 1005);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoClosingTest::kickWhileAGetHangs()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QVERIFY(bench.server.disconnectClient(onlyClient(bench)));
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(bench.server.clients().isEmpty());
}

void EngineIoClosingTest::kickBeforeTheNextGet()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    QVERIFY(bench.server.disconnectClient(onlyClient(bench)));
    QVERIFY(bench.server.clients().isEmpty());
    bench.pass(29s);
    QCOMPARE(bench.get(sid)->body(),
             QByteArray("6\x1e"
                        "1"));
    QCOMPARE(bench.get(sid)->body(), unknownSid);
    bench.settle();
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void EngineIoClosingTest::kickWithMessagesWaiting()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.tick(5);
    QVERIFY(bench.server.disconnectClient(onlyClient(bench)));
    bench.tick(6);
    QCOMPARE(bench.get(sid)->body(), Bench::tickText(5));
    QCOMPARE(bench.get(sid)->body(),
             QByteArray("6\x1e"
                        "1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoClosingTest::kickOfAClientThatNeverComesBack()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.server.disconnectClient(onlyClient(bench));
    QCOMPARE(bench.sessions(), std::size_t(1));
    bench.pass(30s);
    QCOMPARE(bench.sessions(), std::size_t(0));
    bench.settle();
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
    QCOMPARE(bench.get(sid)->body(), unknownSid);
}

void EngineIoClosingTest::kickedClientCannotSend()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.server.disconnectClient(onlyClient(bench));
    QCOMPARE(bench.post(sid, "42[\"a\"]")->body(), QByteArray("ok"));
    QCOMPARE(bench.unknownEvents(), quint64(0));
    QVERIFY(bench.openSocket(sid)->closeCode.has_value());
    // Nor is it kept by whatever else it does.
    QCOMPARE(bench.post(sid, "1")->body(), QByteArray("ok"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoClosingTest::kickOverWebSocket()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    QVERIFY(bench.server.disconnectClient(onlyClient(bench)));
    QCOMPARE(socket->closeCode.value(), 1005);
    QVERIFY(socket->frames.isEmpty()); // no "41", after which the client would stay away
    QCOMPARE(bench.sessions(), std::size_t(0));
    socket->vanish();
    bench.settle();
    QVERIFY(socket->destroyed);
}

void EngineIoClosingTest::kickDuringAnUpgrade()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    bench.server.disconnectClient(onlyClient(bench));
    QVERIFY(socket->closeCode.has_value());
    QCOMPARE(waiting->body(), QByteArray("1"));
    socket->text("5");
    bench.pass(60s);
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void EngineIoClosingTest::kickOfAStranger()
{
    Bench bench;
    bench.joinSocket();
    QVERIFY(!bench.server.disconnectClient(0));
    QVERIFY(!bench.server.disconnectClient(99));
    QCOMPARE(bench.server.clients().size(), 1);
}

void EngineIoClosingTest::shutdown()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const auto waiting = bench.get(bench.joinPolling());
    bench.joinPolling();
    const QByteArray upgrading = bench.joinPolling();
    const auto probe = bench.openSocket(upgrading);
    bench.server.disconnectAll();
    QCOMPARE(socket->closeCode.value(), 1001);
    QCOMPARE(waiting->body(), QByteArray("1"));
    QVERIFY(probe->closeCode.has_value());
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(bench.server.clients().isEmpty());
    bench.pass(10s);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
    bench.server.disconnectAll();
}

void EngineIoClosingTest::destroyedWithoutShutdown()
{
    auto bench = std::make_unique<Bench>();
    const auto socket = bench->joinSocket();
    const auto waiting = bench->get(bench->joinPolling());
    const QByteArray upgrading = bench->joinPolling();
    const auto probe = bench->openSocket(upgrading);
    bench.reset();
    QVERIFY(socket->destroyed);
    QVERIFY(probe->destroyed);
    waiting->abandon(); // finds nobody
}

TICKER_TEST(EngineIoClosingTest)
#include "tst_engineio_closing.moc"
