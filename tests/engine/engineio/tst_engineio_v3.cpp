// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray octets = QByteArrayLiteral("application/octet-stream");

QByteArray queryV3(const QByteArray &transport, const QByteArray &sid = {})
{
    return "EIO=3&transport=" + transport + (sid.isEmpty() ? QByteArray() : "&sid=" + sid);
}

/// A client that polls, with the main namespace's packet taken.
QByteArray joinPollingV3(Bench &bench, const QByteArray &more = {})
{
    QByteArray sid = Bench::sidOf(bench.request("GET", queryV3("polling") + more)->body());
    bench.request("GET", queryV3("polling", sid) + more);
    return sid;
}

ExchangePointer getV3(Bench &bench, const QByteArray &sid)
{
    return bench.request("GET", queryV3("polling", sid));
}

ExchangePointer postV3(Bench &bench, const QByteArray &sid, const QByteArray &body,
                       const QByteArray &contentType = "text/plain;charset=UTF-8")
{
    return bench.request("POST", queryV3("polling", sid), body, contentType);
}

SocketPointer openSocketV3(Bench &bench, const QByteArray &more = {})
{
    auto socket = std::make_shared<FakeSocket>();
    const EngineIoRequest request{"GET", queryV3("websocket") + more, {}, {}, Bench::peer()};
    bench.server.engineIo().acceptWebSocket(request, std::make_unique<FakeChannel>(socket));
    return socket;
}

void echoBinary(Bench &bench)
{
    bench.server.of().on(QStringLiteral("echo"),
                         [](SocketIoSocket &socket, const SocketIoArguments &arguments, const SocketIoAck &) {
                             socket.emitEvent(QStringLiteral("back"), arguments);
                         });
}

} // namespace

/// Sessions of revision 3, which the clients of Socket.IO 1 and 2 open.
class EngineIoV3Test final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void handshakeOverPolling();
    void handshakeOverWebSocket();
    void ticksOverPolling();
    void lengthsAreOfUtf16();
    void clientPings();
    void clientPingsOverPolling();
    void binaryOverWebSocket();
    void binaryAsTextOverWebSocket();
    void binaryOverPolling();
    void binaryAsTextOverPolling();
    void upgrades();
    void jsonp();
    void namespacesWithAQuery();
    void leavesByAPacket();

    // Rainy
    void silenceEndsIt();
    void pongEndsIt();
    void pingFloodEndsIt();
    void brokenPayloads_data();
    void brokenPayloads();
    void brokenFrames();
    void connectTwice();
    void unknownNamespace();
    void jsonpThatIsNoForm();
};

void EngineIoV3Test::handshakeOverPolling()
{
    Bench bench;
    const auto open = bench.request("GET", queryV3("polling"));
    const QByteArray sid = Bench::sidOf(open->body());
    const QByteArray packet = "0{\"sid\":\"" + sid
        + "\",\"upgrades\":[\"websocket\"],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":1000000}";
    QCOMPARE(open->body(), QByteArray::number(packet.size()) + ':' + packet);
    QCOMPARE(getV3(bench, sid)->body(), QByteArray("2:40")); // unasked
}

void EngineIoV3Test::handshakeOverWebSocket()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.size(), 2);
    QVERIFY(texts.first().startsWith("0{\"sid\":"));
    QCOMPARE(texts.last(), QByteArray("40"));
    bench.pass(44s);
    QVERIFY(socket->frames.isEmpty()); // it is the client that pings
    QVERIFY(socket->isOpen());
}

void EngineIoV3Test::ticksOverPolling()
{
    Bench bench;
    const QByteArray sid = joinPollingV3(bench);
    bench.tick(1);
    bench.tick(22);
    QCOMPARE(getV3(bench, sid)->body(), QByteArray("26:42[\"stock price update\",1]27:42[\"stock price update\",22]"));
}

void EngineIoV3Test::lengthsAreOfUtf16()
{
    Bench bench;
    echoBinary(bench);
    const QByteArray sid = joinPollingV3(bench);
    // One character of the first plane and one beyond it: 1 and 2 code units, 3 and 4 bytes.
    const QByteArray text = "\xe2\x82\xac\xf0\x9f\x98\x80";
    const auto waiting = getV3(bench, sid);
    QCOMPARE(postV3(bench, sid, "16:42[\"echo\",\"" + text + "\"]")->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), "16:42[\"back\",\"" + text + "\"]");
}

