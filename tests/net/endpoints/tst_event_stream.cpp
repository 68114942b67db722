// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/event_stream_channel.h"
#include "event_streams.h"
#include "requests.h"
#include "ticker_test.h"

#include <QDir>
#include <QRandomGenerator>

using namespace ticker;
using namespace ticker::test;

namespace {

/// More than the kernel keeps for one who does not read.
constexpr qsizetype tooMuch = 32 * 1024 * 1024;

bool hasFastPath(HeardStream &stream)
{
    return bool(stream.channel().fastPath());
}

qint64 unsent(HeardStream &stream)
{
    return stream.channel().unsentBytes();
}

int timesClosed(HeardStream &stream)
{
    return stream.closed;
}

} // namespace

/// Streams of events at a port, and what clients do with them. Raw sockets.
class EventStreamTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fastPath();
    void slowReader();
    void clientLeaves();
    void clientSpeaks();
    void clientSpeaksTooMuch();
    void serverCloses();
    void serverClosesWhatIsUnsent();
    void serverAborts();

    void connectionLimit();
    void goingDown();
    void leavingAtAnyMoment();
};

void EventStreamTest::fastPath()
{
#ifndef Q_OS_LINUX
    QSKIP("Only there streams have lanes.");
#endif
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    client.takeReceived();
    const QByteArray event = "data: by path\n\n";
    QVERIFY(streams.ofLast<bool>(hasFastPath));
    const auto taken = streams.ofLast<qint64>([&](HeardStream &stream) {
        const FastPath fastPath = stream.channel().fastPath();
        return fastPath.path->send(fastPath.descriptor, event);
    });
    QCOMPARE(taken, event.size());
    QVERIFY(client.readUntil(event));
    streams.withLast([](HeardStream &stream) { stream.channel().close(1000, {}); });
    QVERIFY(!streams.ofLast<bool>(hasFastPath));
}

void EventStreamTest::slowReader()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    client.takeReceived();
    const auto writable = [](HeardStream &stream) { return stream.writable; };
    streams.withLast([](HeardStream &stream) { stream.channel().sendFrames(QByteArray(tooMuch, ':')); });
    QVERIFY(streams.ofLast<qint64>(unsent) > 0);
    QVERIFY(!streams.ofLast<bool>(hasFastPath));
    QCOMPARE(streams.ofLast<int>(writable), 0);
    streams.withLast([](HeardStream &stream) { stream.channel().sendFrames("\n\n"); });
    QVERIFY(client.readUntil("\n\n"));
    QCOMPARE(client.received().size(), tooMuch + 2);
    QTRY_COMPARE(streams.ofLast<int>(writable), 1);
    QCOMPARE(streams.ofLast<qint64>(unsent), 0);
}

void EventStreamTest::clientLeaves()
{
    EventStreams streams;
    for (const bool byReset : {false, true}) {
        RawClient client(streams.port());
        client.send(get("/events"));
        QVERIFY(client.readUntil(firstEvent));
        QCOMPARE(streams.connections(), 1);
        if (byReset)
            client.vanish();
        else
            client.socket().disconnectFromHost();
        QTRY_COMPARE(streams.ofLast<int>(timesClosed), 1);
        QCOMPARE(streams.open(), 0);
        QCOMPARE(streams.connections(), 0);
    }
}

/// Neither requests behind the first nor anything else is answered, or kept.
void EventStreamTest::clientSpeaks()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events") + get("/events") + "nonsense");
    QVERIFY(client.readUntil(firstEvent));
    client.send(get("/nothing"));
    streams.withLast([](HeardStream &stream) { stream.channel().sendFrames("data: last\n\n"); });
    QVERIFY(client.readUntil("last\n\n"));
    QCOMPARE(client.takeReceived(), headOfStream + firstEvent + "data: last\n\n");
    QCOMPARE(streams.open(), 1);
    QCOMPARE(streams.judged(), 1);
}

void EventStreamTest::clientSpeaksTooMuch()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    client.send(QByteArray(EventStreamChannel::maxIgnoredBytes, 'x'));
    client.send("x");
    QTRY_COMPARE(streams.ofLast<int>([](HeardStream &stream) { return stream.violated; }), 1);
    QCOMPARE(streams.ofLast<int>(timesClosed), 0);
}

