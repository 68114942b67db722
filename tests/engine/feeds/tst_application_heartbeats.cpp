// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "quotes_bench.h"
#include "ticker_test.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray timeText = "\"time\":" + QByteArray::number(HandMadeMarket::wallTime) + '}';

/// "every":5,"seq":7,"last":7,…; without a last one for -1.
QByteArray contentsOf(const QByteArray &every, int seq, int last = -1)
{
    return R"("tape":"0tape","every":)" + every + ",\"seq\":" + QByteArray::number(seq) + ','
        + (last >= 0 ? "\"last\":" + QByteArray::number(last) + ',' : QByteArray()) + timeText;
}

QByteArray messageOf(const QByteArray &every, int seq, int last = -1)
{
    return R"({"type":"heartbeat",)" + contentsOf(every, seq, last);
}

QByteArray eventOf(const QByteArray &every, int seq, int last = -1)
{
    return "event: heartbeat\ndata: " + messageOf(every, seq, last) + "\n\n";
}

QByteArray everyText(const QByteArray &every)
{
    return R"({"action":"heartbeat","every":)" + every + '}';
}

FeedServer::EventStreamRequest beating(std::optional<std::chrono::milliseconds> every = std::nullopt)
{
    FeedServer::EventStreamRequest request = FeedBench::streamOf({0});
    request.heartbeat = every;
    return request;
}

} // namespace

/// Heartbeats that an application sees, over every way.
class ApplicationHeartbeatsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // WebSocket
    void noneUnlessAskedFor();
    void atEvenIntervals();
    void withoutASubscription();
    void lastTickOfTheSubscription();
    void periodIsChanged();
    void endsWithTheClient();
    void helloTellsThePeriod();
    void behindWhatWaits();
    void droppedWhenTicksMove();

    // Event streams
    void streamsHaveThem();
    void streamsOfAnotherPeriod();

    // Socket.IO
    void socketIo();
    void socketIoClientLeaves();
    void socketIoRefuses();
};

void ApplicationHeartbeatsTest::noneUnlessAskedFor()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.pass(20s);
    QVERIFY(socket->frames.isEmpty());
}

void ApplicationHeartbeatsTest::atEvenIntervals()
{
    FeedBench bench;
    const auto socket = bench.join();
    QCOMPARE(answerTo(*socket, everyText("5")), messageOf("5", 0));
    for (int i = 1; i < 5; ++i) {
        bench.tick();
        bench.pass(4'999ms);
        QCOMPARE(socket->takeTexts().size(), 1); // the tick
        bench.pass(1ms);
        QCOMPARE(socket->takeTexts(), QByteArrayList{messageOf("5", i, i)});
    }
}

void ApplicationHeartbeatsTest::withoutASubscription()
{
    FeedBench bench;
    const auto socket = bench.open();
    QCOMPARE(answerTo(*socket, everyText("1.5")), messageOf("1.5", 0));
    bench.tick();
    bench.pass(1500ms);
    QCOMPARE(socket->takeTexts(), QByteArrayList{messageOf("1.5", 1)});
}

void ApplicationHeartbeatsTest::lastTickOfTheSubscription()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.tick({0});
    bench.tick({1});
    bench.tick({1, 2});
    socket->text(everyText("1"));
    socket->frames.clear();
    bench.pass(1s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{messageOf("1", 3, 1)});
}

void ApplicationHeartbeatsTest::periodIsChanged()
{
    FeedBench bench;
    const auto socket = bench.open();
    socket->text(everyText("1"));
    bench.pass(900ms);
    QCOMPARE(answerTo(*socket, everyText("2")), messageOf("2", 0));
    bench.pass(1'999ms);
    QVERIFY(socket->frames.isEmpty());
    bench.pass(1ms);
    QCOMPARE(socket->takeTexts(), QByteArrayList{messageOf("2", 0)});
    QCOMPARE(answerTo(*socket, everyText("\"off\"")), messageOf("0", 0));
    bench.pass(20s);
    QVERIFY(socket->frames.isEmpty());
    for (const char *refused : {"0", "0.9", "61", "1000000000", "\"5\"", "null", "[]", "-1"}) {
        const QByteArray answer = answerTo(*socket, everyText(refused));
        QVERIFY2(
            answer.startsWith(R"({"type":"error","code":"bad_heartbeat","message":"The heartbeat must be a number )"
                              R"(of seconds from 1 to 60, or \"off\", not: )"),
            answer.constData());
    }
    QVERIFY(answerTo(*socket, everyText("0")).contains("The nearest is 1."));
    QVERIFY(answerTo(*socket, everyText("1000000000")).contains("The nearest is 60."));
}

void ApplicationHeartbeatsTest::endsWithTheClient()
{
    FeedBench bench;
    const auto socket = bench.open();
    socket->text(everyText("1"));
    bench.server.disconnectClient(FeedBench::firstId);
    bench.pass(10s);
    QCOMPARE(bench.deadlines.size(), std::size_t(0));
}

void ApplicationHeartbeatsTest::helloTellsThePeriod()
{
    FeedBench bench;
    const auto socket = bench.open();
    socket->text(everyText("5"));
    socket->frames.clear();
    HandMadeMarket other;
    bench.server.setCache(other.cache);
    QCOMPARE(socket->takeTexts(),
             (QByteArrayList{HandMadeMarket::statusText("changed", 0),
                             helloWithHeartbeat(encodeFeedHello(bench.hello), 5s)}));
    QVERIFY(helloWithHeartbeat("{\"a\":1}", 5s) == "{\"a\":1,\"heartbeat\":5}");
    bench.server.setCache(bench.market.cache);
}

