// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/event_stream_channel.h"
#include "event_streams.h"
#include "requests.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

/// Requests for a stream of events, and how each is answered. Raw sockets.
class EventStreamRequestsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headAndFirstEventInOnePiece();
    void headByItself();
    void whoAsked();
    void http10();
    void crossOrigin();
    void headMethod();
    void otherMethods();
    void refusals_data();
    void refusals();
    void guardRefuses();
};

void EventStreamRequestsTest::headAndFirstEventInOnePiece()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.receive());
    QCOMPARE(client.takeReceived(), headOfStream + firstEvent);
    streams.withLast([](HeardStream &stream) { stream.channel().sendFrames("data: second\n\n"); });
    QVERIFY(client.readUntil("\n\n"));
    QCOMPARE(client.takeReceived(), "data: second\n\n");
}

void EventStreamRequestsTest::headByItself()
{
    EventStreams streams({}, {});
    RawClient client(streams.port());
    client.send(get("/events"));
    QTRY_COMPARE(streams.open(), 1);
    QVERIFY(!streams.ofLast<bool>([](HeardStream &stream) { return bool(stream.channel().fastPath()); }));
    streams.withLast([](HeardStream &stream) {
        auto &channel = static_cast<EventStreamChannel &>(stream.channel());
        channel.greet();
        channel.greet();
    });
    QVERIFY(client.readUntil("\r\n\r\n"));
    QCOMPARE(client.takeReceived(), headOfStream);
}

void EventStreamRequestsTest::whoAsked()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events?symbols=ACME", "User-Agent: test\r\nLast-Event-ID: 7\r\n"));
    QVERIFY(client.readUntil(firstEvent));
    const auto peer = streams.ofLast<PeerInfo>([](HeardStream &stream) { return stream.peer; });
    QCOMPARE(peer.address, QStringLiteral("127.0.0.1"));
    QCOMPARE(peer.port, client.socket().localPort());
    QCOMPARE(peer.userAgent, QStringLiteral("test"));
    const auto request = streams.ofLast<HttpRequest>([](HeardStream &stream) { return stream.request; });
    QCOMPARE(request.query, "symbols=ACME");
    QCOMPARE(request.header("last-event-id"), "7");
}

void EventStreamRequestsTest::http10()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send("GET /events HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(client.readUntil(firstEvent));
    QCOMPARE(client.takeReceived(), headOfStream + firstEvent);
}

void EventStreamRequestsTest::crossOrigin()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events", "Origin: http://localhost:5173\r\n"));
    const auto reply = client.readReply(false);
    QVERIFY(reply);
    QCOMPARE(reply->field("Access-Control-Allow-Origin"), "http://localhost:5173");
    RawClient preflight(streams.port());
    preflight.send("OPTIONS /events HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:5173\r\n"
                   "Access-Control-Request-Method: GET\r\nAccess-Control-Request-Headers: last-event-id\r\n\r\n");
    QCOMPARE(preflight.readReply()->status, 204);
    QCOMPARE(streams.judged(), 1);
}

void EventStreamRequestsTest::headMethod()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send("HEAD /events HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/events"));
    QVERIFY(client.waitClosed());
    QCOMPARE(client.takeReceived(), headOfStream);
    QCOMPARE(streams.open(), 0);
}

void EventStreamRequestsTest::otherMethods()
{
    EventStreams streams;
    RawClient client(streams.port());
    for (const char *method : {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
        client.send(QByteArray(method) + " /events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx");
        const auto reply = client.readReply();
        QVERIFY(reply);
        QCOMPARE(reply->status, 405);
        QCOMPARE(reply->field("Allow"), "get, head");
    }
    QCOMPARE(streams.judged(), 0);
}

void EventStreamRequestsTest::refusals_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("foreign Origin", get("/events", "Origin: http://evil\r\n"), 403);
    row("null Origin", get("/events", "Origin: null\r\n"), 403);
    row("page of another site", get("/events", "Sec-Fetch-Site: cross-site\r\n"), 403);
    row("foreign Host", "GET /events HTTP/1.1\r\nHost: evil\r\n\r\n", 421);
    row("no Host", "GET /events HTTP/1.1\r\n\r\n", 400);
    row("body too long", get("/events", "Content-Length: 67108864\r\n"), 413);
    row("upgrade", get("/events", "Upgrade: websocket\r\nConnection: Upgrade\r\n"), 404);
    row("longer path", get("/events//"), 404);
    row("another page's script", get("/events", "Referer: http://evil/page\r\nAccept: */*\r\n"), 403);
    row("another page's image", get("/events/", "Accept: image/avif,*/*\r\n"), 403);
    row("other letters", get("/%65vents"), 404);
}

/// Before anybody is asked about it.
void EventStreamRequestsTest::refusals()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    EventStreams streams;
    RawClient client(streams.port());
    client.send(request);
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QVERIFY(!reply->head.contains("event-stream"));
    QCOMPARE(streams.judged(), 0);
    QCOMPARE(streams.open(), 0);
}

void EventStreamRequestsTest::guardRefuses()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events?refused", "Origin: http://localhost:5173\r\n") + get("/events"));
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 422);
    QCOMPARE(reply->field("Content-Type"), "application/problem+json");
    QCOMPARE(reply->field("Access-Control-Allow-Origin"), "http://localhost:5173");
    QCOMPARE(reply->field("Connection"), "keep-alive");
    QVERIFY(client.readUntil(firstEvent));
}

TICKER_CORE_TEST(EventStreamRequestsTest)
#include "tst_event_stream_requests.moc"
