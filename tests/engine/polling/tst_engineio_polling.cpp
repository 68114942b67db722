// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;

namespace {
const QByteArray unknownSid = QByteArrayLiteral("{\"code\":1,\"message\":\"Session ID unknown\"}");
}

class EngineIoPollingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Sunny
    void getHangsUntilThereIsSomething();
    void whatQueuesLeavesTogether();
    void postIsAnswered();
    void severalPacketsInOnePost();
    void binaryInAPost();

    // Rainy
    void secondGetWhileOneHangs();
    void abandonedGet();
    void abandonedHandshakeLeavesTheSession();
    void binaryContentType();
    void similarContentTypes();
    void garbagePosts_data();
    void garbagePosts();
    void packetsWithGarbageDoNotCount();
    void packetsWithACloseDoNotCount();
    void textThatIsNoUtf8();
};

void EngineIoPollingTest::getHangsUntilThereIsSomething()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    bench.pass(10s);
    QVERIFY(waiting->isPending());
    bench.tick(123);
    QCOMPARE(*waiting->answer,
             (FakeExchange::Reply{200, "text/plain; charset=UTF-8", "42[\"stock price update\",123]"}));
}

void EngineIoPollingTest::whatQueuesLeavesTogether()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    for (int price = 1; price <= 3; ++price)
        bench.tick(price);
    QCOMPARE(bench.get(sid)->body(), Bench::tickText(1) + '\x1e' + Bench::tickText(2) + '\x1e' + Bench::tickText(3));
    QVERIFY(bench.get(sid)->isPending());
}

void EngineIoPollingTest::postIsAnswered()
{
    Bench bench;
    const QByteArray sid = bench.openPolling();
    const auto exchange = bench.post(sid, "40");
    QCOMPARE(*exchange->answer, (FakeExchange::Reply{200, "text/html", "ok"}));
    QVERIFY(bench.get(sid)->body().startsWith("40{\"sid\":\""));
}

void EngineIoPollingTest::severalPacketsInOnePost()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    QCOMPARE(bench
                 .post(sid,
                       "42[\"a\"]\x1e"
                       "3\x1e"
                       "42[\"b\"]")
                 ->body(),
             QByteArray("ok"));
    QCOMPARE(bench.unknownEvents(), quint64(2));
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoPollingTest::binaryInAPost()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.post(sid,
               "451-[\"a\",{\"_placeholder\":true,\"num\":0}]\x1e"
               "bAQID");
    QCOMPARE(bench.unknownEvents(), quint64(1));
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoPollingTest::secondGetWhileOneHangs()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto first = bench.get(sid);
    const auto second = bench.get(sid);
    QCOMPARE(*first->answer, (FakeExchange::Reply{200, "text/plain; charset=UTF-8", "1"}));
    QCOMPARE(*second->answer, (FakeExchange::Reply{400, "", ""}));
    QCOMPARE(bench.get(sid)->body(), unknownSid);
}

void EngineIoPollingTest::abandonedGet()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.get(sid)->abandon();
    QCOMPARE(bench.sessions(), std::size_t(0));
    QVERIFY(bench.server.clients().isEmpty());
    QCOMPARE(bench.get(sid)->body(), unknownSid);
    bench.tick(1);
}

/// The handshake is answered at once: its GET cannot be abandoned.
void EngineIoPollingTest::abandonedHandshakeLeavesTheSession()
{
    Bench bench;
    const auto exchange = bench.get({});
    QVERIFY(!exchange->isPending());
    exchange->abandon();
    QCOMPARE(bench.sessions(), std::size_t(1));
}

void EngineIoPollingTest::binaryContentType()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    const auto exchange = bench.request("POST", Bench::pollingQuery(sid), "42[\"a\"]", "application/octet-stream");
    QCOMPARE(*exchange->answer, (FakeExchange::Reply{400, "", ""}));
    QCOMPARE(waiting->body(), QByteArray("1"));
    QCOMPARE(bench.sessions(), std::size_t(0));
    QCOMPARE(bench.unknownEvents(), quint64(0));
}

void EngineIoPollingTest::similarContentTypes()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    for (const char *type : {"", "text/plain", "application/json", "application/octet-stream; charset=binary"})
        QCOMPARE(bench.request("POST", Bench::pollingQuery(sid), "42[\"a\"]", type)->body(), QByteArray("ok"));
    QCOMPARE(bench.unknownEvents(), quint64(4));
}

void EngineIoPollingTest::garbagePosts_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("letters") << QByteArray("abc");
    QTest::newRow("unknown type") << QByteArray("9");
    QTest::newRow("separator") << QByteArray("\x1e");
    QTest::newRow("separator at the end") << QByteArray("6\x1e");
    QTest::newRow("null") << QByteArray("\0", 1);
    QTest::newRow("length of the former revision") << QByteArray("6:40hello");
    QTest::newRow("megabyte of separators") << QByteArray(1'000'000, '\x1e');
}

void EngineIoPollingTest::garbagePosts()
{
    QFETCH(QByteArray, body);
    // "6:40hello" is a noop packet with data to this revision, which the reference ignores.
    const bool isNoop = body.startsWith("6:");
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto waiting = bench.get(sid);
    QCOMPARE(*bench.post(sid, body)->answer, (FakeExchange::Reply{200, "text/html", "ok"}));
    QCOMPARE(waiting->body(), QByteArray(isNoop ? "(pending)" : "1"));
    QCOMPARE(bench.sessions(), std::size_t(isNoop ? 1 : 0));
}

void EngineIoPollingTest::packetsWithGarbageDoNotCount()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.post(sid,
               "42[\"a\"]\x1e"
               "x\x1e"
               "42[\"b\"]");
    QCOMPARE(bench.unknownEvents(), quint64(0));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoPollingTest::packetsWithACloseDoNotCount()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    bench.post(sid,
               "42[\"a\"]\x1e"
               "1\x1e"
               "42[\"b\"]");
    QCOMPARE(bench.unknownEvents(), quint64(0));
    QCOMPARE(bench.sessions(), std::size_t(0));
}

void EngineIoPollingTest::textThatIsNoUtf8()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    QCOMPARE(bench.post(sid, "42[\"\xff\"]")->body(), QByteArray("ok"));
    QCOMPARE(bench.unknownEvents(), quint64(1));
    QCOMPARE(bench.sessions(), std::size_t(1));
}

TICKER_TEST(EngineIoPollingTest)
#include "tst_engineio_polling.moc"
