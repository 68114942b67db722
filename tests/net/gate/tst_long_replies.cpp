// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "http_codec/body_source.h"
#include "http_codec/reply_headers.h"
#include "port_thread.h"
#include "requests.h"
#include "ticker_test.h"

#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <vector>

using namespace ticker;
using namespace ticker::test;

namespace {

constexpr int pieces = 1000;
constexpr qsizetype pieceBytes = 10'000;

/// What became of the bodies, told across threads.
struct Counts final
{
    std::atomic<int> made{0};  ///< Pieces.
    std::atomic<int> alive{0}; ///< Sources.
};

/// Pieces of one letter each.
class Letters final : public BodySource
{
public:
    Letters(Counts &counts, bool hasSize, int brokenAt) : m_counts(counts), m_hasSize(hasSize), m_brokenAt(brokenAt)
    {
        ++m_counts.alive;
    }
    ~Letters() override { --m_counts.alive; }

    [[nodiscard]] std::optional<qint64> size() const override
    {
        return m_hasSize ? std::optional<qint64>(pieces * pieceBytes) : std::nullopt;
    }
    [[nodiscard]] std::optional<QByteArray> next(qsizetype) override
    {
        if (m_next == m_brokenAt)
            return std::nullopt;
        if (m_next == pieces)
            return QByteArray();
        ++m_counts.made;
        return QByteArray(pieceBytes, char('a' + m_next++ % 26));
    }

private:
    Counts &m_counts;
    bool m_hasSize;
    int m_brokenAt;
    int m_next = 0;
};

QByteArray wholeBody()
{
    QByteArray body;
    for (int i = 0; i < pieces; ++i)
        body += QByteArray(pieceBytes, char('a' + i % 26));
    return body;
}

/// The body out of its chunks (RFC 9112, 7.1); nothing if it does not end.
std::optional<QByteArray> fromChunks(const QByteArray &chunks)
{
    QByteArray body;
    for (qsizetype at = 0;;) {
        const qsizetype line = chunks.indexOf("\r\n", at);
        if (line < 0)
            return std::nullopt;
        const qsizetype size = chunks.mid(at, line - at).toLongLong(nullptr, 16);
        if (size == 0)
            return chunks.mid(line) == "\r\n\r\n" ? std::optional(body) : std::nullopt;
        body += chunks.mid(line + 2, size);
        at = line + 2 + size + 2;
    }
}

} // namespace

/// Replies whose body is made while it is sent, by the connection itself and behind QHttpServer. Raw sockets.
class LongRepliesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void cleanup();

    void ofKnownSize();
    void inChunks();
    void endsWithTheConnection();
    void headOnly();
    void brokenOff();
    void nextRequestsWait();
    void whoHasEndedItsOwnSideReads();
    void nothingIsMadeForWhoDoesNotRead();
    void nothingIsMadeForWhoHasLeft();
    void stalledClientIsDropped();
    void littleIsMadeInOnePass();

private:
    static Limits limits()
    {
        Limits limits;
        limits.stallTimeout = std::chrono::milliseconds(300);
        return limits;
    }
    [[nodiscard]] static QByteArray path(const QByteArray &query)
    {
        QFETCH_GLOBAL(QByteArray, at);
        return at + '?' + query;
    }
    [[nodiscard]] HttpReply reply(const HttpRequest &request)
    {
        HttpReply reply{200, "text/plain", {}, {}};
        reply.source = std::make_shared<Letters>(m_counts, request.query.contains("size"),
                                                 request.query.contains("broken") ? pieces / 2 : -1);
        return reply;
    }

    void setUp(HttpPort &port)
    {
        port.router().routeDirect("/direct", [this](const HttpRequest &request) { return reply(request); });
        port.router().route(QStringLiteral("/routed"), [this](const std::shared_ptr<HttpExchange> &exchange) {
            exchange->reply(reply(exchange->request()));
        });
        port.router().routeDirect("/short", [](const HttpRequest &) { return textReply(200, "short"); });
    }

    Counts m_counts;
    PortThread m_port{[this](HttpPort &port) { setUp(port); }};
    PortThread m_impatient{[this](HttpPort &port) { setUp(port); }, limits()};
};

void LongRepliesTest::initTestCase_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::newRow("direct") << QByteArray("/direct");
    QTest::newRow("routed") << QByteArray("/routed");
}

void LongRepliesTest::cleanup()
{
    QTRY_COMPARE(m_counts.alive.load(), 0);
    m_counts.made = 0;
}

void LongRepliesTest::ofKnownSize()
{
    RawClient client(m_port.number());
    client.send(get(path("size")) + get("/short"));
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->field("Transfer-Encoding"), QByteArray());
    QCOMPARE(reply->field("Connection"), "keep-alive");
    QVERIFY(reply->body == wholeBody());
    QCOMPARE(client.readReply()->body, "short\n");
}