void EngineIoV3Test::clientPings()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    socket->takeTexts();
    for (int i = 0; i < 5; ++i) {
        bench.pass(44s);
        socket->text("2");
        QCOMPARE(socket->takeTexts(), QByteArrayList{"3"});
    }
    QVERIFY(socket->isOpen());
}

void EngineIoV3Test::clientPingsOverPolling()
{
    Bench bench;
    const QByteArray sid = joinPollingV3(bench);
    const auto waiting = getV3(bench, sid);
    QCOMPARE(postV3(bench, sid, "1:2")->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("1:3"));
}

void EngineIoV3Test::binaryOverWebSocket()
{
    Bench bench;
    echoBinary(bench);
    const auto socket = openSocketV3(bench);
    socket->frames.clear();
    socket->text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    socket->binary("\x04"
                   "data");
    QCOMPARE(socket->frames.size(), 2);
    QCOMPARE(socket->frames.last(),
             QByteArray("\x82\x05\x04"
                        "data"));
}

void EngineIoV3Test::binaryAsTextOverWebSocket()
{
    Bench bench;
    echoBinary(bench);
    const auto socket = openSocketV3(bench, "&b64=1");
    socket->takeTexts();
    socket->text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    socket->text("b4ZGF0YQ==");
    QCOMPARE(socket->takeTexts().last(), QByteArray("b4ZGF0YQ=="));
}

void EngineIoV3Test::binaryOverPolling()
{
    Bench bench;
    echoBinary(bench);
    const QByteArray sid = joinPollingV3(bench);
    const QByteArray text = "451-[\"echo\",{\"_placeholder\":true,\"num\":0}]";
    QCOMPARE(text.size(), 42);
    const QByteArray payload = QByteArray("\x00\x04\x02\xff", 4) + text + "\x01\x05\xff\x04" + "data";
    const auto waiting = getV3(bench, sid);
    QCOMPARE(postV3(bench, sid, payload, octets)->body(), QByteArray("ok"));
    QCOMPARE(waiting->answer->contentType, octets);
    QByteArray expected = payload;
    QCOMPARE(waiting->body(), expected.replace("echo", "back"));
}

void EngineIoV3Test::binaryAsTextOverPolling()
{
    Bench bench;
    echoBinary(bench);
    const QByteArray sid = joinPollingV3(bench, "&b64=1");
    const auto waiting = getV3(bench, sid);
    postV3(bench, sid, "42:451-[\"echo\",{\"_placeholder\":true,\"num\":0}]10:b4ZGF0YQ==");
    QCOMPARE(waiting->body(), QByteArray("42:451-[\"back\",{\"_placeholder\":true,\"num\":0}]10:b4ZGF0YQ=="));
    QCOMPARE(waiting->answer->contentType, QByteArray("text/plain; charset=UTF-8"));
}

void EngineIoV3Test::upgrades()
{
    Bench bench;
    echoBinary(bench);
    const QByteArray sid = joinPollingV3(bench);
    const auto waiting = getV3(bench, sid);
    const auto socket = std::make_shared<FakeSocket>();
    bench.server.engineIo().acceptWebSocket({"GET", queryV3("websocket", sid), {}, {}, Bench::peer()},
                                            std::make_unique<FakeChannel>(socket));
    socket->text("2probe");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"3probe"});
    bench.pass(100ms);
    QCOMPARE(waiting->body(), QByteArray("1:6"));
    bench.tick(1);
    socket->text("5");
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(1)});
    socket->text("2");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"3"});
    socket->text("451-[\"echo\",{\"_placeholder\":true,\"num\":0}]");
    socket->binary("\x04x");
    QCOMPARE(socket->frames.last(), QByteArray("\x82\x02\x04x"));
}

