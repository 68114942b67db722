// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "requests.h"
#include "running_server.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;
using Kind = Activity::Kind;

namespace {

constexpr int patienceMs = 20'000;

/// A running server, and all that it told of what happened.
class ToldServer final
{
public:
    ToldServer()
    {
        ServerConfig config = livelyConfig();
        config.listen.port = 0;
        m_thread = std::make_unique<ServerThread>(config);
        QObject::connect(m_thread->server(), &TickerServer::activityHappened, &m_context,
                         [this](const Activities &lines) { m_lines += lines; });
        QObject::connect(m_thread->server(), &TickerServer::statusChanged, &m_context,
                         [this](const ServerStatus &status) { m_status = status; });
        QObject::connect(m_thread->server(), &TickerServer::reported, &m_context,
                         [this](const LocalizedText &line) { m_reports.append(line.english()); });
        m_thread->start();
        if (!QTest::qWaitFor([this] { return m_status.port != 0; }, patienceMs))
            qFatal("it does not listen");
    }

    [[nodiscard]] quint16 port() const { return m_status.port; }
    [[nodiscard]] TickerServer *server() const { return m_thread->server(); }
    [[nodiscard]] const Activities &lines() const { return m_lines; }
    [[nodiscard]] const QStringList &reports() const { return m_reports; }
    /// Waits for a line of the kind, the last of them if there are several.
    [[nodiscard]] std::optional<Activity> find(Kind kind) const
    {
        std::optional<Activity> found;
        const bool isThere = QTest::qWaitFor(
            [&] {
                for (const Activity &line : m_lines) {
                    if (line.kind == kind)
                        found = line;
                }
                return found.has_value();
            },
            patienceMs);
        return isThere ? found : std::nullopt;
    }
    template<typename Function>
    void ask(Function function) const
    {
        QMetaObject::invokeMethod(
            server(), [function, server = server()] { function(*server); }, Qt::QueuedConnection);
    }
    [[nodiscard]] int statusOf(const QByteArray &request) const
    {
        RawClient client(port());
        client.send(request);
        const auto reply = client.readReply();
        return reply ? reply->status : 0;
    }
    void stop() { m_thread.reset(); }

private:
    QObject m_context;
    std::unique_ptr<ServerThread> m_thread;
    ServerStatus m_status;
    Activities m_lines;
    QStringList m_reports;
};

} // namespace

/// What a whole server tells of what happens to it.
class TestActivity final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfItsClients();
    void tellsOfRefusals();
    void inventedHostsDoNotHideAFrontEnd();
    void allowsAnOriginAtOnce();
    void refusesWhatIsNoOrigin();
    void tellsWhatIsDone();
    void tellsOfItsEnd();
};

void TestActivity::tellsOfItsClients()
{
    const ToldServer server;
    QVERIFY(server.find(Kind::Listening));
    RawClient client(server.port());
    client.send(upgrade + "User-Agent: tester\r\n\r\n");
    QVERIFY(client.readUntil("maxPayload"));
    const auto connected = server.find(Kind::Connected);
    QVERIFY(connected);
    QCOMPARE(connected->text, QStringLiteral("tester"));
    QCOMPARE(connected->port, client.socket().localPort());
    client.vanish();
    const auto gone = server.find(Kind::Disconnected);
    QVERIFY(gone);
    QCOMPARE(gone->client, connected->client);
    QCOMPARE(gone->reason, DisconnectReason::ConnectionLost);
    QVERIFY(gone->bytes > 0);
}

void TestActivity::tellsOfRefusals()
{
    const ToldServer server;
    QCOMPARE(server.statusOf(get("/api/quote", "Origin: https://evil.example\r\n")), 403);
    QCOMPARE(server.statusOf("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"), 421);
    QCOMPARE(server.statusOf(get("/api/quote", "Sec-Fetch-Site: cross-site\r\n")), 403);
    QVERIFY(server.find(Kind::OriginRefused));
    QCOMPARE(server.find(Kind::OriginRefused)->text, QStringLiteral("https://evil.example"));
    QCOMPARE(server.find(Kind::OriginRefused)->address, QStringLiteral("127.0.0.1"));
    QVERIFY(server.find(Kind::HostRefused));
    QCOMPARE(server.find(Kind::HostRefused)->text, QStringLiteral("evil.example"));
    QVERIFY(server.find(Kind::RequestRefused));
    QVERIFY(!server.find(Kind::RequestRefused)->text.isEmpty());
}

