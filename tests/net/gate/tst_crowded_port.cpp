// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/http_exchange.h"
#include "http/http_router.h"
#include "packets/byte_budget.h"
#include "port_thread.h"
#include "raw_client.h"
#include "ticker_test.h"

#include <atomic>
#include <memory>
#include <vector>

using namespace ticker;
using namespace ticker::test;

namespace {

const QByteArray host("Host: 127.0.0.1\r\n");
const QByteArray wholeRequest = "GET /hello HTTP/1.1\r\n" + host + "\r\n";

Limits fewConnections(int most)
{
    Limits limits;
    limits.maxConnections = most;
    return limits;
}

/// Answers "hello", and never what is asked for at /wait.
struct Served final
{
    explicit Served(
        const Limits &limits, const PortThread::SetUp &more = [](HttpPort &) {})
        : port(
            [this, more](HttpPort &served) {
                served.router().route(QStringLiteral("/hello"), [](const std::shared_ptr<HttpExchange> &exchange) {
                    exchange->reply({200, "text/plain", "hello", {}});
                });
                served.router().route(QStringLiteral("/wait"), [this](const std::shared_ptr<HttpExchange> &exchange) {
                    kept.push_back(exchange);
                });
                more(served);
            },
            limits)
    {
    }
    ~Served()
    {
        port.call([this] { kept.clear(); });
    }
    Q_DISABLE_COPY_MOVE(Served)

    std::vector<std::shared_ptr<HttpExchange>> kept;
    PortThread port;
};

std::vector<std::unique_ptr<RawClient>> clientsThatSend(PortThread &port, int count, const QByteArray &bytes)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(port.number()));
        clients.back()->send(bytes);
    }
    return clients;
}

int statusFor(PortThread &port, const QByteArray &request = wholeRequest)
{
    RawClient client(port.number());
    client.send(request);
    const auto reply = client.readReply();
    return reply ? reply->status : 0;
}

} // namespace

/// All connections are taken.
class CrowdedPortTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void halfHeadsGiveWay();
    void halfBodiesGiveWay();
    void idleConnectionsGiveWay();
    void whoIsServedStays();
    void refusalIsTold();
    void halfRequestsAreKeptWithinTheBudget();
};

void CrowdedPortTest::halfHeadsGiveWay()
{
    Served served(fewConnections(4));
    PortThread &port = served.port;
    const auto half = clientsThatSend(port, 10, "GET /hello HTTP/1.1\r\nHo");
    for (int i = 0; i < 20; ++i)
        QCOMPARE(statusFor(port), 200);
    QVERIFY(port.openConnections() <= 4);
    QCOMPARE(half.front()->readReply()->status, 503);
    QVERIFY(half.front()->waitClosed());
}

void CrowdedPortTest::halfBodiesGiveWay()
{
    Served served(fewConnections(4));
    PortThread &port = served.port;
    const auto half = clientsThatSend(port, 4, "POST /hello HTTP/1.1\r\n" + host + "Content-Length: 9\r\n\r\nhalf");
    QCOMPARE(statusFor(port), 200);
    QCOMPARE(half.front()->readReply()->status, 503);
}

void CrowdedPortTest::idleConnectionsGiveWay()
{
    Served served(fewConnections(4));
    PortThread &port = served.port;
    const auto idle = clientsThatSend(port, 4, wholeRequest);
    for (const auto &client : idle)
        QCOMPARE(client->readReply()->status, 200);
    QCOMPARE(statusFor(port), 200);
    QVERIFY(idle.front()->waitClosed());
    idle.back()->send(wholeRequest);
    QCOMPARE(idle.back()->readReply()->status, 200);
}

void CrowdedPortTest::whoIsServedStays()
{
    Served serving(fewConnections(2));
    PortThread &port = serving.port;
    const auto served = clientsThatSend(port, 2, "GET /wait HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(QTest::qWaitFor([&] { return port.openConnections() == 2; }));
    RawClient third(port.number());
    const auto reply = third.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QCOMPARE(reply->field("Retry-After"), QByteArray("5"));
    for (const auto &client : served)
        QVERIFY(client->isConnected());
}

void CrowdedPortTest::refusalIsTold()
{
    std::atomic<int> told = 0;
    Served serving(fewConnections(1), [&told](HttpPort &served) {
        served.onRefused([&told](const HttpRequest &, const PeerInfo &peer, const HttpError &error) {
            if (error.status == 503 && peer.address == QLatin1String("127.0.0.1") && !error.notice.isEmpty())
                ++told;
        });
    });
    PortThread &port = serving.port;
    const auto served = clientsThatSend(port, 1, "GET /wait HTTP/1.1\r\n" + host + "\r\n");
    QVERIFY(QTest::qWaitFor([&] { return port.openConnections() == 1; }));
    for (int i = 0; i < 5; ++i) {
        RawClient refused(port.number());
        QCOMPARE(refused.readReply()->status, 503);
    }
    QCOMPARE(told.load(), 1);
}

void CrowdedPortTest::halfRequestsAreKeptWithinTheBudget()
{
    constexpr qint64 mostBytes = 200'000;
    DeadlineQueue queue; // on the thread of the port, as all that follows
    ByteBudget budget(queue, mostBytes);
    Served serving(fewConnections(100), [&budget](HttpPort &served) { served.setByteBudget(&budget); });
    PortThread &port = serving.port;
    const QByteArray halfBody = "POST /hello HTTP/1.1\r\n" + host + "Content-Length: 99999\r\n\r\n"
        + QByteArray(50'000, 'x');
    const auto half = clientsThatSend(port, 6, halfBody);
    const auto counted = [&] {
        qint64 bytes = 0;
        port.call([&] { bytes = budget.bytes(); });
        return bytes;
    };
    QVERIFY(QTest::qWaitFor([&] { return counted() >= 300'000; }));
    port.call([&] { queue.run(queue.now()); });
    QVERIFY(counted() <= mostBytes);
    QCOMPARE(statusFor(port), 200);
}

TICKER_CORE_TEST(CrowdedPortTest)
#include "tst_crowded_port.moc"