/// What waits to be merged was not sent yet.
void ApplicationHeartbeatsTest::behindWhatWaits()
{
    FeedBench bench(roomForFewTicks());
    const auto socket = bench.join();
    socket->text(everyText("1"));
    socket->frames.clear();
    socket->stuck = true;
    for (int i = 0; i < 100; ++i)
        bench.tick();
    bench.pass(1s);
    socket->drain();
    quint64 seq = 0;
    bool isSeen = false;
    for (const QByteArray &text : socket->takeTexts()) {
        const QJsonObject message = QJsonDocument::fromJson(text).object();
        const auto last = quint64(message.value(QStringLiteral("last")).toInteger());
        if (text.startsWith(R"({"type":"heartbeat")")) {
            QCOMPARE(last, seq);
            isSeen = true;
        }
        seq = quint64(message.value(QStringLiteral("seq")).toInteger());
    }
    QVERIFY(isSeen);
    QCOMPARE(seq, quint64(100));
}

void ApplicationHeartbeatsTest::droppedWhenTicksMove()
{
    using Kind = OutgoingPacket::Kind;
    Outbox outbox;
    const OutgoingPacket packets[] = {
        OutgoingPacket::plainText("first", Kind::Tick), OutgoingPacket::plainText("message"),
        OutgoingPacket::plainText("of the first", Kind::Heartbeat), OutgoingPacket::plainText("second", Kind::Tick)};
    outbox.append(packets);
    QCOMPARE(outbox.holdAllTicks(), quint32(1));
    QCOMPARE(outbox.queuedBytes(), qsizetype(7));
    const auto left = outbox.takePackets(1000);
    QCOMPARE(left.size(), std::size_t(1));
    QCOMPARE(left.front().data(), QByteArray("message"));
}

void ApplicationHeartbeatsTest::streamsHaveThem()
{
    FeedBench bench;
    bench.market.trade({0});
    const auto socket = bench.openStream(beating());
    QCOMPARE(socket->sends, 1);
    QVERIFY(socket->stream.endsWith("]}\n\n" + eventOf("15", 1, 1)));
    for (int i = 2; i < 5; ++i) {
        bench.tick({0});
        bench.tick({1});
        bench.pass(14'999ms);
        socket->stream.clear();
        bench.pass(1ms);
        QCOMPARE(std::exchange(socket->stream, {}), eventOf("15", 2 * i - 1, 2 * i - 2));
    }
}

void ApplicationHeartbeatsTest::streamsOfAnotherPeriod()
{
    FeedBench bench;
    const auto fast = bench.openStream(beating(1s));
    const auto none = bench.openStream(beating(0s));
    fast->stream.clear();
    QVERIFY(!none->stream.contains("heartbeat"));
    none->stream.clear();
    bench.pass(1s);
    QCOMPARE(fast->stream, eventOf("1", 0, 0));
    bench.pass(14s);
    QCOMPARE(fast->stream.count("event: heartbeat"), 15);
    QCOMPARE(none->stream, QByteArray(":\n\n"));
    HandMadeMarket other;
    bench.server.setCache(other.cache);
    QVERIFY(fast->stream.contains("\"simulated\":true,\"heartbeat\":1}"));
    QVERIFY(!none->stream.contains("heartbeat"));
    bench.server.setCache(bench.market.cache);
}

void ApplicationHeartbeatsTest::socketIo()
{
    QuotesBench all;
    const auto socket = all.join("\"ACME\"");
    socket->text(R"(427["heartbeat",2])");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"437[{" + contentsOf("2", 0) + ']'});
    all.tick({0});
    all.tick({1});
    socket->frames.clear();
    all.bench.pass(2s);
    QCOMPARE(socket->takeTexts(), QByteArrayList{"42[\"heartbeat\",{" + contentsOf("2", 2, 1) + ']'});
    socket->text(R"(42["heartbeat","off"])");
    QCOMPARE(socket->takeTexts(), QByteArrayList{"42[\"heartbeat\",{" + contentsOf("0", 2) + ']'});
    all.bench.pass(20s);
    QVERIFY(socket->frames.isEmpty());
}

void ApplicationHeartbeatsTest::socketIoClientLeaves()
{
    QuotesBench all;
    const auto socket = all.join("\"ACME\"");
    socket->text(R"(42["heartbeat",1])");
    socket->text("41");
    socket->frames.clear();
    all.bench.pass(10s);
    QVERIFY(socket->frames.isEmpty());
}

void ApplicationHeartbeatsTest::socketIoRefuses()
{
    QuotesBench all;
    const auto socket = all.join("\"ACME\"");
    for (const QByteArray refused : {"", ",0", ",61", ",null", ",\"1\"", ",{}"}) {
        socket->text("427[\"heartbeat\"" + refused + ']');
        const QByteArrayList texts = socket->takeTexts();
        QCOMPARE(texts.size(), 1);
        QVERIFY2(texts.first().startsWith(R"(437[{"error":{"code":"bad_heartbeat")"), texts.first().constData());
    }
    all.bench.pass(20s);
    QVERIFY(socket->frames.isEmpty());
}

TICKER_TEST(ApplicationHeartbeatsTest)
#include "tst_application_heartbeats.moc"
