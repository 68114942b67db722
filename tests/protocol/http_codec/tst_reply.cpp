// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/reply_framer.h"
#include "http_codec/reply_headers.h"
#include "ticker_test.h"

using namespace ticker;

/// What becomes of replies on their way out.
class ReplyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framedByteByByte();
    void headHasNoBody();
    void notModifiedHasNoLength();
    void crossOriginFields();
    void entityTags_data();
    void entityTags();
    void entityTagsInSeveralLines();
    void notModifiedSaysNothingOfTheBody();
    void noEntityInAnError();
    void problem();
    void openEnded();
    void preflight();
    void everyErrorHasItsPhrase();
};

void ReplyTest::framedByteByByte()
{
    const QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 3\r\n\r\nabc";
    ReplyFramer framer;
    for (int round = 0; round < 2; ++round) {
        for (qsizetype i = 0; i < bytes.size(); ++i)
            QCOMPARE(framer.append(QByteArrayView(bytes).sliced(i, 1)), i == bytes.size() - 1);
        QCOMPARE(framer.take(true, round == 0),
                 "HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nContent-Length: 3\r\nConnection: "
                     + QByteArray(round == 0 ? "keep-alive" : "close") + "\r\n\r\nabc");
    }
}

void ReplyTest::headHasNoBody()
{
    ReplyFramer framer;
    QVERIFY(framer.append("HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc"));
    QCOMPARE(framer.take(false, true), "HTTP/1.1 200 OK\r\ncontent-length: 3\r\nConnection: keep-alive\r\n\r\n");
}

void ReplyTest::notModifiedHasNoLength()
{
    ReplyFramer framer;
    QVERIFY(framer.append("HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nContent-Length: 0\r\n\r\n"));
    QCOMPARE(framer.take(true, true), "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nConnection: keep-alive\r\n\r\n");
}

void ReplyTest::crossOriginFields()
{
    HttpRequest request;
    HttpReply plain;
    addCommonHeaders(plain, request, CorsRule::AllowedOrigins);
    for (const HttpHeader &field : std::as_const(plain.headers))
        QVERIFY(!field.first.startsWith("Access-Control"));
    QVERIFY(plain.headers.contains(HttpHeader("Vary", "Origin")));

    request.headers = {{"origin", "http://localhost:5173"}};
    HttpReply cross;
    addCommonHeaders(cross, request, CorsRule::AllowedOrigins);
    QVERIFY(cross.headers.contains(HttpHeader("Access-Control-Allow-Origin", "http://localhost:5173")));
    QVERIFY(cross.headers.contains(HttpHeader("Vary", "Origin")));
}

void ReplyTest::entityTags_data()
{
    QTest::addColumn<QByteArray>("known");
    QTest::addColumn<int>("status");
    QTest::newRow("none") << QByteArray() << 200;
    QTest::newRow("other") << QByteArray("\"4.8.3\"") << 200;
    QTest::newRow("same") << QByteArray("\"4.8.4\"") << 304;
    QTest::newRow("weak") << QByteArray("W/\"4.8.4\"") << 304;
    QTest::newRow("list") << QByteArray("\"1\", \"4.8.4\"") << 304;
    QTest::newRow("any") << QByteArray("*") << 304;
    QTest::newRow("without quotes") << QByteArray("4.8.4") << 200;
    QTest::newRow("any in a list") << QByteArray("\"1\", *") << 200;
    QTest::newRow("comma in a tag") << QByteArray("\"1,\",\t, W/\"a,\"4.8.4\"") << 200;
    QTest::newRow("behind a comma in a tag") << QByteArray("\"1, 2\",W/\"3\" ,\"4.8.4\"") << 304;
    QTest::newRow("part of a tag") << QByteArray("\"\"4.8.4\"\"") << 200;
    QTest::newRow("without its end") << QByteArray("\"4.8.4") << 200;
}

void ReplyTest::entityTags()
{
    QFETCH(QByteArray, known);
    HttpRequest request;
    if (!known.isNull())
        request.headers = {{"if-none-match", known}};
    const HttpReply reply = withEntityTag({200, "text/plain", "body", {}}, "\"4.8.4\"", request);
    QTEST(reply.status, "status");
    QCOMPARE(reply.body.isEmpty(), reply.status == 304);
    QVERIFY(reply.headers.contains(HttpHeader("ETag", "\"4.8.4\"")));
}

