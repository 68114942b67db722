// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

#include <QSignalSpy>

using namespace ticker;
using namespace ticker::test;

namespace {

/// A server that is quick to lose its patience.
ServerConfig impatient()
{
    ServerConfig config;
    config.limits.headTimeout = std::chrono::milliseconds(300);
    config.limits.bodyTimeout = std::chrono::milliseconds(300);
    config.limits.keepAliveTimeout = std::chrono::milliseconds(300);
    config.limits.lingerTimeout = std::chrono::milliseconds(300);
    return config;
}

} // namespace

/// The one port against everything that can knock on it. Raw sockets, one real server.
class GateTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void statuses_data();
    void statuses();
    void refusedOriginIsReported();
    void headRequests();
    void connectionClose();
    void http10();
    void keepAliveAndPipelining();
    void continueExpectation();
    void pipeliningBehindAParkedPoll();
    void crossOriginPolling();
    void methodsOfASession_data();
    void methodsOfASession();
    void unfinishedBodies();

    void slowHead();
    void slowBody();
    void idleConnection();
    void tooManyConnections();

private:
    std::unique_ptr<RunningServer> m_server;
};

void GateTest::initTestCase()
{
    m_server = std::make_unique<RunningServer>(livelyConfig());
    QCOMPARE(m_server->status().state, ServerStatus::State::Listening);
}

