// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <QJsonArray>

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray placeholder = QByteArrayLiteral("{\"_placeholder\":true,\"num\":0}");

} // namespace

/// The server as an application uses it.
class SocketIoInterfaceTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void tellsWhoComesAndGoes();
    void namespacesAreApart();
    void eventsReachTheirHandler();
    void binaryArguments();
    void emitsToAll();
    void emitsBinaryToAll();
    void attachmentsStayTogetherAcrossAnUpgrade();
    void latestHandlerCounts();
    void unknownEventsAreCounted();

    // Rainy
    void handlersMayEndTheClient();
    void handlersMayEndEverybody();
    void connectionHandlersMayEndTheClient();
};

void SocketIoInterfaceTest::tellsWhoComesAndGoes()
{
    Bench bench;
    QByteArrayList seen;
    auto &nsp = bench.server.of("/x");
    nsp.onConnection([&seen](SocketIoSocket &socket) { seen.append("came " + socket.nsp() + ' ' + socket.auth()); });
    nsp.onDisconnection([&seen](SocketIoSocket &socket, DisconnectReason reason) {
        seen.append("left " + socket.nsp() + ' ' + disconnectReasonText(reason).toUtf8());
        socket.emitEvent(QStringLiteral("too late"));
    });
    const auto socket = bench.openSocket();
    socket->text("40/x,{\"b\":1,\"a\":2}");
    QCOMPARE(std::exchange(seen, {}), QByteArrayList{"came /x {\"b\":1,\"a\":2}"});
    socket->frames.clear();
    socket->text("41/x,");
    QCOMPARE(std::exchange(seen, {}), QByteArrayList{"left /x closed by the client"});
    socket->text("40/x,");
    socket->vanish();
    QCOMPARE(seen, (QByteArrayList{"came /x {}", "left /x connection lost"}));
}

void SocketIoInterfaceTest::namespacesAreApart()
{
    Bench bench;
    bench.server.of("/x");
    const auto socket = bench.joinSocket();
    bench.server.of("/x").emitEvent(QStringLiteral("a"));
    QVERIFY(socket->frames.isEmpty());
    socket->text("40/x");
    socket->frames.clear();
    bench.server.of("/x").emitEvent(QStringLiteral("a"));
    bench.server.of().emitEvent(QStringLiteral("b"));
    QCOMPARE(socket->takeTexts(), (QByteArrayList{"42/x,[\"a\"]", "42[\"b\"]"}));
    socket->text("41"); // only the main one
    bench.server.of("/x").emitEvent(QStringLiteral("c"));
    bench.server.of().emitEvent(QStringLiteral("d"));
    QCOMPARE(socket->takeTexts(), QByteArrayList{"42/x,[\"c\"]"});
}

void SocketIoInterfaceTest::eventsReachTheirHandler()
{
    Bench bench;
    QByteArrayList seen;
    bench.server.of().on(QStringLiteral("buy"),
                         [&seen](SocketIoSocket &, const auto &arguments, const SocketIoAck &ack) {
                             seen.append(arguments.texts().join(' ') + (ack.isWanted() ? " ack" : ""));
                         });
    const auto socket = bench.joinSocket();
    socket->text("42[\"buy\",\"ACME\",1.50,{\"b\":1,\"a\":2}]");
    socket->text("427[\"buy\"]");
    QCOMPARE(seen, (QByteArrayList{"\"ACME\" 1.50 {\"b\":1,\"a\":2}", " ack"}));
    QCOMPARE(bench.unknownEvents(), quint64(0));
}

void SocketIoInterfaceTest::binaryArguments()
{
    Bench bench;
    QByteArray seen;
    bench.server.of().on(QStringLiteral("file"),
                         [&seen](SocketIoSocket &socket, const auto &arguments, const SocketIoAck &) {
                             seen = arguments.binary(0).value_or("none");
                             socket.emitEvent(QStringLiteral("copy"), SocketIoArguments().add(1).addBinary(seen));
                         });
    const auto socket = bench.joinSocket();
    socket->text("451-[\"file\"," + placeholder + ']');
    socket->binary("data");
    QCOMPARE(seen, QByteArray("data"));
    QCOMPARE(socket->frames,
             (QByteArrayList{"\x81\x2c"
                             "451-[\"copy\",1,"
                                 + placeholder + ']',
                             "\x82\x04"
                             "data"}));
}

void SocketIoInterfaceTest::emitsToAll()
{
    Bench bench;
    const auto first = bench.joinSocket();
    const auto second = bench.joinSocket();
    const QByteArray polling = bench.joinPolling();
    bench.server.of().emitEvent(QStringLiteral("update"), SocketIoArguments().add(1));
    QCOMPARE(static_cast<const void *>(first->frames.first().constData()),
             static_cast<const void *>(second->frames.first().constData()));
    QCOMPARE(first->takeTexts(), QByteArrayList{"42[\"update\",1]"});
    QCOMPARE(bench.get(polling)->body(), QByteArray("42[\"update\",1]"));
}

