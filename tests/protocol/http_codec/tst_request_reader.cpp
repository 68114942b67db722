// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/request_reader.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

/// Feeds a request in two pieces, cut after the first bytes. The status of an error, 0 for a whole request, -1 for
/// one that wants more.
int feed(const QByteArray &bytes, qsizetype cut, HttpRequest *request = nullptr)
{
    RequestReader reader((Limits()));
    RequestReader::HeadResult head = reader.readHead(QByteArrayView(bytes).first(cut));
    if (std::holds_alternative<RequestReader::NeedMore>(head))
        head = reader.readHead(bytes);
    if (const auto *error = std::get_if<HttpError>(&head))
        return error->status;
    if (!std::holds_alternative<RequestReader::Head>(head))
        return -1;
    const qsizetype headBytes = std::get<RequestReader::Head>(head).bytes;
    const QByteArrayView body = QByteArrayView(bytes).sliced(headBytes);
    qsizetype first = 0;
    qsizetype second = 0;
    RequestReader::BodyResult result = reader.readBody(
        body.first(std::clamp<qsizetype>(cut - headBytes, 0, body.size())), &first);
    if (std::holds_alternative<RequestReader::NeedMore>(result))
        result = reader.readBody(body.sliced(first), &second);
    if (const auto *error = std::get_if<HttpError>(&result))
        return error->status;
    if (!std::holds_alternative<RequestReader::Complete>(result))
        return -1;
    if (request)
        *request = reader.takeRequest();
    return 0;
}

QByteArray get(const QByteArray &fields = {})
{
    return "GET / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &fields, const QByteArray &body = {})
{
    return "POST /p HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n" + body;
}

} // namespace

class RequestReaderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses_data();
    void statuses();
    void fields();
    void target_data();
    void target();
    void chunkedBody();
    void takesOnlyItsOwnBytes();
    void nothingAndOneByte();
    void leadingEmptyLines();
    void headLimitBeforeItsEnd();
    void fieldCount();
};

