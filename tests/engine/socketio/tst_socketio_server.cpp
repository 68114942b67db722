// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

class SocketIoServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void connects_data();
    void connects();
    void idOfTheNamespaceIsAnother();
    void onlyThoseWhoJoinedGetTicks();
    void leavesAndComesBack();
    void eventsAreIgnored();
    void framesAreShared();
    void rows();
    void rowOfAnUpgradedClient();

    // Rainy
    void unknownNamespaces_data();
    void unknownNamespaces();
    void connectTimeout();
    void connectTimeoutOverPolling();
    void violations_data();
    void violations();
    void violationsOverPolling_data();
    void violationsOverPolling();
    void whatComesTogether_data();
    void whatComesTogether();
    void violationsHurtNobodyElse();
};

void SocketIoServerTest::connects_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::newRow("plain") << QByteArray("40");
    QTest::newRow("with auth") << QByteArray("40{\"token\":\"abc\"}");
    QTest::newRow("by name") << QByteArray("40/");
    QTest::newRow("by name with a comma") << QByteArray("40/,");
    QTest::newRow("by name with auth") << QByteArray("40/,{}");
}

void SocketIoServerTest::connects()
{
    QFETCH(QByteArray, packet);
    Bench bench;
    const auto socket = bench.openSocket();
    socket->takeTexts();
    socket->text(packet);
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.size(), 1);
    const QByteArray sid = Bench::sidOf(texts.first());
    QCOMPARE(texts.first(), "40{\"sid\":\"" + sid + "\"}");
    bench.pass(45s - 1ms);
    QVERIFY(socket->frames.size() == 1); // the ping
    socket->text("3");
    bench.pass(1s);
    QVERIFY(socket->isOpen());
}

void SocketIoServerTest::idOfTheNamespaceIsAnother()
{
    Bench bench;
    const auto socket = bench.openSocket();
    const QByteArray sessionId = Bench::sidOf(socket->takeTexts().first());
    socket->text("40");
    QVERIFY(Bench::sidOf(socket->takeTexts().first()) != sessionId);
}

void SocketIoServerTest::onlyThoseWhoJoinedGetTicks()
{
    Bench bench;
    const auto joined = bench.joinSocket();
    const auto other = bench.openSocket();
    other->frames.clear();
    bench.tick(42);
    QCOMPARE(joined->takeTexts(), QByteArrayList{"42[\"stock price update\",42]"});
    QVERIFY(other->frames.isEmpty());
    other->text("40");
    other->frames.clear();
    bench.tick(43);
    QCOMPARE(other->takeTexts(), QByteArrayList{"42[\"stock price update\",43]"});
}

/// After "41" the connection stays, for as long as it answers pings.
void SocketIoServerTest::leavesAndComesBack()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->text("41");
    bench.tick(1);
    QVERIFY(socket->frames.isEmpty());
    QVERIFY(socket->isOpen());
    for (int i = 0; i < 4; ++i) {
        bench.pass(25s);
        QCOMPARE(socket->takeTexts(), QByteArrayList{"2"});
        socket->text("3");
    }
    socket->text("40");
    QVERIFY(socket->takeTexts().first().startsWith("40{\"sid\":"));
    bench.tick(2);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(2)});
}

void SocketIoServerTest::eventsAreIgnored()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    for (const char *packet : {"42[\"hello\",1,{}]", "4212[\"hello\"]", "42[\"error\"]", "42[5]"})
        socket->text(packet);
    socket->text("451-[\"x\",{\"_placeholder\":true,\"num\":0}]");
    socket->binary("data");
    QCOMPARE(bench.unknownEvents(), quint64(5));
    socket->text("42"); // not even a name
    socket->text("4212");
    QCOMPARE(bench.unknownEvents(), quint64(5));
    QVERIFY(socket->isOpen());
    QVERIFY(socket->frames.isEmpty());
}

/// Ten thousand clients must not cost ten thousand encodings.
void SocketIoServerTest::framesAreShared()
{
    Bench bench;
    bench.hasFastPaths = false; // a fast path takes bytes, not shares
    const auto first = bench.joinSocket();
    const auto second = bench.joinSocket();
    bench.tick(1);
    QCOMPARE(static_cast<const void *>(first->frames.first().constData()),
             static_cast<const void *>(second->frames.first().constData()));
    QCOMPARE(first->frames.first(),
             QByteArray("\x81\x1a"
                        "42[\"stock price update\",1]"));

    const auto firstPoll = bench.get(bench.joinPolling());
    const auto secondPoll = bench.get(bench.joinPolling());
    bench.tick(2);
    QCOMPARE(static_cast<const void *>(firstPoll->answer->body.constData()),
             static_cast<const void *>(secondPoll->answer->body.constData()));
}