void ReplyTest::entityTagsInSeveralLines()
{
    HttpRequest request;
    request.headers = {{"if-none-match", "\"1\""}, {"if-match", "\"3\""}, {"if-none-match", "\"2\""}};
    QCOMPARE(withEntityTag({}, "\"2\"", request).status, 304);
    QCOMPARE(withEntityTag({}, "W/\"2\"", request).status, 304);
    QCOMPARE(withEntityTag({}, "\"3\"", request).status, 200);
}

/// RFC 9110, 15.4.5.
void ReplyTest::notModifiedSaysNothingOfTheBody()
{
    HttpRequest request;
    request.headers = {{"if-none-match", "*"}};
    const QList<HttpHeader> kept{{"Cache-Control", "no-cache"}, {"Vary", "Accept"}, {"X-Frame-Options", "DENY"}};
    HttpReply reply{200, "text/plain", "body", kept};
    reply.headers += {{"content-language", "en"}, {"Last-Modified", "Mon, 23 Nov 2026 05:00:00 GMT"}};
    reply = withEntityTag(reply, "\"1\"", request);
    addCommonHeaders(reply, request, CorsRule::AllowedOrigins);
    const QList<HttpHeader> expected = kept
        + QList<HttpHeader>{
            {"ETag", "\"1\""}, {"X-Content-Type-Options", "nosniff"}, {"Cross-Origin-Resource-Policy", "same-origin"}};
    QCOMPARE(reply.headers, expected);
    QVERIFY(replyBytes(reply, true, true).endsWith("\r\nConnection: keep-alive\r\n\r\n"));
    QVERIFY(!replyBytes(reply, true, true).contains("Content-Length"));
}

void ReplyTest::noEntityInAnError()
{
    HttpRequest request;
    request.headers = {{"if-none-match", "*"}};
    const HttpReply reply = withEntityTag(textReply(404, "Nothing."), "\"1\"", request);
    QCOMPARE(reply.status, 404);
    QVERIFY(reply.headers.isEmpty());
}

/// RFC 9457, 3.
void ReplyTest::problem()
{
    const HttpReply reply = problemReply(422, QStringLiteral("Unknown symbol"), QStringLiteral("\"XÖ\" is none."));
    QCOMPARE(reply.status, 422);
    QCOMPARE(reply.contentType, "application/problem+json");
    QCOMPARE(reply.body, R"({"type":"about:blank","title":"Unknown symbol","status":422,"detail":"\"XÖ\" is none."})");
}

/// RFC 9112, 6.3: without a length it ends with its connection.
void ReplyTest::openEnded()
{
    HttpReply reply;
    reply.headers = {{"A", "b"}};
    QCOMPARE(openEndedHeadBytes(reply), "HTTP/1.1 200 OK\r\nA: b\r\nConnection: close\r\n\r\n");
}

void ReplyTest::preflight()
{
    HttpRequest request;
    request.method = "OPTIONS";
    QVERIFY(!isPreflight(request, CorsRule::AllowedOrigins));
    request.headers = {{"origin", "http://localhost:1"},
                       {"access-control-request-method", "POST"},
                       {"access-control-request-headers", "content-type"}};
    QVERIFY(isPreflight(request, CorsRule::AllowedOrigins));
    const HttpReply reply = preflightReply(request, CorsRule::AllowedOrigins);
    QCOMPARE(reply.status, 204);
    QVERIFY(reply.headers.contains(HttpHeader("Access-Control-Allow-Headers", "content-type")));
}

void ReplyTest::everyErrorHasItsPhrase()
{
    for (int status : {400, 403, 404, 405, 408, 409, 413, 414, 415, 417, 421, 422, 426, 429, 431, 500, 501, 503, 505})
        QVERIFY2(!reasonPhrase(status).isEmpty(), qPrintable(QString::number(status)));
    const QByteArray bytes = errorReplyBytes({400, "Why."});
    QVERIFY(bytes.startsWith("HTTP/1.1 400 Bad Request\r\n"));
    QVERIFY(bytes.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\nWhy.\n"));
}

TICKER_TEST(ReplyTest)
#include "tst_reply.moc"