void RequestReaderTest::statuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");

    const auto row = [](const char *name, const QByteArray &bytes, int status) {
        QTest::newRow(name) << bytes << status;
    };
    row("plain GET", get(), 0);
    row("HTTP/1.0", "GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", 0);
    row("POST without body", post({}), 0);
    row("POST with body", post("Content-Length: 3\r\n", "abc"), 0);
    row("chunked", post("Transfer-Encoding: chunked\r\n", "3\r\nabc\r\n0\r\n\r\n"), 0);
    row("chunked with extension", post("Transfer-Encoding: chunked\r\n", "3;x=y\r\nabc\r\n0\r\n\r\n"), 0);
    row("body of exactly the limit", post("Content-Length: 1000000\r\n", QByteArray(1'000'000, 'x')), 0);

    row("length overflows 64 bits", post("Content-Length: 18446744073709551616\r\n"), 400);
    row("length is the largest number", post("Content-Length: 18446744073709551615\r\n"), 413);
    row("length negative", post("Content-Length: -1\r\n"), 400);
    row("length with plus", post("Content-Length: +3\r\n", "abc"), 400);
    row("length hexadecimal", post("Content-Length: 0x3\r\n", "abc"), 400);
    row("length empty", post("Content-Length:\r\n"), 400);
    row("length twice", post("Content-Length: 3\r\nContent-Length: 3\r\n", "abc"), 400);
    row("length twice, different", post("Content-Length: 3\r\nContent-Length: 4\r\n", "abcd"), 400);
    row("length as list", post("Content-Length: 3, 3\r\n", "abc"), 400);
    row("length and chunked", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), 400);
    row("chunked and length", post("Transfer-Encoding: chunked\r\nContent-Length: 3\r\n", "0\r\n\r\n"), 400);
    row("64 MB body", post("Content-Length: 67108864\r\n"), 413);
    row("chunked beyond the limit", post("Transfer-Encoding: chunked\r\n", "f42a4\r\n" + QByteArray(1'000'100, 'x')),
        413);
    row("chunks cut short", post("Transfer-Encoding: chunked\r\n", "1\r\na"), -1);
    row("chunk size is no number", post("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n"), 400);
    row("chunk size overflows", post("Transfer-Encoding: chunked\r\n", "fffffffffffffffff\r\nabc\r\n"), 400);
    row("other transfer coding", post("Transfer-Encoding: gzip, chunked\r\n"), 501);
    row("unknown transfer coding", post("Transfer-Encoding: xchunked\r\n"), 501);
    row("coding twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"), 400);
    row("HTTP/1.0 chunked", "POST / HTTP/1.0\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n", 400);

    row("unknown method", "BREW / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501);
    row("method in lower case", "get / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501);
    row("CONNECT", "CONNECT localhost:80 HTTP/1.1\r\nHost: localhost\r\n\r\n", 501);
    row("TRACE", "TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n", 501);
    row("HTTP/9.9", "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n", 505);
    row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", 505);
    row("no version", "GET /\r\nHost: localhost\r\n\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
    row("no slash", "GET index.html HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
    row("fragment", "GET /#x HTTP/1.1\r\nHost: localhost\r\n\r\n", 400);
    row("TLS hello", QByteArray::fromHex("1603010200010001fc0303"), 400);
    row("binary", QByteArray(8, '\0'), 400);
    row("SSH", "SSH-2.0-OpenSSH_9.2\r\n", 400);
    row("long word", QByteArray(100, 'A'), 400);

    row("field name with space", get("Bad Name: x\r\n"), 400);
    row("space before colon", get("Name : x\r\n"), 400);
    row("field without colon", get("Nothing\r\n"), 400);
    row("empty field name", get(": x\r\n"), 400);
    row("folded field", get("A: b\r\n c\r\n"), 400);
    row("control character", get("A: b\x01\r\n"), 400);
    row("NUL", get(QByteArray("A: b\0c\r\n", 8)), 400);
    row("DEL", get("A: b\x7f\r\n"), 400);
    row("lone CR", get("A: b\rc\r\n"), 400);
    row("lone LF", get("A: b\nC: d\r\n"), 400);
    row("ends with two LF", "GET / HTTP/1.1\nHost: localhost\n\n\r\n\r\n", 400);
    row("expectation", get("Expect: coffee\r\n"), 417);
    row("large target", "GET /" + QByteArray(9000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414);
    row("large field", get("A: " + QByteArray(17'000, 'a') + "\r\n"), 431);
}

/// The verdict is the same wherever the bytes were cut.
void RequestReaderTest::statuses()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    // Long ones are cut at every place that can matter: near both ends.
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        if (cut > 300 && cut < bytes.size() - 20)
            continue;
        if (feed(bytes, cut) != status)
            QCOMPARE(qMakePair(cut, feed(bytes, cut)), qMakePair(cut, status));
    }
}

void RequestReaderTest::fields()
{
    HttpRequest request;
    QCOMPARE(feed(post("User-Agent: curl/8\r\nX: 1\r\nx: 2\r\nContent-Length: 4\r\n", "body"), 0, &request), 0);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.path, "/p");
    QCOMPARE(request.header("user-agent"), "curl/8");
    QCOMPARE(request.headerCount("x"), 2);
    QCOMPARE(request.header("x"), "1");
    QVERIFY(request.header("y").isNull());
    QCOMPARE(request.body, "body");
    QVERIFY(request.keepAlive);
    QCOMPARE(feed(get("Connection: close\r\n"), 0, &request), 0);
    QVERIFY(!request.keepAlive);
    QCOMPARE(feed("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n", 0, &request), 0);
    QVERIFY(!request.keepAlive);
    QCOMPARE(feed(get("Upgrade: WebSocket\r\nConnection: keep-alive, Upgrade\r\n"), 0, &request), 0);
    QVERIFY(request.isWebSocketUpgrade());
    QCOMPARE(feed(get("Upgrade: h2c\r\nConnection: Upgrade\r\n"), 0, &request), 0);
    QVERIFY(!request.isWebSocketUpgrade());
    QCOMPARE(feed(post("Expect: 100-continue\r\nContent-Length: 1\r\n", "x"), 0, &request), 0);
    QVERIFY(request.expectsContinue);
}

void RequestReaderTest::target_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("authority");
    QTest::newRow("path") << QByteArray("/a/b") << QByteArray("/a/b") << QByteArray() << QByteArray();
    QTest::newRow("query") << QByteArray("/a?b=c?d") << QByteArray("/a") << QByteArray("b=c?d") << QByteArray();
    QTest::newRow("slashes") << QByteArray("///a//b") << QByteArray("/a//b") << QByteArray() << QByteArray();
    QTest::newRow("absolute") << QByteArray("http://localhost:8000/a?b") << QByteArray("/a") << QByteArray("b")
                              << QByteArray("localhost:8000");
    QTest::newRow("absolute, no path") << QByteArray("HTTP://evil?x") << QByteArray("/") << QByteArray("x")
                                       << QByteArray("evil");
    QTest::newRow("escapes stay") << QByteArray("/%2e%2E/a") << QByteArray("/%2e%2E/a") << QByteArray() << QByteArray();
}

void RequestReaderTest::target()
{
    QFETCH(QByteArray, target);
    HttpRequest request;
    QCOMPARE(feed("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n", 0, &request), 0);
    QTEST(request.path, "path");
    QTEST(request.query, "query");
    QTEST(request.authority, "authority");
}

void RequestReaderTest::chunkedBody()
{
    const QByteArray bytes = post("Transfer-Encoding: chunked\r\n",
                                  "3\r\nabc\r\nA\r\n0123456789\r\n0\r\nTrailer: x\r\n\r\n");
    for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
        HttpRequest request;
        QCOMPARE(feed(bytes, cut, &request), 0);
        QCOMPARE(request.body, "abc0123456789");
    }
}

void RequestReaderTest::takesOnlyItsOwnBytes()
{
    RequestReader reader((Limits()));
    const QByteArray first = post("Content-Length: 3\r\n", "abc");
    const QByteArray both = first + get();
    const auto head = reader.readHead(both);
    QVERIFY(std::holds_alternative<RequestReader::Head>(head));
    const qsizetype headBytes = std::get<RequestReader::Head>(head).bytes;
    qsizetype consumed = 0;
    QVERIFY(std::holds_alternative<RequestReader::Complete>(
        reader.readBody(QByteArrayView(both).sliced(headBytes), &consumed)));
    QCOMPARE(headBytes + consumed, first.size());
    QCOMPARE(reader.takeRequest().body, "abc");
    QVERIFY(std::holds_alternative<RequestReader::Head>(reader.readHead(QByteArrayView(both).sliced(first.size()))));
    QVERIFY(std::holds_alternative<RequestReader::Complete>(reader.readBody({}, &consumed)));
    QCOMPARE(reader.takeRequest().method, "GET");
}

void RequestReaderTest::nothingAndOneByte()
{
    for (int byte = -1; byte < 256; ++byte) {
        RequestReader reader((Limits()));
        const QByteArray bytes = byte < 0 ? QByteArray() : QByteArray(1, char(byte));
        const auto result = reader.readHead(bytes);
        QVERIFY(!std::holds_alternative<RequestReader::Head>(result));
    }
}

void RequestReaderTest::leadingEmptyLines()
{
    QCOMPARE(RequestReader::leadingEmptyLines(""), 0);
    QCOMPARE(RequestReader::leadingEmptyLines("\r"), 0);
    QCOMPARE(RequestReader::leadingEmptyLines("\r\n\r\nGET"), 4);
    QCOMPARE(RequestReader::leadingEmptyLines("GET"), 0);
}

void RequestReaderTest::headLimitBeforeItsEnd()
{
    RequestReader reader((Limits()));
    const QByteArray endless = "GET / HTTP/1.1\r\nHost: localhost\r\nA: " + QByteArray(16 * 1024, 'a');
    const auto result = reader.readHead(endless);
    QVERIFY(std::holds_alternative<HttpError>(result));
    QCOMPARE(std::get<HttpError>(result).status, 431);
}

void RequestReaderTest::fieldCount()
{
    const auto withFields = [](int count) {
        QByteArray fields;
        for (int i = 1; i < count; ++i)
            fields += "A: b\r\n";
        return get(fields);
    };
    QCOMPARE(feed(withFields(100), 0), 0);
    QCOMPARE(feed(withFields(101), 0), 431);
}

TICKER_TEST(RequestReaderTest)
#include "tst_request_reader.moc"