void SocketIoInterfaceTest::emitsBinaryToAll()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const QByteArray polling = bench.joinPolling();
    bench.server.of().emitEvent(QStringLiteral("update"), SocketIoArguments().addBinary("data"));
    QCOMPARE(socket->frames.last(),
             QByteArray("\x82\x04"
                        "data"));
    QCOMPARE(bench.get(polling)->body(), "451-[\"update\"," + placeholder + "]\x1e" + "bZGF0YQ==");
}

/// Packets that must stay together, and ticks that come meanwhile.
void SocketIoInterfaceTest::attachmentsStayTogetherAcrossAnUpgrade()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->frames.clear();
    bench.tick(1);
    bench.server.of().emitEvent(QStringLiteral("update"), SocketIoArguments().addBinary("one").addBinary("two"));
    bench.tick(2);
    socket->text("5");
    QCOMPARE(socket->frames.size(), 5);
    QVERIFY(socket->frames[0].endsWith("\",1]"));
    QVERIFY(socket->frames[1].contains("452-[\"update\""));
    QCOMPARE(socket->frames[2],
             QByteArray("\x82\x03"
                        "one"));
    QCOMPARE(socket->frames[3],
             QByteArray("\x82\x03"
                        "two"));
    QVERIFY(socket->frames[4].endsWith("\",2]"));
}

void SocketIoInterfaceTest::latestHandlerCounts()
{
    Bench bench;
    int first = 0;
    int second = 0;
    auto &nsp = bench.server.of();
    nsp.on(QStringLiteral("a"), [&](SocketIoSocket &, const auto &, const SocketIoAck &) {
        ++first;
        nsp.on(QStringLiteral("a"), [&](SocketIoSocket &, const auto &, const SocketIoAck &) { ++second; });
    });
    const auto socket = bench.joinSocket();
    socket->text("42[\"a\"]");
    socket->text("42[\"a\"]");
    QCOMPARE(first, 1);
    QCOMPARE(second, 1);
}

void SocketIoInterfaceTest::unknownEventsAreCounted()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const auto other = bench.joinSocket();
    socket->text("42[\"one\"]");
    socket->text("42[\"" + QByteArray(1000, 'x') + "\"]");
    const auto rows = bench.server.clients();
    QCOMPARE(rows[0].unknownEvents, quint64(2));
    QCOMPARE(rows[0].lastUnknownEvent, QString(100, QLatin1Char('x')));
    QCOMPARE(rows[1].unknownEvents, quint64(0));
    QVERIFY(rows[1].lastUnknownEvent.isEmpty());
    QVERIFY(socket->isOpen());
    QVERIFY(socket->frames.isEmpty());
}

void SocketIoInterfaceTest::handlersMayEndTheClient()
{
    Bench bench;
    bench.server.of().on(QStringLiteral("kick"), [](SocketIoSocket &socket, const auto &, const SocketIoAck &ack) {
        socket.disconnect();
        ack({});
        socket.emitEvent(QStringLiteral("too late"));
    });
    const auto socket = bench.joinSocket();
    socket->text("421[\"kick\"]");
    QVERIFY(socket->closeCode.has_value());
    QVERIFY(socket->frames.isEmpty()); // and no "41", after which it would stay away
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SocketIoInterfaceTest::handlersMayEndEverybody()
{
    Bench bench;
    bench.server.of().on(QStringLiteral("stop"), [&bench](SocketIoSocket &, const auto &, const SocketIoAck &) {
        bench.server.disconnectAll();
    });
    const auto other = bench.joinSocket();
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    bench.post(sid,
               "42[\"stop\"]\x1e"
               "42[\"stop\"]");
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(other->closeCode.value(), 1001);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void SocketIoInterfaceTest::connectionHandlersMayEndTheClient()
{
    Bench bench;
    int left = 0;
    auto &nsp = bench.server.of("/x");
    nsp.onConnection([](SocketIoSocket &socket) { socket.disconnect(); });
    nsp.onDisconnection([&left](SocketIoSocket &, DisconnectReason) { ++left; });
    const QByteArray sid = bench.openPolling();
    bench.post(sid,
               "40\x1e"
               "40/x\x1e"
               "40/y");
    QCOMPARE(left, 1);
    nsp.emitEvent(QStringLiteral("nobody is here"));
    bench.pass(30s); // for its next poll, which does not come
    QCOMPARE(bench.sessions(), std::size_t(0));
}

TICKER_TEST(SocketIoInterfaceTest)
#include "tst_socketio_interface.moc"
