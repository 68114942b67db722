// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <vector>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray placeholder = QByteArrayLiteral("{\"_placeholder\":true,\"num\":0}");

} // namespace

/// Acknowledgements: the server's to a client's events, and the clients' to the server's.
class SocketIoAcksTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void acknowledges();
    void acknowledgesLater();
    void asks();
    void asksSeveral();

    // Rainy
    void answersOnce();
    void answersNobodyWhoHasLeft();
    void questionsWithoutAnAnswer();
    void questionsToOneWhoLeaves();
    void unknownAnswersAreIgnored();
    void answersAreNotTakenTwice();
    void tooManyUntakenAnswers();
};

void SocketIoAcksTest::acknowledges()
{
    Bench bench;
    bench.server.of().on(QStringLiteral("ask"),
                         [](SocketIoSocket &, const auto &arguments, const SocketIoAck &ack) { ack(arguments); });
    const auto socket = bench.joinSocket();
    socket->text("4212[\"ask\",1,\"2\"]");
    socket->text("42[\"ask\"]"); // wants none
    QCOMPARE(socket->takeTexts(), QByteArrayList{"4312[1,\"2\"]"});
    socket->text("451-9[\"ask\"," + placeholder + ']');
    socket->binary("x");
    QCOMPARE(socket->frames.last(), QByteArray("\x82\x01x"));
    QVERIFY(socket->frames.first().endsWith("461-9[" + placeholder + ']'));
}

void SocketIoAcksTest::acknowledgesLater()
{
    Bench bench;
    std::vector<SocketIoAck> acks;
    bench.server.of().on(QStringLiteral("ask"),
                         [&acks](SocketIoSocket &, const auto &, const SocketIoAck &ack) { acks.push_back(ack); });
    const auto socket = bench.joinSocket();
    socket->text("421[\"ask\"]");
    socket->text("422[\"ask\"]");
    QVERIFY(socket->frames.isEmpty());
    bench.pass(1s);
    acks[1]({});
    acks[0](SocketIoArguments().add(true));
    QCOMPARE(socket->takeTexts(), (QByteArrayList{"432[]", "431[true]"}));
}

void SocketIoAcksTest::asks()
{
    Bench bench;
    QByteArrayList seen;
    bench.server.of().onConnection([&seen](SocketIoSocket &socket) {
        socket.emitEvent(
            QStringLiteral("name?"), SocketIoArguments().add(1),
            [&seen](const SocketIoSocket::Answer &answer) {
                seen.append(answer ? answer->texts().join(' ') : QByteArray("none"));
            },
            5s);
    });
    const auto socket = bench.openSocket();
    socket->takeTexts();
    socket->text("40");
    QCOMPARE(socket->takeTexts().last(), QByteArray("420[\"name?\",1]"));
    QVERIFY(seen.isEmpty());
    socket->text("430[\"Ann\",2]");
    QCOMPARE(seen, QByteArrayList{"\"Ann\" 2"});
    bench.pass(20s);
    QCOMPARE(seen.size(), 1);
}

void SocketIoAcksTest::asksSeveral()
{
    Bench bench;
    QByteArrayList seen;
    const auto socket = bench.openSocket();
    bench.server.of().onConnection([&seen](SocketIoSocket &client) {
        for (const char *question : {"a", "b"}) {
            client.emitEvent(
                QString::fromLatin1(question), {},
                [&seen, question](const SocketIoSocket::Answer &answer) {
                    seen.append(question + (answer ? answer->binary(0).value_or("text") : QByteArray("none")));
                },
                5s);
        }
    });
    socket->text("40");
    socket->text("461-1[" + placeholder + ']');
    socket->binary("data");
    socket->text("430"); // without arguments
    QCOMPARE(seen, (QByteArrayList{"bdata", "atext"}));
}

void SocketIoAcksTest::answersOnce()
{
    Bench bench;
    bench.server.of().on(QStringLiteral("ask"), [](SocketIoSocket &, const auto &, const SocketIoAck &ack) {
        const std::vector<SocketIoAck> copies{ack, ack};
        ack({});
        ack({});
        for (const SocketIoAck &copy : copies)
            copy({});
    });
    const auto socket = bench.joinSocket();
    socket->text("421[\"ask\"]");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"431[]"});
}