void GateTest::statuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("page", get("/"), 200);
    row("quote", get("/api/quote"), 200);
    row("nothing there", get("/nothing"), 404);
    row("client library", get("/socket.io/socket.io.js"), 200);
    row("no such library", get("/socket.io/../index.html"), 404);
    row("wrong method", "DELETE /api/quote HTTP/1.1\r\nHost: localhost\r\n\r\n", 405);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("two Hosts", get("/", "Host: localhost\r\n"), 400);
    row("foreign Host", "GET /api/quote HTTP/1.1\r\nHost: evil:8000\r\n\r\n", 421);
    row("foreign Host, polling", "GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: evil\r\n\r\n", 421);
    row("foreign absolute form", "GET http://evil/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 421);
    row("foreign Origin", get("/api/quote", "Origin: http://evil\r\n"), 403);
    row("foreign Origin, polling", get("/socket.io/?EIO=4&transport=polling", "Origin: http://1.2.3.4\r\n"), 403);
    row("null Origin", get("/api/quote", "Origin: null\r\n"), 403);
    row("foreign Referer, polling", get("/socket.io/?EIO=4&transport=polling", "Referer: http://evil/\r\n"), 403);
    row("polling by an image", get("/socket.io/?EIO=4&transport=polling", "Accept: image/*\r\n"), 403);
    row("polling in other letters", get("/%73ocket.io/?EIO=4&transport=polling"), 404);
    row("polling with another letter", get("/socket-io/?EIO=4&transport=polling"), 404);
    row("foreign Referer, stream", get("/events", "Referer: http://evil/\r\n"), 403);
    row("foreign Referer, stream with a slash", get("/events/", "Referer: http://evil/\r\n"), 403);
    row("a link from a foreign page", get("/", "Referer: http://evil/\r\nAccept: text/html,*/*\r\n"), 200);
    row("a slash too many", get("/api/quote/"), 200);
    row("two slashes too many", get("/api/quote//"), 404);
    row("front end on another port", get("/api/quote", "Origin: http://localhost:5173\r\n"), 200);
    row("head too large", get("/", "A: " + QByteArray(20'000, 'a') + "\r\n"), 431);
    row("10,000 fields", get("/", QByteArray("A: b\r\n").repeated(10'000)), 431);
    row("length lies about 64 MB", "POST /socket.io/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 67108864\r\n\r\n",
        413);
    row("length overflows",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 18446744073709551615\r\n\r\n"
        "GET /api/quote HTTP/1.1\r\nHost: localhost\r\n\r\n",
        413);
    row("length repeated", "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\nx",
        400);
    row("length and chunked",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
        "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        400);
    const QByteArray chunked = "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray endless(20'000, 'a');
    row("trailer without end", chunked + "1\r\nx\r\n0\r\nX: " + endless, 431);
    row("chunk extension without end", chunked + "1;x=" + endless, 413);
    row("chunk size without end", chunked + QByteArray(20'000, '0'), 413);
    row("TLS", QByteArray::fromHex("16030102000100"), 400);
}

/// The right status, exactly one reply, and the connection closed after an error.
void GateTest::statuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    RawClient client(m_server->port());
    client.send(bytes);
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(reply->field("X-Content-Type-Options"), "nosniff");
    const bool byGate = status != 200 && status != 404 && status != 405;
    if (byGate) {
        QCOMPARE(reply->field("Connection"), "close");
        QVERIFY(client.waitClosed());
        QVERIFY(client.received().isEmpty());
    }
    QVERIFY(stillServes(m_server->port()));
}

void GateTest::refusedOriginIsReported()
{
    QSignalSpy reports(m_server->server(), &TickerServer::reported);
    for (int i = 0; i < 3; ++i) {
        RawClient client(m_server->port());
        client.send(get("/", "Origin: https://my.app\r\n"));
        QVERIFY(client.readReply());
    }
    RawClient other(m_server->port());
    other.send(get("/", "Origin: https://other.app\r\n"));
    QVERIFY(other.readReply());
    // Each origin once, however often its page tries.
    QTRY_COMPARE(reports.size(), 2);
    QVERIFY(reports.last().first().value<LocalizedText>().english().contains(QStringLiteral("https://other.app")));
    const QString line = reports.first().first().value<LocalizedText>().english();
    QVERIFY(line.contains(QStringLiteral("https://my.app")));
    QVERIFY(line.contains(QStringLiteral("allowedOrigins")));
}

void GateTest::headRequests()
{
    RawClient client(m_server->port());
    client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/api/quote"));
    const auto head = client.readReply(false);
    QVERIFY(head);
    QCOMPARE(head->status, 200);
    QVERIFY(head->field("Content-Length").toInt() > 0);
    const auto next = client.readReply();
    QVERIFY(next);
    QVERIFY(next->body.contains("\"price\""));
}

void GateTest::connectionClose()
{
    RawClient client(m_server->port());
    client.send(get("/api/quote", "Connection: close\r\n"));
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->field("Connection"), "close");
    QVERIFY(client.waitClosed());
}

void GateTest::http10()
{
    RawClient client(m_server->port());
    client.send("GET /api/quote HTTP/1.0\r\nHost: localhost\r\n\r\n");
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(client.waitClosed());
    RawClient kept(m_server->port());
    kept.send("GET /api/quote HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QCOMPARE(kept.readReply()->field("Connection"), "keep-alive");
}

void GateTest::keepAliveAndPipelining()
{
    RawClient client(m_server->port());
    QByteArray requests;
    for (int i = 0; i < 50; ++i)
        requests += get(i % 2 ? "/api/quote" : "/nothing") + (i % 3 ? "" : "\r\n");
    client.send(requests);
    for (int i = 0; i < 50; ++i) {
        const auto reply = client.readReply();
        QVERIFY(reply);
        QCOMPARE(reply->status, i % 2 ? 200 : 404);
    }
}

void GateTest::continueExpectation()
{
    RawClient client(m_server->port());
    client.send("POST /api/quote HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n");
    QVERIFY(client.readUntil("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("x");
    QCOMPARE(client.readReply()->status, 405);
}

void GateTest::pipeliningBehindAParkedPoll()
{
    RawClient client(m_server->port());
    client.send(pollOpen);
    const QByteArray sid = sidOf(*client.readReply());
    RawClient poster(m_server->port());
    // Nothing is queued for a session that has not joined a namespace: the GET waits, and what is behind it waits too.
    client.send(get("/socket.io/?EIO=4&transport=polling&sid=" + sid) + get("/api/quote"));
    poster.send(
        "POST /socket.io/?EIO=4&transport=polling&sid=" + sid
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain;charset=UTF-8\r\nContent-Length: 1\r\n\r\n1");
    QCOMPARE(poster.readReply()->body, "ok");
    const auto poll = client.readReply();
    QVERIFY(poll);
    QCOMPARE(poll->body, "6");
    const auto next = client.readReply();
    QVERIFY(next);
    QVERIFY(next->body.contains("\"price\""));
}

void GateTest::crossOriginPolling()
{
    RawClient client(m_server->port());
    client.send(get("/socket.io/?EIO=4&transport=polling", "Origin: http://localhost:5173\r\n"));
    const auto reply = client.readReply();
    QCOMPARE(reply->status, 200);
    QCOMPARE(reply->field("Access-Control-Allow-Origin"), "http://localhost:5173");
    QCOMPARE(reply->field("Vary"), "origin");
    client.send("OPTIONS /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: localhost\r\n"
                "Origin: http://localhost:5173\r\nAccess-Control-Request-Method: POST\r\n\r\n");
    QCOMPARE(client.readReply()->status, 204);
}

void GateTest::methodsOfASession_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"})
        QTest::newRow(method) << QByteArray(method);
}

/// Those that it does not have are refused, and it goes on; a preflight is answered as everywhere.
void GateTest::methodsOfASession()
{
    QFETCH(QByteArray, method);
    RawClient client(m_server->port());
    client.send(pollOpen);
    const auto opened = client.readReply();
    QVERIFY(opened);
    const QByteArray path = "/socket.io/?EIO=4&transport=polling&sid=" + sidOf(*opened);
    const auto ask = [&](const QByteArray &fields) {
        client.send(method + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n");
        return client.readReply(method != "HEAD");
    };
    const auto reply = ask("Content-Length: 0\r\n");
    QVERIFY(reply);
    QCOMPARE(reply->status, 405);
    QCOMPARE(reply->field("Allow"), "get, post"); // in lower case, as all of the head
    const auto preflight = ask("Origin: http://localhost:5173\r\nAccess-Control-Request-Method: POST\r\n");
    QVERIFY(preflight);
    QCOMPARE(preflight->status, method == "OPTIONS" ? 204 : 405);
    QCOMPARE(preflight->field("Access-Control-Allow-Origin"), "http://localhost:5173");

    client.send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n40");
    const auto posted = client.readReply();
    QVERIFY(posted);
    QCOMPARE(posted->status, 200);
}

/// Who would have more kept than all together may is refused, and gives back what it had; who sends little is not.
void GateTest::unfinishedBodies()
{
    ServerConfig config = livelyConfig();
    config.limits.maxUnfinishedBytes = 100'000;
    RunningServer server(config);
    const auto post = [](qsizetype length, qsizetype sent) {
        return "POST /nothing HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(length) + "\r\n\r\n"
            + QByteArray(sent, 'x');
    };
    for (int round = 0; round < 3; ++round) {
        RawClient large(server.port());
        large.send(post(200'001, 200'000));
        const auto refused = large.readReply();
        QVERIFY(refused);
        QCOMPARE(refused->status, 503);
        QVERIFY(large.waitClosed());
    }
    RawClient client(server.port());
    for (const qsizetype size : {10'000, 90'000}) { // as much again and again
        client.send(post(size, size - 1));
        client.send("x");
        const auto reply = client.readReply();
        QVERIFY(reply);
        QCOMPARE(reply->status, 405); // as a GET would be answered 404
    }
}

void GateTest::slowHead()
{
    RunningServer server(impatient());
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nHost: local");
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(client.waitClosed());
}

void GateTest::slowBody()
{
    RunningServer server(impatient());
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n12345");
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 408);
    QVERIFY(client.waitClosed());
}

void GateTest::idleConnection()
{
    RunningServer server(impatient());
    RawClient silent(server.port());
    QVERIFY(silent.waitClosed());
    QVERIFY(silent.received().isEmpty());
    RawClient once(server.port());
    once.send(get("/api/quote"));
    QVERIFY(once.readReply());
    QVERIFY(once.waitClosed());
    QVERIFY(once.received().isEmpty());
}

void GateTest::tooManyConnections()
{
    ServerConfig config;
    config.limits.maxConnections = 2;
    RunningServer server(config);
    RawClient first(server.port());
    first.send(upgrade + "\r\n");
    QCOMPARE(first.readReply(false)->status, 101);
    auto second = std::make_unique<RawClient>(server.port());
    second->send(upgrade + "\r\n");
    QCOMPARE(second->readReply(false)->status, 101);
    RawClient third(server.port());
    QCOMPARE(third.readReply()->status, 503);
    // A place is free again when a WebSocket ends, too.
    second->vanish();
    QVERIFY(QTest::qWaitFor([&] {
        RawClient again(server.port());
        again.send(get("/api/quote"));
        const auto reply = again.readReply();
        return reply && reply->status == 200;
    }));
}

TICKER_CORE_TEST(GateTest)
#include "tst_gate.moc"