void EngineIoV3Test::jsonp()
{
    Bench bench({}, {.allowJsonp = true});
    echoBinary(bench);
    const auto open = bench.request("GET", queryV3("polling") + "&j=1;alert(1)");
    QCOMPARE(open->answer->contentType, QByteArray("text/javascript; charset=UTF-8"));
    QVERIFY(open->body().startsWith("___eio[11](\"118:0{\\\"sid\\\":\\\""));
    QVERIFY(open->body().endsWith("\");"));
    QByteArray body = open->body();
    const QByteArray sid = Bench::sidOf(body.replace('\\', ""));
    QCOMPARE(getV3(bench, sid)->body(), QByteArray("___eio[11](\"2:40\");"));
    const auto waiting = getV3(bench, sid);
    QCOMPARE(
        postV3(bench, sid, "d=16%3A42%5B%22echo%22%2C%22a%5C%5Cn%22%5D", "application/x-www-form-urlencoded")->body(),
        QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray(R"(___eio[11]("16:42[\"back\",\"a\\n\"]");)"));
}

void EngineIoV3Test::namespacesWithAQuery()
{
    Bench bench;
    QByteArray auth;
    bench.server.of("/admin").onConnection([&auth](SocketIoSocket &socket) {
        auth = socket.auth();
        socket.emitEvent(QStringLiteral("hello"));
    });
    const auto socket = openSocketV3(bench);
    const QByteArray sid = Bench::sidOf(socket->takeTexts().first());
    QByteArray id;
    bench.server.of("/admin").onDisconnection([&id](SocketIoSocket &left, DisconnectReason) { id = left.id(); });
    socket->text("40/admin?token=abc");
    QCOMPARE(socket->takeTexts(), (QByteArrayList{"40/admin,", "42/admin,[\"hello\"]"}));
    QCOMPARE(auth, QByteArray("{\"token\":\"abc\"}"));
    socket->text("41/admin?token=abc");
    QCOMPARE(id, "/admin#" + sid); // as the client makes it up itself
    QVERIFY(socket->isOpen());
}

void EngineIoV3Test::leavesByAPacket()
{
    Bench bench;
    const QByteArray sid = joinPollingV3(bench);
    const auto waiting = getV3(bench, sid);
    QCOMPARE(postV3(bench, sid, "1:1")->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("1:6"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoV3Test::silenceEndsIt()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    bench.pass(45s - 1ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(!socket->isOpen());
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoV3Test::pongEndsIt()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    socket->text("3");
    QVERIFY(!socket->isOpen());
}

/// A client that pings and never takes an answer.
void EngineIoV3Test::pingFloodEndsIt()
{
    Bench bench;
    const QByteArray sid = joinPollingV3(bench);
    QCOMPARE(postV3(bench, sid, QByteArray("1:2").repeated(300'000))->body(), QByteArray("ok"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoV3Test::brokenPayloads_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("contentType");
    const QByteArray text("text/plain;charset=UTF-8");
    QTest::newRow("empty") << QByteArray() << text;
    QTest::newRow("no colon") << QByteArray("12") << text;
    QTest::newRow("longer than it is") << QByteArray("3:2") << text;
    QTest::newRow("no number") << QByteArray("x:2") << text;
    QTest::newRow("unknown type") << QByteArray("1:9") << text;
    QTest::newRow("revision 4") << QByteArray("42[\"a\"]") << text;
    QTest::newRow("binary, cut off") << QByteArray("\x00\x02\xff", 3) << octets;
    QTest::newRow("binary, no end of the length") << QByteArray("\x00\x02", 2) << octets;
}

void EngineIoV3Test::brokenPayloads()
{
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, contentType);
    Bench bench;
    const QByteArray sid = joinPollingV3(bench);
    const auto waiting = getV3(bench, sid);
    QCOMPARE(postV3(bench, sid, payload, contentType)->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("1:1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoV3Test::brokenFrames()
{
    for (const QByteArray &frame : {QByteArray(), QByteArray("\x05x"), QByteArray("4")}) {
        Bench bench;
        const auto socket = openSocketV3(bench);
        socket->binary(frame);
        QVERIFY(!socket->isOpen());
    }
}

/// It has joined the main namespace already.
void EngineIoV3Test::connectTwice()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    socket->text("40");
    QVERIFY(!socket->isOpen());
}

void EngineIoV3Test::unknownNamespace()
{
    Bench bench;
    const auto socket = openSocketV3(bench);
    socket->takeTexts();
    socket->text("40/x?a=1");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"44/x,{\"message\":\"Invalid namespace\"}"});
    QVERIFY(socket->isOpen());
}

void EngineIoV3Test::jsonpThatIsNoForm()
{
    Bench bench({}, {.allowJsonp = true});
    QByteArray open = bench.request("GET", queryV3("polling") + "&j=0")->body();
    const QByteArray session = Bench::sidOf(open.replace('\\', ""));
    for (const char *body : {"", "x=1", "d=1:2&d=1:2"})
        QCOMPARE(postV3(bench, session, body)->body(), QByteArray("ok"));
    QCOMPARE(getV3(bench, session)->body(), QByteArray("___eio[0](\"2:40\");"));
}

TICKER_TEST(EngineIoV3Test)
#include "tst_engineio_v3.moc"