void SocketIoAcksTest::answersNobodyWhoHasLeft()
{
    Bench bench;
    std::vector<SocketIoAck> acks;
    bench.server.of().on(QStringLiteral("ask"),
                         [&acks](SocketIoSocket &, const auto &, const SocketIoAck &ack) { acks.push_back(ack); });
    const auto gone = bench.joinSocket();
    gone->text("421[\"ask\"]");
    gone->vanish();
    const auto left = bench.joinSocket();
    left->text("421[\"ask\"]");
    left->text("41");
    left->text("40");
    left->frames.clear();
    bench.settle();
    for (const SocketIoAck &ack : acks)
        ack({});
    QVERIFY(left->frames.isEmpty()); // it came back as another
}

void SocketIoAcksTest::questionsWithoutAnAnswer()
{
    Bench bench;
    std::optional<SocketIoSocket::NoAnswer> why;
    bench.server.of().onConnection([&why](SocketIoSocket &socket) {
        socket.emitEvent(
            QStringLiteral("q"), {}, [&why](const SocketIoSocket::Answer &answer) { why = answer.error(); }, 5s);
    });
    const auto socket = bench.joinSocket();
    bench.pass(5s - 1ms);
    QVERIFY(!why);
    bench.pass(1ms);
    QCOMPARE(int(why.value()), int(SocketIoSocket::NoAnswer::TimedOut));
    why.reset();
    socket->text("430[]"); // too late
    QVERIFY(!why);
    QVERIFY(socket->isOpen());
}

void SocketIoAcksTest::questionsToOneWhoLeaves()
{
    Bench bench;
    int disconnected = 0;
    const auto count = [&disconnected](const SocketIoSocket::Answer &answer) {
        disconnected += answer.error() == SocketIoSocket::NoAnswer::Disconnected ? 1 : 0;
    };
    bench.server.of().onConnection([&count](SocketIoSocket &socket) {
        socket.emitEvent(QStringLiteral("a"), {}, count, 5s);
        socket.emitEvent(QStringLiteral("b"), {}, count, 5s);
    });
    bench.server.of().onDisconnection(
        [&count](SocketIoSocket &socket, DisconnectReason) { socket.emitEvent(QStringLiteral("c"), {}, count, 5s); });
    bench.joinSocket()->vanish();
    QCOMPARE(disconnected, 3);
    bench.pass(10s);
    QCOMPARE(disconnected, 3);
}

void SocketIoAcksTest::unknownAnswersAreIgnored()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    for (const char *packet : {"430[]", "43999[1,2]", "43[]", "43"})
        socket->text(packet);
    QVERIFY(socket->isOpen());
    QVERIFY(socket->frames.isEmpty());
}

void SocketIoAcksTest::answersAreNotTakenTwice()
{
    Bench bench;
    int answers = 0;
    bench.server.of().onConnection([&answers](SocketIoSocket &socket) {
        socket.emitEvent(
            QStringLiteral("q"), {}, [&answers](const SocketIoSocket::Answer &) { ++answers; }, 5s);
    });
    const auto socket = bench.joinSocket();
    socket->text("430[]");
    socket->text("430[]");
    QCOMPARE(answers, 1);
}

/// A client that asks for answers and never takes them costs no memory without end.
void SocketIoAcksTest::tooManyUntakenAnswers()
{
    Bench bench;
    bench.server.of().on(QStringLiteral("a"), [](SocketIoSocket &, const auto &, const SocketIoAck &ack) { ack({}); });
    const QByteArray sid = bench.joinPolling();
    const QByteArray events = QByteArray("421[\"a\"]\x1e").repeated(9'000) + '3';
    bench.post(sid, events);
    QCOMPARE(bench.sessions(), std::size_t(1));
    bench.post(sid, events);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

TICKER_TEST(SocketIoAcksTest)
#include "tst_socketio_acks.moc"
