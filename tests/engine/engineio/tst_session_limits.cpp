// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <algorithm>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

Limits fewSessions(int most)
{
    Limits limits;
    limits.maxSessions = most;
    return limits;
}

EngineIoRequest handshakeFrom(NetworkShares::Network network, const QByteArray &transport = "polling")
{
    EngineIoRequest request{"GET", Bench::query(transport, {}), {}, {}, Bench::peer()};
    request.peer.network = network;
    return request;
}

int statusOf(Bench &bench, NetworkShares::Network network)
{
    const auto exchange = std::make_shared<FakeExchange>();
    bench.server.engineIo().handlePoll(handshakeFrom(network), exchange);
    return exchange->status();
}

} // namespace

/// Any number of sessions can be begun over one connection.
class SessionLimitsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTooMany();
    void webSocketsCount();
    void sessionsThatThereAreGoOn();
    void placesComeFree();
    void oneNetworkGetsHalf();
    void refusalsAreToldAtTimes();
    void noAuthIsKept();
};

void SessionLimitsTest::oneTooMany()
{
    Bench bench(fewSessions(2));
    bench.openPolling();
    bench.openPolling();
    for (int i = 0; i < 3; ++i) {
        const auto refused = bench.get({});
        QCOMPARE(refused->status(), 503);
        QCOMPARE(refused->body(), QByteArray("Too many sessions are open.\n"));
    }
    QCOMPARE(bench.sessions(), std::size_t(2));
    QCOMPARE(bench.server.clientCount(), std::size_t(2));
}

void SessionLimitsTest::webSocketsCount()
{
    Bench bench(fewSessions(1));
    const auto socket = bench.openSocket();
    QCOMPARE(bench.get({})->status(), 503);
    const auto refusal = bench.server.engineIo().refuseUpgrade(handshakeFrom(0, "websocket"));
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 503);
    // The place may have been taken between the judgement and the handshake.
    const auto late = bench.openSocket();
    QVERIFY(late->closeCode);
    QCOMPARE(bench.sessions(), std::size_t(1));
    QVERIFY(socket->isOpen());
}

void SessionLimitsTest::sessionsThatThereAreGoOn()
{
    Bench bench(fewSessions(1));
    const QByteArray sid = bench.joinPolling();
    const auto poll = bench.get(sid);
    bench.tick(5);
    QCOMPARE(poll->body(), Bench::tickText(5));
    // An upgrade is no new session.
    QVERIFY(!bench.server.engineIo().refuseUpgrade({"GET", Bench::query("websocket", sid), {}, {}, Bench::peer()}));
}

void SessionLimitsTest::placesComeFree()
{
    Bench bench(fewSessions(1));
    bench.openPolling();
    QCOMPARE(bench.get({})->status(), 503);
    bench.pass(80s); // nobody joins, and nobody asks how it ended
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.get({})->status(), 200);
}

void SessionLimitsTest::oneNetworkGetsHalf()
{
    Bench bench(fewSessions(10));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(statusOf(bench, 7), 200);
    QCOMPARE(statusOf(bench, 7), 503);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(statusOf(bench, 8), 200);
    QCOMPARE(statusOf(bench, 8), 503); // one is kept for this computer
    QCOMPARE(statusOf(bench, NetworkShares::thisComputer), 200);
}

void SessionLimitsTest::refusalsAreToldAtTimes()
{
    Bench bench(fewSessions(1));
    Activities lines;
    ActivityLog log(
        bench.deadlines, [] { return 0; }, [&lines](const Activities &more) { lines += more; });
    bench.server.setActivityLog(&log);
    const QByteArray sid = bench.openPolling();
    const auto refused = [&lines] {
        return int(std::count_if(lines.cbegin(), lines.cend(), [](const Activity &line) {
            return line.kind == Activity::Kind::RequestRefused && line.address == Bench::peer().address
                && line.text.contains(QStringLiteral("Too many sessions"));
        }));
    };
    for (int i = 0; i < 1000; ++i)
        bench.get({});
    bench.pass(1s);
    QCOMPARE(refused(), 1);
    bench.pass(10s);
    bench.get({});
    bench.pass(1s);
    QCOMPARE(refused(), 2);
    bench.server.disconnectAll();
    bench.settle();
    bench.server.setActivityLog(nullptr);
}

/// A client may bring as much as a message may have.
void SessionLimitsTest::noAuthIsKept()
{
    Bench bench;
    SocketIoSocket *joined = nullptr;
    QByteArray auth;
    bench.server.of().onConnection([&](SocketIoSocket &socket) {
        joined = &socket;
        auth = socket.auth();
    });
    const auto socket = bench.openSocket();
    socket->text("40{\"token\":\"abc\"}");
    QVERIFY(joined);
    QCOMPARE(auth, QByteArray("{\"token\":\"abc\"}"));
    QVERIFY(joined->auth().isNull());
}

TICKER_TEST(SessionLimitsTest)
#include "tst_session_limits.moc"
