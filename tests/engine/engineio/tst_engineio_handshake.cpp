// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

#include <QRegularExpression>
#include <QSet>

using namespace ticker;

class EngineIoHandshakeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void polling();
    void webSocket();
    void idsAreNotRepeated();

    // Rainy
    void refusedRequests_data();
    void refusedRequests();
    void refusedRequestsOfASession_data();
    void refusedRequestsOfASession();
    void jsonpIsOff();
    void refusedUpgrades_data();
    void refusedUpgrades();
    void allowedUpgrades();
    void webSocketThatCallsItselfPolling();
    void sessionThatEndedBeforeItsWebSocketOpened();
    void refusalsLeaveNothingBehind();
};

void EngineIoHandshakeTest::polling()
{
    Bench bench;
    const auto exchange = bench.request("GET", "EIO=4&transport=polling&t=abc");
    QCOMPARE(exchange->status(), 200);
    QCOMPARE(exchange->answer->contentType, QByteArray("text/plain; charset=UTF-8"));
    const QRegularExpression expected(QStringLiteral(
        R"(^0\{"sid":"[A-Za-z0-9_-]{20}","upgrades":\["websocket"\],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000\}$)"));
    QVERIFY2(expected.match(QString::fromUtf8(exchange->body())).hasMatch(), exchange->body().constData());
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoHandshakeTest::webSocket()
{
    Bench bench;
    const auto socket = bench.openSocket();
    const auto texts = socket->takeTexts();
    QCOMPARE(texts.size(), 1);
    const QRegularExpression expected(QStringLiteral(
        R"(^0\{"sid":"[A-Za-z0-9_-]{20}","upgrades":\[\],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000\}$)"));
    QVERIFY2(expected.match(QString::fromUtf8(texts.first())).hasMatch(), texts.first().constData());
}

void EngineIoHandshakeTest::idsAreNotRepeated()
{
    Bench bench;
    QSet<QByteArray> sids;
    for (int i = 0; i < 1000; ++i)
        sids.insert(bench.openPolling());
    QCOMPARE(sids.size(), qsizetype(1000));
}

/// The answers of the reference server, measured.
void EngineIoHandshakeTest::refusedRequests_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("body");

    const auto row = [](const char *name, const QByteArray &method, const QByteArray &query, int code,
                        const QByteArray &message) {
        QTest::newRow(name) << method << query
                            << "{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + message + "\"}";
    };
    row("no EIO", "GET", "transport=polling", 5, "Unsupported protocol version");
    row("EIO empty", "GET", "EIO=&transport=polling", 5, "Unsupported protocol version");
    row("EIO 3", "GET", "EIO=3&transport=polling", 5, "Unsupported protocol version");
    row("EIO 5", "GET", "EIO=5&transport=polling", 5, "Unsupported protocol version");
    row("EIO 04", "GET", "EIO=04&transport=polling", 5, "Unsupported protocol version");
    row("EIO twice", "GET", "EIO=4&EIO=abc&transport=polling", 5, "Unsupported protocol version");
    row("no query", "GET", "", 0, "Transport unknown");
    row("no transport", "GET", "EIO=4", 0, "Transport unknown");
    row("transport empty", "GET", "EIO=4&transport=", 0, "Transport unknown");
    row("transport abc", "GET", "EIO=4&transport=abc", 0, "Transport unknown");
    row("transport of another case", "GET", "EIO=4&transport=Polling", 0, "Transport unknown");
    row("transport __proto__", "GET", "EIO=4&transport=__proto__", 0, "Transport unknown");
    row("transport constructor", "GET", "EIO=4&transport=constructor", 0, "Transport unknown");
    row("webtransport", "GET", "EIO=4&transport=webtransport", 0, "Transport unknown");
    row("websocket without an upgrade", "GET", "EIO=4&transport=websocket", 3, "Bad request");
    row("unknown sid", "GET", "EIO=4&transport=polling&sid=abc", 1, "Session ID unknown");
    row("unknown sid, POST", "POST", "EIO=4&transport=polling&sid=abc", 1, "Session ID unknown");
    row("sid __proto__", "GET", "EIO=4&transport=polling&sid=__proto__", 1, "Session ID unknown");
    row("unknown sid and transport", "GET", "EIO=4&transport=x&sid=abc", 0, "Transport unknown");
    for (const char *method : {"POST", "PUT", "HEAD", "OPTIONS", "DELETE", "get"})
        row(method, method, "EIO=4&transport=polling", 2, "Bad handshake method");
    row("POST with an unknown revision", "POST", "EIO=3&transport=polling", 2, "Bad handshake method");
}