void TestActivity::inventedHostsDoNotHideAFrontEnd()
{
    constexpr int invented = 150;
    ToldServer server;
    for (int i = 0; i < invented; ++i)
        QCOMPARE(server.statusOf("GET / HTTP/1.1\r\nHost: h" + QByteArray::number(i) + ".example\r\n\r\n"), 421);
    QCOMPARE(server.statusOf(get("/api/quote", "Origin: https://my.front.end\r\n")), 403);
    QVERIFY(server.find(Kind::OriginRefused));
    QVERIFY(server.find(Kind::Omitted));
    const auto mine = [&server] { return server.reports().filter(QStringLiteral("https://my.front.end")).size(); };
    QVERIFY(QTest::qWaitFor([&mine] { return mine() == 1; }, patienceMs));
    QVERIFY(server.reports().size() < invented);
    server.stop();
    QVERIFY(QTest::qWaitFor([&server] { return server.reports().last().contains(QStringLiteral("not shown: ")); },
                            patienceMs));
}

void TestActivity::allowsAnOriginAtOnce()
{
    const ToldServer server;
    const QString origin = QStringLiteral("https://friend.example");
    const QByteArray request = get("/api/quote", "Origin: https://friend.example\r\n");
    QCOMPARE(server.statusOf(request), 403);
    QSignalSpy allowed(server.server(), &TickerServer::originAllowed);
    server.ask([origin](TickerServer &ticker) { ticker.allowOrigin(origin); });
    QTRY_COMPARE_WITH_TIMEOUT(allowed.size(), 1, patienceMs);
    QCOMPARE(allowed.first().first().toString(), origin);
    QCOMPARE(server.statusOf(request), 200);
    QCOMPARE(server.statusOf(get("/api/quote", "Origin: https://friend.example:444\r\n")), 403);
    QVERIFY(server.find(Kind::OriginAllowed));
}

void TestActivity::refusesWhatIsNoOrigin()
{
    const ToldServer server;
    QSignalSpy allowed(server.server(), &TickerServer::originAllowed);
    QSignalSpy reported(server.server(), &TickerServer::reported);
    for (const char *text : {"null", "*", "https://a.example/page"}) {
        server.ask([text](TickerServer &ticker) { ticker.allowOrigin(QString::fromLatin1(text)); });
        QTRY_COMPARE_WITH_TIMEOUT(reported.size(), 1, patienceMs);
        reported.clear();
    }
    QVERIFY(allowed.isEmpty());
    QCOMPARE(server.statusOf(get("/api/quote", "Origin: null\r\n")), 403);
}

void TestActivity::tellsWhatIsDone()
{
    const ToldServer server;
    server.ask([](TickerServer &ticker) {
        ticker.execute({*TickInterval::fromMilliseconds(20)});
        ticker.execute({MarketAction{MarketAction::Kind::Spike, QStringLiteral("ACME"), 0.05}});
        ticker.execute({MarketAction{MarketAction::Kind::Spike, QStringLiteral("NOPE"), 0.05}}); // is not done
        ticker.execute({FileCommand{FileCommand::Kind::Play, QStringLiteral("/no/such/file")}});
        ticker.execute({ServerCommand::SetPaused{true}});
    });
    QVERIFY(server.find(Kind::Paused));
    QCOMPARE(server.find(Kind::IntervalSet)->value, 50.0);
    QCOMPARE(server.find(Kind::MarketActed)->text, QStringLiteral("ACME"));
    QCOMPARE(server.find(Kind::FileFailed)->text, QStringLiteral("/no/such/file"));
    QVERIFY(!server.find(Kind::FileFailed)->detail.isEmpty());
    QVERIFY(!server.find(Kind::Paused)->byProgram);

    const QByteArray body = R"({"action":"play"})";
    QCOMPARE(server.statusOf("POST /api/control HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                             "Content-Length: "
                             + QByteArray::number(body.size()) + "\r\n\r\n" + body),
             200);
    QVERIFY(server.find(Kind::Resumed));
    QVERIFY(server.find(Kind::Resumed)->byProgram);
}

void TestActivity::tellsOfItsEnd()
{
    ToldServer server;
    RawClient client(server.port());
    client.send(upgrade + "\r\n");
    QVERIFY(client.readUntil("maxPayload"));
    server.stop();
    const auto gone = server.find(Kind::Disconnected);
    QVERIFY(gone);
    QCOMPARE(gone->reason, DisconnectReason::ServerShutdown);
    QVERIFY(server.find(Kind::Stopped));
}

TICKER_CORE_TEST(TestActivity)
#include "tst_activity.moc"
