// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {

EngineIoRequest head(const QByteArray &sid, const QByteArray &method = "POST")
{
    return {method, Bench::pollingQuery(sid), "text/plain", {}, Bench::peer()};
}

} // namespace

/// POSTs whose body comes later than their head.
class EngineIoPostsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void bodyThatArrives();
    void bodyThatIsRefused();
    void requestsThatNobodyWaitsFor_data();
    void requestsThatNobodyWaitsFor();

    // Rainy
    void secondPostWhileOneIsUnderWay();
    void secondWholePostWhileOneIsUnderWay();
    void bodyThatBreaksOff();
    void sessionThatEndsMeanwhile();
    void connectionIsDroppedWithTheSession();
    void nobodyIsToldAfterTheBody();
    void sessionThatIsUpgradedMeanwhile();
};

void EngineIoPostsTest::bodyThatArrives()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    for (int i = 0; i < 3; ++i) {
        auto body = bench.server.engineIo().expectBody(head(sid));
        QVERIFY(body && body.value());
        QCOMPARE(bench.sessions(), std::size_t(1));
        body.takeValue().reset();
        QCOMPARE(bench.post(sid, "42[\"a\"]")->body(), QByteArray("ok"));
    }
    QCOMPARE(bench.unknownEvents(), quint64(3));
}

/// As one that is too long is: the session survives.
void EngineIoPostsTest::bodyThatIsRefused()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.server.engineIo().expectBody(head(sid)).takeValue().reset();
    QCOMPARE(bench.sessions(), std::size_t(1));
    QCOMPARE(bench.post(sid, "42[\"a\"]")->body(), QByteArray("ok"));
}

void EngineIoPostsTest::requestsThatNobodyWaitsFor_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("no session") << QByteArray("POST") << QByteArray("EIO=4&transport=polling");
    QTest::newRow("unknown session") << QByteArray("POST") << QByteArray("EIO=4&transport=polling&sid=x");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray("EIO=4&transport=polling&sid=$");
    QTest::newRow("PUT") << QByteArray("PUT") << QByteArray("EIO=4&transport=polling&sid=$");
    QTest::newRow("other transport") << QByteArray("POST") << QByteArray("EIO=4&transport=websocket&sid=$");
    QTest::newRow("JSONP") << QByteArray("POST") << QByteArray("EIO=4&transport=polling&j=0&sid=$");
}

void EngineIoPostsTest::requestsThatNobodyWaitsFor()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, query);
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto body = bench.server.engineIo().expectBody({method, query.replace("$", sid), {}, {}, Bench::peer()});
    QVERIFY(body.hasValue());
    QVERIFY(!body.value());
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoPostsTest::secondPostWhileOneIsUnderWay()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    const auto first = bench.server.engineIo().expectBody(head(sid));
    const auto second = bench.server.engineIo().expectBody(head(sid));
    QVERIFY(!second);
    QCOMPARE(second.error().status, 400);
    QVERIFY(second.error().body.isEmpty());
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoPostsTest::secondWholePostWhileOneIsUnderWay()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto first = bench.server.engineIo().expectBody(head(sid));
    const auto second = bench.post(sid, "42[\"a\"]");
    QCOMPARE(second->status(), 400);
    QVERIFY(second->body().isEmpty());
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.unknownEvents(), quint64(0));
}

void EngineIoPostsTest::bodyThatBreaksOff()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto body = bench.server.engineIo().expectBody(head(sid)).takeValue();
    body->abandoned();
    QCOMPARE(bench.sessions(), std::size_t(0));
    bench.settle();
    body.reset();
}

void EngineIoPostsTest::sessionThatEndsMeanwhile()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto arriving = bench.server.engineIo().expectBody(head(sid)).takeValue();
    bench.server.disconnectAll();
    bench.settle();
    arriving->abandoned();
    arriving.reset();
    QCOMPARE(bench.post(sid, "3")->body(), QByteArray("{\"code\":1,\"message\":\"Session ID unknown\"}"));
}

void EngineIoPostsTest::connectionIsDroppedWithTheSession()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto body = bench.server.engineIo().expectBody(head(sid)).takeValue();
    int cancelled = 0;
    body->onCancelled([&] {
        ++cancelled;
        body.reset(); // as the connection does
    });
    bench.server.disconnectAll();
    QCOMPARE(cancelled, 1);
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoPostsTest::nobodyIsToldAfterTheBody()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto body = bench.server.engineIo().expectBody(head(sid)).takeValue();
    int cancelled = 0;
    body->onCancelled([&cancelled] { ++cancelled; });
    body.reset();
    bench.server.disconnectAll();
    QCOMPARE(cancelled, 0);
}

void EngineIoPostsTest::sessionThatIsUpgradedMeanwhile()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    auto body = bench.server.engineIo().expectBody(head(sid)).takeValue();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->text("5");
    body->abandoned();
    body.reset();
    QVERIFY(socket->isOpen());
    QCOMPARE(bench.sessions(), std::size_t(1));
}

TICKER_TEST(EngineIoPostsTest)
#include "tst_engineio_posts.moc"
