// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "port_thread.h"
#include "requests.h"
#include "ticker_test.h"

#include <QRegularExpression>

using namespace ticker;
using namespace ticker::test;

namespace {

const QByteArray entityTag = QByteArrayLiteral("\"1\"");

/// The status that the query names, 200 without; of /tagged with an ETag.
HttpReply replyTo(const HttpRequest &request)
{
    HttpReply reply{200, "application/json", R"({"price":1})", {}};
    if (request.query.startsWith("status="))
        reply = problemReply(request.query.mid(7).toInt(), QStringLiteral("Title"), QStringLiteral("Detail"));
    if (request.query == "tagged")
        reply = withEntityTag(std::move(reply), entityTag, request);
    if (request.query == "nothing")
        reply.body.clear();
    if (request.query == "cached")
        reply.headers = {{"Cache-Control", "max-age=60"}, {"Vary", "Accept"}};
    return reply;
}

/// The same two handlers: one is asked by the connection, the other by QHttpServer.
void serveBothWays(HttpPort &port)
{
    port.router().routeDirect("/direct", replyTo);
    port.router().route(QStringLiteral("/routed"), [](const std::shared_ptr<HttpExchange> &exchange) {
        if (exchange->isPreflight())
            exchange->replyToPreflight();
        else if (exchange->request().isRead())
            exchange->reply(replyTo(exchange->request()));
        else
            exchange->reply(readOnlyProblem());
    });
    port.router().route(QStringLiteral("/folder/<arg>"), [](const std::shared_ptr<HttpExchange> &exchange) {
        exchange->reply(HttpReply{200, "text/plain", exchange->request().path, {}});
    });
}

/// All that comes until the server closes, with the names of fields in lower case, as some versions of Qt write them.
QByteArray conversation(quint16 port, const QByteArray &requests)
{
    RawClient client(port);
    client.send(requests);
    if (!client.waitClosed())
        return "the connection stays open";
    const QByteArray replies = client.takeReceived();
    const QRegularExpression name(QStringLiteral("^[A-Za-z-]+:"), QRegularExpression::MultilineOption);
    QString text = QString::fromLatin1(replies);
    auto each = name.globalMatch(text);
    while (each.hasNext()) {
        const QRegularExpressionMatch match = each.next();
        text.replace(match.capturedStart(), match.capturedLength(), match.captured().toLower());
    }
    return text.toLatin1();
}

} // namespace

/// Replies that the connection gives by itself, beside those that QHttpServer gives. Raw sockets.
class DirectRoutesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameBytesAsThroughHttpServer_data();
    void sameBytesAsThroughHttpServer();
    void otherLettersGoTheLongWay();
    void onlyExactlyThisPath();
    void anEncodedSlashStaysInItsSegment();
    void manyPipelined();
    void repliesToAPipelineAreOnePiece();
    void requestsCutAtEachByte();
    void slowReaderIsNotAnsweredWithoutEnd();

private:
    PortThread m_port{serveBothWays};
};

void DirectRoutesTest::sameBytesAsThroughHttpServer_data()
{
    QTest::addColumn<QByteArray>("requests"); // for PATH
    QTest::addColumn<int>("status");
    const QByteArray host = "Host: localhost\r\n";
    const QByteArray last = host + "Connection: close\r\n";
    const auto row = [](const char *name, const QByteArray &requests, int status) {
        QTest::newRow(name) << requests << status;
    };
    const auto getting = [&](const QByteArray &query, const QByteArray &fields = {}) -> QByteArray {
        return "GET PATH" + query + " HTTP/1.1\r\n" + last + fields + "\r\n";
    };
    row("GET", getting({}), 200);
    row("query", getting("?a=b&c=%20"), 200);
    row("no body", getting("?nothing"), 200);
    row("fields of its own", getting("?cached"), 200);
    for (const int status : {400, 403, 404, 405, 409, 415, 422, 429, 500, 503})
        row(QByteArray::number(status).constData(), getting("?status=" + QByteArray::number(status)), status);
    row("HEAD", "HEAD PATH HTTP/1.1\r\n" + last + "\r\n", 200);
    row("HTTP/1.0", "GET PATH HTTP/1.0\r\n" + host + "\r\n", 200);
    row("HTTP/1.0 kept", "GET PATH HTTP/1.0\r\n" + host + "Connection: keep-alive\r\n\r\n" + getting({}), 200);
    row("POST", "POST PATH HTTP/1.1\r\n" + last + "Content-Length: 3\r\n\r\nabc", 405);
    row("chunked", "PUT PATH HTTP/1.1\r\n" + last + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 405);
    row("GET with a body", "GET PATH HTTP/1.1\r\n" + last + "Content-Length: 3\r\n\r\nabc", 200);
    row("expectation", "POST PATH HTTP/1.1\r\n" + last + "Expect: 100-continue\r\nContent-Length: 1\r\n\r\na", 100);
    row("DELETE", "DELETE PATH HTTP/1.1\r\n" + last + "\r\n", 405);
    row("OPTIONS", "OPTIONS PATH HTTP/1.1\r\n" + last + "\r\n", 405);
    row("preflight",
        "OPTIONS PATH HTTP/1.1\r\n" + last
            + "Origin: http://localhost:5173\r\nAccess-Control-Request-Method: GET\r\n"
              "Access-Control-Request-Headers: x-a\r\n\r\n",
        204);
    row("allowed Origin", getting({}, "Origin: http://localhost:5173\r\n"), 200);
    row("foreign Origin", getting({}, "Origin: http://evil\r\n"), 403);
    row("foreign Host", "GET PATH HTTP/1.1\r\nHost: evil\r\n\r\n", 421);
    row("absolute form", "GET http://localhostPATH HTTP/1.1\r\n" + last + "\r\n", 200);
    row("tagged", getting("?tagged"), 200);
    row("known already", getting("?tagged", "If-None-Match: \"0\", W/\"1\"\r\n"), 304);
    row("HEAD, known already", "HEAD PATH?tagged HTTP/1.1\r\n" + last + "If-None-Match: *\r\n\r\n", 304);
    row("two", "GET PATH HTTP/1.1\r\n" + host + "\r\n\r\n" + getting("?tagged"), 200);
    row("error behind it", "GET PATH HTTP/1.1\r\n" + host + "\r\nnonsense\r\n\r\n", 200);
    row("page behind it", "GET PATH HTTP/1.1\r\n" + host + "\r\nGET /nothing HTTP/1.1\r\n" + last + "\r\n", 200);
}