void SocketIoServerTest::rows()
{
    Bench bench;
    QVERIFY(bench.server.clients().isEmpty());
    const auto socket = bench.joinSocket();
    bench.pass(1500ms);
    bench.joinPolling();
    bench.tick(1);
    const auto rows = bench.server.clients();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[0].id, quint64(1));
    QCOMPARE(rows[1].id, quint64(2));
    QCOMPARE(rows[0].address, QStringLiteral("127.0.0.1"));
    QCOMPARE(rows[0].port, quint16(40'000));
    QCOMPARE(rows[0].userAgent, QStringLiteral("test agent"));
    QCOMPARE(int(rows[0].transport), int(TransportKind::SocketIoWebSocket));
    QCOMPARE(int(rows[1].transport), int(TransportKind::SocketIoPolling));
    QCOMPARE(rows[0].connectedFor.count(), 1000);
    QCOMPARE(rows[1].connectedFor.count(), 0);
    QCOMPARE(rows[0].ticksSent, quint64(1));
    QCOMPARE(rows[1].ticksSent, quint64(0)); // no GET waits: it is on its way
    QCOMPARE(rows[0].unsentBytes, 0);
    QCOMPARE(rows[1].unsentBytes, qint64(Bench::tickText(1).size()));

    const quint64 before = rows[0].bytesSent;
    bench.tick(2);
    QCOMPARE(bench.server.clients()[0].bytesSent - before, quint64(socket->frames.last().size()));

    socket->vanish();
    QCOMPARE(bench.server.clients().size(), 1);
    bench.joinSocket();
    QCOMPARE(bench.server.clients().last().id, quint64(3));
}

void SocketIoServerTest::rowOfAnUpgradedClient()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    bench.tick(1);
    const ClientRow before = bench.server.clients().first();
    bench.openSocket(sid)->text("5");
    bench.tick(2);
    const ClientRow after = bench.server.clients().first();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.ticksSent, quint64(2));
    QVERIFY(after.bytesSent > before.bytesSent);
}

void SocketIoServerTest::unknownNamespaces_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("plain") << QByteArray("40/x") << QByteArray("44/x,{\"message\":\"Invalid namespace\"}");
    QTest::newRow("with auth") << QByteArray("40/x,{\"a\":1}")
                               << QByteArray("44/x,{\"message\":\"Invalid namespace\"}");
    QTest::newRow("with a query") << QByteArray("40/?a=1") << QByteArray("44/?a=1,{\"message\":\"Invalid namespace\"}");
    QTest::newRow("prototype") << QByteArray("40/__proto__,")
                               << QByteArray("44/__proto__,{\"message\":\"Invalid namespace\"}");
}

void SocketIoServerTest::unknownNamespaces()
{
    QFETCH(QByteArray, packet);
    QFETCH(QByteArray, answer);
    Bench bench;
    const auto socket = bench.openSocket();
    socket->takeTexts();
    socket->text(packet);
    QCOMPARE(socket->takeTexts(), QByteArrayList{answer});
    QVERIFY(socket->isOpen());
    socket->text("40");
    QVERIFY(socket->takeTexts().first().startsWith("40{"));
}

/// Also of a client that answers pings and asks for what there is not.
void SocketIoServerTest::connectTimeout()
{
    Bench bench;
    const auto socket = bench.openSocket();
    socket->text("40/x");
    bench.pass(25s);
    socket->text("3");
    bench.pass(20s - 1ms);
    QVERIFY(socket->isOpen());
    bench.pass(1ms);
    QVERIFY(socket->closeCode.has_value());
    QVERIFY(bench.server.clients().isEmpty());
}

