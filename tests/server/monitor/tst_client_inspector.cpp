// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/http_message.h"
#include "http_codec/request_redaction.h"
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

namespace {

constexpr int patienceMs = 20'000;
const QByteArray feedUpgrade = "GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                               "Cookie: session=secret\r\nAuthorization: Bearer secret\r\n\r\n";

/// A running server with one client, and what is told of it.
struct Watched final
{
    explicit Watched(const QByteArray &request, const QByteArray &greeting) : client(server.port())
    {
        QObject::connect(server.server(), &TickerServer::clientDetailed, &context,
                         [this](const ClientDetails &told) { details = told; });
        client.send(request);
        if (!client.readUntil(greeting)
            || !QTest::qWaitFor([this] { return server.snapshot().clients.size() == 1; }, patienceMs))
            qFatal("no client");
        id = server.snapshot().clients.first().id;
    }

    template<typename Function>
    void ask(Function function) const
    {
        QMetaObject::invokeMethod(
            server.server(), [function, ticker = server.server()] { function(*ticker); }, Qt::QueuedConnection);
    }
    void watch(quint64 client) const
    {
        ask([client](TickerServer &ticker) { ticker.watchClient(client); });
    }
    void disconnect(const CloseStatus &closeStatus) const
    {
        ask([client = id, closeStatus](TickerServer &ticker) { ticker.disconnectClient(client, closeStatus); });
    }

    QObject context;
    RunningServer server{livelyConfig()};
    RawClient client;
    quint64 id = 0;
    ClientDetails details;
};

} // namespace

/// A person looks at a client of a running server, and disconnects it.
class ClientInspectorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headsHaveNoSecrets();
    void headsAreBounded();
    void tellsDetailsWhileWatched();
    void closesWithACode();
    void endsAnEventStream();
    void disconnectsAll();
};

void ClientInspectorTest::headsHaveNoSecrets()
{
    HttpRequest request;
    request.method = "GET";
    request.path = "/ws";
    request.query = "token=secret";
    request.headers = {{"host", "localhost"},
                       {"cookie", "a=secret"},
                       {"authorization", "Bearer secret"},
                       {"proxy-authorization", "Basic secret"},
                       {"user-agent", "tester"}};
    QCOMPARE(redactedHead(request),
             QByteArray("GET /ws?(hidden)\nhost: localhost\ncookie: (hidden)\nauthorization: (hidden)\n"
                        "proxy-authorization: (hidden)\nuser-agent: tester\n"));
}

void ClientInspectorTest::headsAreBounded()
{
    HttpRequest request;
    request.method = "GET";
    request.path = "/ws";
    request.headers = {{"x-long", QByteArray(16'000, 'x')}};
    QVERIFY(redactedHead(request).size() < 2100);
    QVERIFY(redactedHead(request).endsWith("x…\n"));
}

void ClientInspectorTest::tellsDetailsWhileWatched()
{
    Watched f(feedUpgrade, "\"hello\"");
    f.watch(f.id);
    QTRY_COMPARE_WITH_TIMEOUT(f.details.id, f.id, patienceMs);
    QVERIFY(f.details.head.startsWith("GET /ws\nhost: localhost\n"));
    QVERIFY(f.details.head.contains("cookie: (hidden)"));
    QVERIFY(!f.details.head.contains("secret"));
    QCOMPARE(f.details.row.port, f.client.socket().localPort());
    f.client.send(clientFrame("{\"action\":\"subscribe\",\"symbols\":\"ACME\"}"));
    QTRY_COMPARE_WITH_TIMEOUT(f.details.messages.size(), 1, patienceMs);
    QVERIFY(f.details.messages.first().data.contains("ACME"));
    QTRY_COMPARE_WITH_TIMEOUT(f.details.row.subscription.symbols, QStringLiteral("ACME"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(f.details.row.ticksPerSecond > 0, patienceMs);
    f.client.vanish();
    QTRY_VERIFY_WITH_TIMEOUT(f.details.isGone, patienceMs);
    QCOMPARE(f.details.id, f.id);
}

void ClientInspectorTest::closesWithACode()
{
    Watched f(feedUpgrade, "\"hello\"");
    f.disconnect({1013, QStringLiteral("come back later")});
    // RFC 6455, 5.5.1: final, opcode 8, and a length of two bytes of status and the reason.
    QVERIFY(f.client.readUntil(QByteArray("\x88\x11\x03\xf5", 4) + "come back later"));
}

void ClientInspectorTest::endsAnEventStream()
{
    Watched f(get("/events"), "\n\n");
    f.disconnect({1013, QStringLiteral("come back later")});
    QVERIFY(f.client.waitClosed());
    QVERIFY(!f.client.received().contains("come back"));
    QTRY_VERIFY_WITH_TIMEOUT(f.server.snapshot().clients.isEmpty(), patienceMs);
}

void ClientInspectorTest::disconnectsAll()
{
    Watched f(feedUpgrade, "\"hello\"");
    RawClient other(f.server.port());
    other.send(upgrade + "\r\n");
    QVERIFY(other.readUntil("maxPayload"));
    RawClient poll(f.server.port());
    poll.send(pollOpen);
    QVERIFY(poll.readReply());
    QTRY_COMPARE_WITH_TIMEOUT(f.server.snapshot().clients.size(), 3, patienceMs);
    f.ask([](TickerServer &ticker) { ticker.disconnectAllClients(); });
    QTRY_VERIFY_WITH_TIMEOUT(f.server.snapshot().clients.isEmpty(), patienceMs);
    QVERIFY(other.readUntil(QByteArray("\x88\x00", 2))); // a close frame without a code
    QVERIFY(stillServes(f.server.port()));
}

TICKER_CORE_TEST(ClientInspectorTest)
#include "tst_client_inspector.moc"