void EngineIoHandshakeTest::refusedRequests()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, body);
    Bench bench({}, {.allowRevision3 = false});
    const auto exchange = bench.request(method, query);
    QCOMPARE(exchange->body(), body);
    QCOMPARE(exchange->status(), 400);
    QCOMPARE(exchange->answer->contentType, QByteArray("application/json"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoHandshakeTest::refusedRequestsOfASession_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");

    QTest::newRow("PUT") << QByteArray("PUT") << 405 << QByteArray();
    QTest::newRow("DELETE") << QByteArray("DELETE") << 405 << QByteArray();
    QTest::newRow("HEAD") << QByteArray("HEAD") << 405 << QByteArray();
    QTest::newRow("PATCH") << QByteArray("PATCH") << 405 << QByteArray();
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << 405 << QByteArray();
    QTest::newRow("other revision") << QByteArray("GET EIO=3") << 400
                                    << QByteArray("{\"code\":3,\"message\":\"Bad request\"}");
    QTest::newRow("other transport") << QByteArray("GET websocket") << 400
                                     << QByteArray("{\"code\":3,\"message\":\"Bad request\"}");
}

void EngineIoHandshakeTest::refusedRequestsOfASession()
{
    QFETCH(QByteArray, method);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Bench bench;
    const QByteArray sid = bench.openPolling();
    QByteArray query = Bench::pollingQuery(sid);
    if (method == "GET websocket")
        query = Bench::query("websocket", sid);
    else if (method == "GET EIO=3")
        query.replace("EIO=4", "EIO=3");
    const auto exchange = bench.request(method.split(' ').constFirst(), query);
    QCOMPARE(exchange->status(), status);
    QCOMPARE(exchange->body(), body);
    QCOMPARE(bench.sessions(), std::size_t(1)); // it survives
}

void EngineIoHandshakeTest::jsonpIsOff()
{
    Bench bench;
    const QByteArray badRequest("{\"code\":3,\"message\":\"Bad request\"}");
    QCOMPARE(bench.request("GET", "EIO=4&transport=polling&j=0")->body(), badRequest);
    const QByteArray sid = bench.openPolling();
    QCOMPARE(bench.request("GET", Bench::pollingQuery(sid) + "&j=0")->body(), badRequest);
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoHandshakeTest::refusedUpgrades_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("no transport") << QByteArray("EIO=4") << QByteArray("Transport unknown");
    QTest::newRow("__proto__") << QByteArray("EIO=4&transport=__proto__") << QByteArray("Transport unknown");
    QTest::newRow("unknown sid") << QByteArray("EIO=4&transport=websocket&sid=x") << QByteArray("Session ID unknown");
    QTest::newRow("EIO 3") << QByteArray("EIO=3&transport=websocket") << QByteArray("Unsupported protocol version");
    QTest::newRow("no EIO") << QByteArray("transport=websocket") << QByteArray("Unsupported protocol version");
}

void EngineIoHandshakeTest::refusedUpgrades()
{
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, message);
    Bench bench({}, {.allowRevision3 = false});
    const auto refusal = bench.server.engineIo().refuseUpgrade({"GET", query, {}, {}, Bench::peer()});
    QVERIFY(refusal.has_value());
    QCOMPARE(refusal->status, 400);
    QCOMPARE(refusal->contentType, QByteArray("text/html"));
    QCOMPARE(refusal->body, message);
}

void EngineIoHandshakeTest::allowedUpgrades()
{
    Bench bench;
    const QByteArray sid = bench.openPolling();
    const auto refusal = [&](const QByteArray &query) {
        return bench.server.engineIo().refuseUpgrade({"GET", query, {}, {}, Bench::peer()});
    };
    QVERIFY(!refusal("EIO=4&transport=websocket"));
    QVERIFY(!refusal(Bench::query("websocket", sid)));
}

/// The reference opens it and closes it.
void EngineIoHandshakeTest::webSocketThatCallsItselfPolling()
{
    Bench bench;
    QVERIFY(bench.openSocket({}, "polling")->closeCode.has_value());
    const QByteArray sid = bench.openPolling();
    QVERIFY(bench.openSocket(sid, "polling")->closeCode.has_value());
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoHandshakeTest::sessionThatEndedBeforeItsWebSocketOpened()
{
    Bench bench;
    const auto socket = bench.openSocket("abcdefghijklmnopqrst");
    QVERIFY(socket->closeCode.has_value());
    QVERIFY(socket->frames.isEmpty());
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoHandshakeTest::refusalsLeaveNothingBehind()
{
    Bench bench;
    for (int i = 0; i < 10'000; ++i) {
        bench.request("GET", "EIO=4&transport=polling&sid=" + QByteArray::number(i));
        bench.request("POST", "EIO=4&transport=polling");
    }
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

TICKER_TEST(EngineIoHandshakeTest)
#include "tst_engineio_handshake.moc"