void EventStreamTest::serverCloses()
{
    EventStreams streams({}, {});
    RawClient client(streams.port());
    client.send(get("/events") + "what nobody reads");
    QTRY_COMPARE(streams.open(), 1);
    streams.withLast([](HeardStream &stream) {
        stream.channel().close(1001, "going away");
        stream.channel().sendFrames("data: too late\n\n");
        stream.channel().close(1001, "going away");
    });
    QVERIFY(client.waitClosed());
    QCOMPARE(client.takeReceived(), headOfStream);
    QTRY_COMPARE(streams.ofLast<int>(timesClosed), 1);
    QCOMPARE(streams.open(), 0);
    QCOMPARE(streams.connections(), 0);
}

void EventStreamTest::serverClosesWhatIsUnsent()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    client.takeReceived();
    streams.withLast([](HeardStream &stream) {
        stream.channel().sendFrames(QByteArray(tooMuch, ':'));
        stream.channel().close(1001, {});
    });
    QVERIFY(streams.ofLast<qint64>(unsent) > 0);
    QVERIFY(client.waitClosed());
    QCOMPARE(client.received().size(), tooMuch);
    QTRY_COMPARE(streams.open(), 0);
}

void EventStreamTest::serverAborts()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    streams.withLast([](HeardStream &stream) { stream.channel().abort(); });
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(streams.ofLast<int>(timesClosed), 1);
}

void EventStreamTest::connectionLimit()
{
    Limits limits;
    limits.maxConnections = 2;
    EventStreams streams(limits);
    RawClient first(streams.port());
    first.send(get("/events"));
    QVERIFY(first.readUntil(firstEvent));
    auto second = std::make_unique<RawClient>(streams.port());
    second->send(get("/events"));
    QVERIFY(second->readUntil(firstEvent));
    RawClient third(streams.port());
    QCOMPARE(third.readReply()->status, 503);
    second->vanish();
    QTRY_COMPARE(streams.open(), 1);
    RawClient fourth(streams.port());
    fourth.send(get("/events"));
    QVERIFY(fourth.readUntil(firstEvent));
}

/// Streams are closed by whom they belong to; none is begun any more.
void EventStreamTest::goingDown()
{
    EventStreams streams;
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
    RawClient idle(streams.port());
    idle.send(get("/events?refused"));
    QCOMPARE(idle.readReply()->status, 422);
    // Half of a request was read when this is answered, and so its connection is not idle.
    const QByteArray request = get("/events");
    RawClient late(streams.port());
    late.send(get("/events?refused") + request.left(request.size() / 2));
    QCOMPARE(late.readReply()->status, 422);
    QCOMPARE(streams.connections(), 3);
    streams.thread().call([&] {
        streams.thread().port().stopListening();
        streams.thread().port().finishRequests();
    });
    QVERIFY(idle.waitClosed());
    late.send(request.mid(request.size() / 2));
    const auto reply = late.readReply();
    QVERIFY(reply);
    QCOMPARE(reply->status, 503);
    QVERIFY(late.waitClosed());
    late.vanish();
    QTRY_COMPARE(streams.connections(), 1);
    streams.withLast([](HeardStream &stream) { stream.channel().close(1001, {}); });
    QVERIFY(client.waitClosed());
    QTRY_COMPARE(streams.open(), 0);
    QTRY_COMPARE(streams.connections(), 0);
}

/// A thousand clients that leave at random moments leave nothing behind.
void EventStreamTest::leavingAtAnyMoment()
{
    constexpr int clients = 1000;
    const auto descriptors = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList().size(); };
    EventStreams streams;
    QRandomGenerator random(20'240'602);
    const qsizetype before = descriptors();
    std::vector<std::unique_ptr<RawClient>> staying;
    for (int i = 0; i < clients; ++i) {
        auto client = std::make_unique<RawClient>(streams.port());
        const QByteArray request = get("/events");
        const qsizetype size = random.bounded(int(request.size() * 2));
        client->send(request.left(size));
        if (size >= request.size() && random.bounded(2) == 0)
            QVERIFY(client->readUntil(firstEvent));
        else if (random.bounded(4) == 0)
            client->socket().disconnectFromHost();
        else if (random.bounded(4) > 0)
            client->vanish();
        staying.push_back(std::move(client));
        if (random.bounded(10) == 0) {
            staying.clear();
            if (streams.open() > 0)
                streams.withLast([](HeardStream &stream) { stream.channel().sendFrames(": comment\n\n"); });
        }
    }
    staying.clear();
    QTRY_COMPARE(streams.open(), 0);
    QTRY_COMPARE(streams.connections(), 0);
    QTRY_VERIFY(descriptors() <= before);
    RawClient client(streams.port());
    client.send(get("/events"));
    QVERIFY(client.readUntil(firstEvent));
}

TICKER_CORE_TEST(EventStreamTest)
#include "tst_event_stream.moc"
