// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

#include <QNetworkInterface>
#include <QTcpServer>

using namespace ticker;
using namespace ticker::test;

namespace {

const QByteArray feedUpgrade = QByteArray(upgrade).replace("/socket.io/?EIO=4&transport=websocket", "/ws");
const QString loopback = QStringLiteral("127.0.0.1");
const QString everywhere = QStringLiteral("0.0.0.0");

/// An address of this machine that the others of its network know it by; empty: it has none.
QString networkAddress()
{
    const QList<QHostAddress> addresses = QNetworkInterface::allAddresses();
    for (const QHostAddress &address : addresses) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            return address.toString();
    }
    return {};
}

/// On both loopback addresses, a moment ago.
quint16 freePort()
{
    for (;;) {
        QTcpServer one;
        QTcpServer other;
        if (one.listen(QHostAddress::LocalHost) && other.listen(QHostAddress::LocalHostIPv6, one.serverPort()))
            return one.serverPort();
        if (other.serverError() != QAbstractSocket::AddressInUseError)
            return one.serverPort(); // there is no IPv6
    }
}

QByteArray closeFrame(quint16 code)
{
    return QByteArray(1, char(code >> 8)) + char(code & 0xff) + "listening elsewhere";
}

} // namespace

/// A running server moves to another port or address, and who may connect changes. Raw sockets.
class ListenElsewhereTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void anotherPort();
    void marketAndTicksGoOn();
    void clientsAreTold();
    void aRequestUnderWayIsAnswered();
    void whatCannotBeHadChangesNothing_data();
    void whatCannotBeHadChangesNothing();
    void theSameAddressDisturbsNobody();
    void theNetworkAndBack();
    void aServerThatFailedListensElsewhere();
    void originsAreAllowedAtOnce();
    void limitsChangeAtOnce();

private:
    void start(const ServerConfig &config);
    [[nodiscard]] ListenResult move(const QString &address, quint16 port);
    [[nodiscard]] quint64 seqAt(quint16 port) const;

    std::unique_ptr<RunningServer> m_server;
    std::unique_ptr<QObject> m_listener;
    ServerStatus m_last;
    std::optional<ListenResult> m_answer;
};

void ListenElsewhereTest::init()
{
    start(livelyConfig());
    QCOMPARE(m_last.state, ServerStatus::State::Listening);
}

void ListenElsewhereTest::start(const ServerConfig &config)
{
    m_listener = std::make_unique<QObject>(); // hears nothing more of the one before
    m_server = std::make_unique<RunningServer>(config);
    m_last = m_server->status();
    connect(m_server->server(), &TickerServer::statusChanged, m_listener.get(),
            [this](const ServerStatus &status) { m_last = status; });
    connect(m_server->server(), &TickerServer::listenAnswered, m_listener.get(),
            [this](const ListenResult &answer) { m_answer = answer; }); // after the status, if that has changed
}