void DirectRoutesTest::sameBytesAsThroughHttpServer()
{
    QFETCH(QByteArray, requests);
    QFETCH(int, status);
    const auto at = [requests](const char *path) { return QByteArray(requests).replace("PATH", path); };
    const QByteArray direct = conversation(m_port.number(), at("/direct"));
    QVERIFY2(direct.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), direct.constData());
    QCOMPARE(direct, conversation(m_port.number(), at("/routed")));
}

void DirectRoutesTest::otherLettersGoTheLongWay()
{
    const auto at = [this](const QByteArray &path) {
        return conversation(m_port.number(), get(path, "Connection: close\r\n"));
    };
    QCOMPARE(at("/%64irect"), at("/direct"));
}

void DirectRoutesTest::onlyExactlyThisPath()
{
    for (const char *path : {"/direct//", "/Direct", "/directory", "/direct/x"}) {
        RawClient client(m_port.number());
        client.send(get(path));
        QCOMPARE(client.readReply()->status, 404);
    }
}

void DirectRoutesTest::anEncodedSlashStaysInItsSegment()
{
    const auto at = [this](const QByteArray &path) {
        RawClient client(m_port.number());
        client.send(get(path));
        const auto reply = client.readReply();
        return reply ? QByteArray::number(reply->status) + ' ' + reply->body : QByteArray("none");
    };
    for (const char *path : {"/folder/a%2Fb", "/folder/%2fb%2F%2F", "/folder/a%252Fb"})
        QCOMPARE(at(path), "200 " + QByteArray(path));
    for (const char *path : {"/folder/a/b", "/folder%2Fa", "%2Ffolder/a"})
        QVERIFY(!at(path).startsWith("200"));
}

/// More than are answered in one go, the two ways by turns; each reply in its place.
void DirectRoutesTest::manyPipelined()
{
    constexpr int count = 1000;
    RawClient client(m_port.number());
    QByteArray requests;
    for (int i = 0; i < count; ++i)
        requests += get(QByteArray(i % 7 == 0 ? "/routed" : "/direct") + (i % 3 == 0 ? "?status=422" : ""));
    client.send(requests);
    for (int i = 0; i < count; ++i) {
        const auto reply = client.readReply();
        QVERIFY(reply);
        QCOMPARE(reply->status, i % 3 == 0 ? 422 : 200);
    }
}

void DirectRoutesTest::repliesToAPipelineAreOnePiece()
{
    RawClient client(m_port.number());
    client.send(get("/direct") + get("/direct?nothing") + get("/direct"));
    QVERIFY(client.receive());
    int replies = 0;
    for (qsizetype at = 0; (at = client.received().indexOf("HTTP/1.1 200", at)) >= 0; ++at)
        ++replies;
    QCOMPARE(replies, 3);
}

void DirectRoutesTest::requestsCutAtEachByte()
{
    const QByteArray requests = get("/direct")
        + "POST /direct HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\nx";
    for (qsizetype cut = 1; cut < requests.size(); ++cut) {
        RawClient client(m_port.number());
        client.send(requests.left(cut));
        client.send(requests.mid(cut));
        QCOMPARE(client.readReply()->status, 200);
        QCOMPARE(client.readReply()->status, 405);
    }
}

/// A client that asks and does not read is not read from either, once enough waits for it.
void DirectRoutesTest::slowReaderIsNotAnsweredWithoutEnd()
{
    constexpr qint64 enough = 64 * 1024 * 1024;
    RawClient client(m_port.number());
    client.socket().setReadBufferSize(1);
    const QByteArray requests = get("/direct").repeated(1000);
    qint64 sent = 0;
    while (sent < enough && client.socket().bytesToWrite() < requests.size()) {
        client.socket().write(requests);
        sent += requests.size();
        client.socket().waitForBytesWritten(100);
    }
    QVERIFY(sent < enough);
    RawClient other(m_port.number());
    other.send(get("/direct"));
    QCOMPARE(other.readReply()->status, 200);
}

TICKER_CORE_TEST(DirectRoutesTest)
#include "tst_direct_routes.moc"