void LongRepliesTest::inChunks()
{
    RawClient client(m_port.number());
    client.send(get(path("")));
    QVERIFY(client.readUntil("\r\n0\r\n\r\n"));
    const QByteArray received = client.takeReceived();
    const qsizetype end = received.indexOf("\r\n\r\n");
    const QByteArray head = received.left(end).toLower();
    QVERIFY(head.contains("\r\ntransfer-encoding: chunked"));
    QVERIFY(!head.contains("content-length"));
    QVERIFY(fromChunks(received.mid(end + 4)) == wholeBody());
    client.send(get("/short"));
    QCOMPARE(client.readReply()->body, "short\n");
}

/// Clients of HTTP/1.0 know no chunks.
void LongRepliesTest::endsWithTheConnection()
{
    RawClient client(m_port.number());
    client.send("GET " + path("") + " HTTP/1.0\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
    QVERIFY(client.waitClosed());
    const QByteArray received = client.takeReceived();
    const qsizetype end = received.indexOf("\r\n\r\n");
    QVERIFY(received.left(end).toLower().contains("\r\nconnection: close"));
    QVERIFY(!received.left(end).toLower().contains("transfer-encoding"));
    QVERIFY(received.mid(end + 4) == wholeBody());
}

void LongRepliesTest::headOnly()
{
    RawClient client(m_port.number());
    client.send("HEAD " + path("size") + " HTTP/1.1\r\nHost: localhost\r\n\r\n" + get("/short"));
    QCOMPARE(client.readReply(false)->field("Content-Length"), QByteArray::number(pieces * pieceBytes));
    QCOMPARE(client.readReply()->body, "short\n");
    QCOMPARE(m_counts.made.load(), 0);
}

/// A client must not take the part for the whole.
void LongRepliesTest::brokenOff()
{
    for (const char *query : {"size&broken", "broken"}) {
        RawClient client(m_port.number());
        client.send(get(path(query)));
        QVERIFY(client.waitClosed());
        QVERIFY(!client.received().contains("\r\n0\r\n\r\n"));
        QVERIFY(client.received().size() < pieces * pieceBytes);
    }
}

void LongRepliesTest::nextRequestsWait()
{
    RawClient client(m_port.number());
    for (int i = 0; i < 3; ++i)
        client.send(get(path("size")));
    client.send(get("/short", "Connection: close\r\n"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(client.readReply()->body == wholeBody());
    QCOMPARE(client.readReply()->body, "short\n");
    QVERIFY(client.waitClosed());
}

void LongRepliesTest::whoHasEndedItsOwnSideReads()
{
    RawClient client(m_port.number());
    client.send(get(path("size")));
    ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR);
    QVERIFY(client.readReply()->body == wholeBody());
    QVERIFY(client.waitClosed());
}

void LongRepliesTest::nothingIsMadeForWhoDoesNotRead()
{
    RawClient client(m_impatient.number());
    client.socket().setReadBufferSize(1);
    client.send(get(path("size")));
    // It ends by itself, long before the last piece, because the client stalls.
    QTRY_VERIFY(m_counts.made > 0);
    QTRY_COMPARE(m_counts.alive.load(), 0);
    QVERIFY2(m_counts.made < pieces, qPrintable(QString::number(m_counts.made)));
}

void LongRepliesTest::nothingIsMadeForWhoHasLeft()
{
    for (int i = 0; i < 50; ++i) {
        RawClient client(m_port.number());
        client.send(get(path("")));
        client.vanish();
    }
    QTRY_COMPARE(m_counts.alive.load(), 0);
    QVERIFY2(m_counts.made < 50 * pieces / 2, qPrintable(QString::number(m_counts.made)));
}

void LongRepliesTest::stalledClientIsDropped()
{
    RawClient client(m_impatient.number());
    client.socket().setReadBufferSize(1);
    client.send(get(path("")));
    QTRY_COMPARE(m_impatient.openConnections(), 0);
}

/// However many long bodies are on their way, only a little of them is made before the event loop goes on.
void LongRepliesTest::littleIsMadeInOnePass()
{
    constexpr int many = 50;
    constexpr int passes = 100;
    constexpr int mostInOnePass = 64 * 1024 / int(pieceBytes) + 1;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < many; ++i) {
        clients.push_back(std::make_unique<RawClient>(m_port.number()));
        clients.back()->send(get(path("size")));
    }
    int last = 0;
    int most = 0;
    int looks = 0;
    std::atomic<bool> isDone = false;
    // Called once in each pass, as what sends the bodies is.
    std::function<void()> look = [&] {
        const int made = m_counts.made;
        most = looks > 0 ? std::max(most, made - last) : 0;
        last = made;
        if (++looks < passes)
            QMetaObject::invokeMethod(&m_port.port().router(), look, Qt::QueuedConnection);
        else
            isDone = true;
    };
    m_port.call(look);
    QTRY_VERIFY(isDone);
    QVERIFY2(most <= mostInOnePass, qPrintable(QString::number(most)));
    RawClient bystander(m_port.number());
    bystander.send(get("/short"));
    QCOMPARE(bystander.readReply()->body, "short\n");
    for (const auto &client : clients)
        client->vanish();
}

TICKER_CORE_TEST(LongRepliesTest)
#include "tst_long_replies.moc"