ListenResult ListenElsewhereTest::move(const QString &address, quint16 port)
{
    m_answer.reset();
    QMetaObject::invokeMethod(
        m_server->server(),
        [server = m_server->server(), command = ListenAddress{address, port}] { server->listenElsewhere(command); });
    if (!QTest::qWaitFor([this] { return m_answer.has_value(); }, 10'000))
        qFatal("no answer");
    return *m_answer;
}

quint64 ListenElsewhereTest::seqAt(quint16 port) const
{
    RawClient client(port);
    client.send(get("/api/quote"));
    const auto reply = client.readReply();
    return reply ? quint64(QJsonDocument::fromJson(reply->body)[QStringLiteral("seq")].toInteger()) : 0;
}

void ListenElsewhereTest::anotherPort()
{
    const quint16 before = m_server->port();
    const quint16 wanted = freePort();
    const ListenResult answer = move(loopback, wanted);
    QVERIFY(!answer.error);
    QCOMPARE(answer.command, (ListenAddress{loopback, wanted}));
    QCOMPARE(m_last.state, ServerStatus::State::Listening);
    QCOMPARE(m_last.port, wanted);
    QVERIFY(stillServes(m_last.port));
    QVERIFY(!RawClient(before).isConnected());
    RawClient other(m_last.port, QStringLiteral("::1"));
    if (other.isConnected()) { // a machine without IPv6 has none
        other.send("GET /api/quote HTTP/1.1\r\nHost: [::1]:" + QByteArray::number(m_last.port) + "\r\n\r\n");
        QCOMPARE(other.readReply()->status, 200);
    }
    // The names go with the port.
    RawClient stale(m_last.port);
    stale.send("GET / HTTP/1.1\r\nHost: localhost:" + QByteArray::number(before) + "\r\n\r\n");
    QCOMPARE(stale.readReply()->status, 421);
}

void ListenElsewhereTest::marketAndTicksGoOn()
{
    QTRY_VERIFY(seqAt(m_last.port) > 20);
    QTRY_VERIFY(m_server->snapshot().seed != 0 || m_server->snapshot().ticks > 0);
    const quint64 seed = m_server->snapshot().seed;
    for (int i = 0; i < 10; ++i) {
        const quint64 before = seqAt(m_last.port);
        QVERIFY(!move(loopback, freePort()).error);
        const quint64 after = seqAt(m_last.port);
        QVERIFY2(after >= before, qPrintable(QStringLiteral("%1 after %2").arg(after).arg(before)));
    }
    QTRY_VERIFY(m_server->snapshot().ticks > 20);
    QCOMPARE(m_server->snapshot().seed, seed);
}

void ListenElsewhereTest::clientsAreTold()
{
    RawClient plain(m_server->port());
    plain.send(feedUpgrade + "\r\n");
    QVERIFY(plain.readUntil("\"hello\""));
    RawClient socketIo(m_server->port());
    socketIo.send(upgrade + "\r\n" + clientFrame("40"));
    QVERIFY(socketIo.readUntil("stock price update"));
    RawClient events(m_server->port());
    events.send(get("/events"));
    QVERIFY(events.readUntil("\"tick\""));
    RawClient poll(m_server->port());
    poll.send(pollOpen);
    const QByteArray sid = sidOf(*poll.readReply());
    RawClient idle(m_server->port());
    idle.send(get("/api/quote"));
    QVERIFY(idle.readReply());
    poll.send(get("/socket.io/?EIO=4&transport=polling&sid=" + sid));
    QVERIFY(stillServes(m_server->port())); // and so it has read that

    QVERIFY(!move(loopback, freePort()).error);
    QVERIFY(plain.waitClosed());
    QVERIFY(plain.received().contains(closeFrame(1012)));
    QVERIFY(socketIo.waitClosed());
    QVERIFY(socketIo.received().contains(closeFrame(1012)));
    QVERIFY(events.waitClosed());
    QVERIFY(idle.waitClosed());
    const auto last = poll.readReply();
    QVERIFY(last);
    QCOMPARE(last->body, QByteArray("1")); // Engine.IO: close
    QVERIFY(poll.waitClosed());
    QVERIFY(m_last.port != m_server->port());
}

/// What a client has half sent or half received when the port goes is not cut off.
void ListenElsewhereTest::aRequestUnderWayIsAnswered()
{
    RawClient client(m_server->port());
    client.send("POST /api/control HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                "Content-Length: 17\r\n\r\n{\"action\":");
    QVERIFY(stillServes(m_server->port())); // and so it has read that
    QVERIFY(!move(loopback, freePort()).error);
    client.send("\"tick\"}");
    const auto reply = client.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 200);
    QVERIFY(client.waitClosed());
}

void ListenElsewhereTest::whatCannotBeHadChangesNothing_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("taken");
    QTest::addColumn<ServerError::Code>("code");
    QTest::newRow("a port in use") << loopback << true << ServerError::Code::PortInUse;
    QTest::newRow("not our address") << QStringLiteral("203.0.113.7") << false
                                     << ServerError::Code::AddressNotAvailable;
}

void ListenElsewhereTest::whatCannotBeHadChangesNothing()
{
    QFETCH(QString, address);
    QFETCH(bool, taken);
    QFETCH(ServerError::Code, code);
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    RawClient plain(m_server->port());
    plain.send(feedUpgrade + "\r\n");
    QVERIFY(plain.readUntil("\"hello\""));

    // Also the port that we have ourselves: another address of it is tried after the own one was closed.
    const quint16 port = taken ? other.serverPort() : m_server->port();
    const ListenResult answer = move(address, port);
    QVERIFY(answer.error);
    QCOMPARE(answer.error->code, code);
    QCOMPARE(answer.error->where, QStringLiteral("%1:%2").arg(address).arg(port));
    QCOMPARE(m_last.state, ServerStatus::State::Listening);
    QCOMPARE(m_last.port, m_server->port());
    QVERIFY(stillServes(m_server->port()));
    plain.send(clientFrame(R"({"action":"ping"})"));
    QVERIFY(plain.readUntil("\"pong\""));
}

void ListenElsewhereTest::theSameAddressDisturbsNobody()
{
    RawClient plain(m_server->port());
    plain.send(feedUpgrade + "\r\n");
    QVERIFY(plain.readUntil("\"hello\""));
    QVERIFY(!move(loopback, m_server->port()).error);
    QVERIFY(stillServes(m_server->port()));
    plain.send(clientFrame(R"({"action":"ping"})"));
    QVERIFY(plain.readUntil("\"pong\""));
}

/// On the same port: whoever came by loopback stays; whoever came by the network is cut off when it is closed.
void ListenElsewhereTest::theNetworkAndBack()
{
    const QString own = networkAddress();
    if (own.isEmpty())
        QSKIP("this machine has no network");
    const quint16 port = m_server->port();
    RawClient local(port);
    local.send(feedUpgrade + "\r\n");
    QVERIFY(local.readUntil("\"hello\""));
    QVERIFY(!RawClient(port, own).isConnected());

    QVERIFY(!move(everywhere, port).error);
    QCOMPARE(m_last.port, port);
    QCOMPARE(m_last.url, QStringLiteral("http://127.0.0.1:%1/").arg(port));
    const QByteArray host = own.toLatin1() + ':' + QByteArray::number(port);
    RawClient remote(port, own);
    remote.send("GET /ws HTTP/1.1\r\nHost: " + host + "\r\n" + feedUpgrade.mid(feedUpgrade.indexOf("Upgrade"))
                + "\r\n");
    QVERIFY(remote.readUntil("\"hello\""));
    local.send(clientFrame(R"({"action":"ping"})"));
    QVERIFY(local.readUntil("\"pong\""));
    local.takeReceived();

    QVERIFY(!move(loopback, port).error);
    QVERIFY(remote.waitClosed());
    QVERIFY(remote.received().contains(closeFrame(1012)));
    QVERIFY(!RawClient(port, own).isConnected());
    local.send(clientFrame(R"({"action":"ping"})"));
    QVERIFY(local.readUntil("\"pong\""));
    QVERIFY(stillServes(port));
}

void ListenElsewhereTest::aServerThatFailedListensElsewhere()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    ServerConfig config = livelyConfig();
    config.listen.address = QStringLiteral("203.0.113.7");
    start(config);
    QCOMPARE(m_last.state, ServerStatus::State::Failed);
    QVERIFY(move(loopback, other.serverPort()).error);
    QCOMPARE(m_last.state, ServerStatus::State::Failed);
    QVERIFY(!move(loopback, freePort()).error);
    QCOMPARE(m_last.state, ServerStatus::State::Listening);
    QVERIFY(stillServes(m_last.port));
    QTRY_VERIFY(m_server->snapshot().ticks > 0);
}