void SocketIoServerTest::connectTimeoutOverPolling()
{
    Bench bench;
    const QByteArray sid = bench.openPolling();
    bench.get(sid);
    bench.pass(25s);
    bench.post(sid, "3");
    const auto waiting = bench.get(sid);
    bench.pass(20s);
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SocketIoServerTest::violations_data()
{
    QTest::addColumn<bool>("joined");
    QTest::addColumn<QByteArrayList>("packets"); ///< "(binary)" for a binary frame.

    const auto row = [](const char *name, bool joined, const QByteArrayList &packets) {
        QTest::newRow(name) << joined << packets;
    };
    row("event before the connect", false, {"42[\"a\"]"});
    row("ack before the connect", false, {"430[]"});
    row("disconnect before the connect", false, {"41"});
    row("connect error before the connect", false, {"44{}"});
    row("connect twice", true, {"40"});
    row("connect twice by another spelling", true, {"40/,"});
    row("connect error", true, {"44{\"message\":\"x\"}"});
    row("event for another namespace", true, {"42/x,[\"a\"]"});
    row("disconnect from another namespace", true, {"41/x,"});
    row("event after leaving", true, {"41", "42[\"a\"]"});
    row("leaving twice", true, {"41", "41"});
    row("empty message", true, {"4"});
    row("unknown type", true, {"47"});
    row("no JSON", true, {"42x"});
    row("event without a name", true, {"42[]"});
    row("event that is no array", true, {"42{}"});
    row("reserved event", true, {"42[\"disconnect\"]"});
    row("reserved event with attachments", true, {"451-[\"connect\"]"});
    row("disconnect with a payload", true, {"41{}"});
    row("connect with a bad payload", false, {"40[]"});
    row("binary without attachments", true, {"450-[\"a\"]"});
    row("eleven attachments", true, {"4511-[\"a\"]"});
    row("huge count of attachments", true, {"45999999-[\"a\"]"});
    row("text while attachments are due", true, {"451-[\"a\"]", "42[\"b\"]"});
    row("binary when none is due", true, {"(binary)"});
    row("binary before the connect", false, {"(binary)"});
    row("placeholder out of range", true, {"451-[\"a\",{\"_placeholder\":true,\"num\":1}]", "(binary)"});
    row("placeholder with a method's name", true,
        {"451-[\"a\",{\"_placeholder\":true,\"num\":\"splice\"}]", "(binary)"});
}

void SocketIoServerTest::violations()
{
    QFETCH(bool, joined);
    QFETCH(QByteArrayList, packets);
    Bench bench;
    const auto socket = joined ? bench.joinSocket() : bench.openSocket();
    socket->frames.clear();
    for (const QByteArray &packet : packets) {
        QVERIFY(socket->isOpen());
        if (packet == "(binary)")
            socket->binary("data");
        else
            socket->text(packet);
    }
    QCOMPARE(socket->closeCode.value(), 1005);
    QVERIFY(socket->frames.isEmpty());
    QVERIFY(bench.server.clients().isEmpty());
    QCOMPARE(bench.unknownEvents(), quint64(0));
    bench.tick(1);
}

void SocketIoServerTest::violationsOverPolling_data()
{
    violations_data();
}

void SocketIoServerTest::violationsOverPolling()
{
    QFETCH(bool, joined);
    QFETCH(QByteArrayList, packets);
    Bench bench;
    const QByteArray sid = joined ? bench.joinPolling() : bench.openPolling();
    const auto waiting = bench.get(sid);
    for (QByteArray &packet : packets)
        QCOMPARE(bench.post(sid, packet.replace("(binary)", "bAQID"))->body(), QByteArray("ok"));
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

/// Like with the reference server: comings and goings first, then the events of those who are still there.
void SocketIoServerTest::whatComesTogether_data()
{
    QTest::addColumn<QByteArrayList>("packets");
    QTest::addColumn<int>("events");
    QTest::addColumn<bool>("survives");

    const auto row = [](const char *name, const QByteArrayList &packets, int events, bool survives) {
        QTest::newRow(name) << packets << events << survives;
    };
    row("events", {"42[\"a\"]", "42[\"b\"]"}, 2, true);
    row("event, then leaving", {"42[\"a\"]", "41"}, 0, true);
    row("leaving, then an event", {"41", "42[\"a\"]"}, 0, true);
    row("leaving twice", {"41", "41"}, 0, true);
    row("leaving and coming back", {"41", "40"}, 0, false);
    row("event, then garbage", {"42[\"a\"]", "4x"}, 0, false);
    row("event, then a violation", {"42[\"a\"]", "42[\"connect\"]"}, 0, false);
    row("joining, then an event", {"40/x", "42/x,[\"a\"]"}, 0, false);
    row("joining, then an event elsewhere", {"40/x", "42[\"a\"]"}, 1, true);
    row("joining twice", {"40/x", "40/x"}, 0, false);
    row("attachments", {"451-[\"a\",{\"_placeholder\":true,\"num\":0}]", "bAQID", "42[\"a\"]"}, 2, true);
}

void SocketIoServerTest::whatComesTogether()
{
    QFETCH(QByteArrayList, packets);
    QFETCH(int, events);
    QFETCH(bool, survives);
    Bench bench;
    bench.server.of("/x");
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QCOMPARE(bench.post(sid, packets.join('\x1e'))->body(), QByteArray("ok"));
    QCOMPARE(bench.unknownEvents(), quint64(events));
    QCOMPARE(bench.sessions(), std::size_t(survives ? 1 : 0));
}

void SocketIoServerTest::violationsHurtNobodyElse()
{
    Bench bench;
    const auto good = bench.joinSocket();
    const auto bad = bench.joinSocket();
    bad->text("42[]");
    bench.tick(1);
    QCOMPARE(good->takeTexts(), QByteArrayList{Bench::tickText(1)});
}

TICKER_TEST(SocketIoServerTest)
#include "tst_socketio_server.moc"