void ListenElsewhereTest::originsAreAllowedAtOnce()
{
    const auto statusFor = [this](const QByteArray &origin, const QByteArray &host) {
        RawClient client(m_last.port);
        client.send("GET /api/quote HTTP/1.1\r\nHost: " + host + "\r\nOrigin: " + origin + "\r\n\r\n");
        const auto reply = client.readReply();
        return reply ? reply->status : 0;
    };
    const auto set = [this](const AccessRules &rules) {
        QMetaObject::invokeMethod(
            m_server->server(), [server = m_server->server(), rules] { server->setAccess(rules); },
            Qt::BlockingQueuedConnection);
    };
    QCOMPARE(statusFor("https://example.org", "localhost"), 403);
    QCOMPARE(statusFor("null", "localhost"), 403);
    QCOMPARE(statusFor("http://localhost", "feed.lan"), 421);
    set({{QStringLiteral("feed.lan")}, {QStringLiteral("https://example.org")}, true});
    QCOMPARE(statusFor("https://example.org", "localhost"), 200);
    QCOMPARE(statusFor("null", "localhost"), 200);
    QCOMPARE(statusFor("http://localhost", "feed.lan"), 200);
    QVERIFY(!move(loopback, freePort()).error); // and elsewhere too
    QCOMPARE(statusFor("https://example.org", "localhost"), 200);
    set({});
    QCOMPARE(statusFor("https://example.org", "localhost"), 403);
    QCOMPARE(statusFor("http://localhost:5173", "localhost"), 200);
}

void ListenElsewhereTest::limitsChangeAtOnce()
{
    const auto set = [this](const ChosenLimits &limits) {
        QMetaObject::invokeMethod(
            m_server->server(), [server = m_server->server(), limits] { server->setLimits(limits); },
            Qt::BlockingQueuedConnection);
    };
    const auto handshake = [this] {
        RawClient client(m_last.port);
        client.send(pollOpen);
        const auto reply = client.readReply();
        return reply ? reply->body : QByteArray();
    };
    const auto byScript = [this] {
        RawClient client(m_last.port);
        client.send(get("/socket.io/?EIO=3&transport=polling&j=0"));
        const auto reply = client.readReply();
        return reply ? reply->status : 0;
    };
    ChosenLimits limits;
    limits.pingInterval = std::chrono::milliseconds(4321);
    limits.pingTimeout = std::chrono::milliseconds(1234);
    QVERIFY(!handshake().contains("4321"));
    QCOMPARE(byScript(), 400);
    limits.allowJsonp = true;
    set(limits);
    QVERIFY(handshake().contains(R"("pingInterval":4321,"pingTimeout":1234)"));
    QCOMPARE(byScript(), 200);

    limits.maxConnections = 1;
    set(limits);
    std::unique_ptr<RawClient> first;
    const auto isServed = [&] {
        first = std::make_unique<RawClient>(m_last.port);
        first->send(get("/api/quote"));
        return first->readReply().value_or(RawReply()).status == 200;
    };
    QVERIFY(QTest::qWaitFor(isServed));
    // A connection that waits for another request would give way.
    first->send("GET /ws HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    QCOMPARE(first->readReply(false).value_or(RawReply()).status, 101);
    RawClient second(m_last.port);
    QCOMPARE(second.readReply().value_or(RawReply()).status, 503);
}

TICKER_CORE_TEST(ListenElsewhereTest)
#include "tst_listen_elsewhere.moc"
