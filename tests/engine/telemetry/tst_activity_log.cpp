// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "feed_bench.h"
#include "telemetry/activity_log.h"
#include "telemetry/peer_info.h"
#include "ticker_test.h"

using namespace ticker;
using namespace std::chrono_literals;
using Kind = Activity::Kind;

namespace {

/// What a log has handed on, batch by batch, on the time of a bench.
struct Reader final
{
    static constexpr qint64 wallTime = 1'795'377'208'008;

    explicit Reader(DeadlineQueue &deadlines)
        : log(
            deadlines, [] { return wallTime; }, [this](const Activities &lines) { batches.append(lines); })
    {
    }

    [[nodiscard]] Activities lines() const
    {
        Activities all;
        for (const Activities &batch : batches)
            all += batch;
        return all;
    }
    [[nodiscard]] QList<Kind> kinds() const
    {
        QList<Kind> all;
        for (const Activity &line : lines())
            all.append(line.kind);
        return all;
    }

    QList<Activities> batches;
    ActivityLog log;
};

/// A bench whose server tells what happens.
template<typename BenchType>
struct Logged final
{
    explicit Logged(const Limits &limits = {}) : bench(limits), reader(bench.deadlines)
    {
        bench.server.setActivityLog(&reader.log);
    }
    ~Logged() { bench.server.setActivityLog(nullptr); }

    BenchType bench;
    Reader reader;
};

} // namespace

/// What is told of clients, and how much of it when there is too much.
class ActivityLogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesInBatches();
    void keepsTheFirstOfEachSecond();
    void clientsDoNotHideTheRest();
    void refusalsHideNobodyElses();
    void messagesOfOnePeerHideNoOther();
    void tellsOfFeedClients();
    void tellsOfEventStreams();
    void tellsOfSocketIoClients();
    void tellsOfUpgrades();
    void tellsOnceThatTicksAreMerged();
    void jsonHasWhatTheKindHas();
};

void ActivityLogTest::comesInBatches()
{
    DeadlineQueue deadlines;
    Reader reader(deadlines);
    QVERIFY(reader.log.add(Kind::Paused));
    QVERIFY(reader.log.add(Kind::Resumed));
    deadlines.run(99ms);
    QVERIFY(reader.batches.isEmpty());
    deadlines.run(100ms);
    QCOMPARE(reader.batches.size(), 1);
    QCOMPARE(reader.kinds(), (QList{Kind::Paused, Kind::Resumed}));
    QCOMPARE(reader.lines().first().timeMs, Reader::wallTime);
    deadlines.run(1s);
    QCOMPARE(reader.batches.size(), 1);
    QVERIFY(reader.log.add(Kind::Stopped));
    reader.log.flush(); // at the end nobody waits
    QCOMPARE(reader.batches.size(), 2);
    QVERIFY(!deadlines.next());
}

void ActivityLogTest::keepsTheFirstOfEachSecond()
{
    constexpr int tooMany = 10'000;
    DeadlineQueue deadlines;
    Reader reader(deadlines);
    for (int second = 0; second < 2; ++second) {
        for (int i = 0; i < tooMany; ++i) {
            if (Activity *line = reader.log.add(Kind::Connected))
                line->client = quint64(i) + 1;
        }
        deadlines.run(deadlines.now() + 500ms);
        deadlines.run(deadlines.now() + 500ms);
    }
    deadlines.run(deadlines.now() + 1s);
    const Activities lines = reader.lines();
    QCOMPARE(lines.size(), 2 * (ActivityLog::mostOfClients + 1));
    quint64 omitted = 0;
    for (const Activity &line : lines)
        omitted += line.kind == Kind::Omitted ? line.count : 0;
    QCOMPARE(omitted, quint64(2 * (tooMany - ActivityLog::mostOfClients)));
    QCOMPARE(lines.first().client, quint64(1));
    QCOMPARE(lines.last().kind, Kind::Omitted);
    QVERIFY(!deadlines.next()); // it rests
    for (int i = 0; i < tooMany; ++i)
        static_cast<void>(reader.log.add(Kind::Connected));
    reader.log.flush(); // at the end nobody waits for the second to pass
    QCOMPARE(reader.lines().last().count, quint64(tooMany - ActivityLog::mostOfClients));
}

void ActivityLogTest::clientsDoNotHideTheRest()
{
    DeadlineQueue deadlines;
    Reader reader(deadlines);
    for (int i = 0; i < 1000; ++i)
        static_cast<void>(reader.log.add(Kind::Connected));
    QVERIFY(reader.log.add(Kind::OriginRefused));
    for (int i = 1; i < ActivityLog::mostOthers; ++i)
        QVERIFY(reader.log.add(Kind::IntervalSet));
    QVERIFY(!reader.log.add(Kind::IntervalSet));
}

void ActivityLogTest::refusalsHideNobodyElses()
{
    constexpr int tooMany = 10'000;
    constexpr int atOnce = ActivityLog::refusalRate.atOnce;
    PeerInfo here;
    here.address = QStringLiteral("127.0.0.1");
    here.port = 4321;
    PeerInfo phone;
    phone.address = QStringLiteral("192.168.1.7");
    phone.network = 7;
    DeadlineQueue deadlines;
    Reader reader(deadlines);
    int kept = 0;
    for (int i = 0; i < tooMany; ++i)
        kept += reader.log.addRefusal(Kind::HostRefused, here) ? 1 : 0;
    QCOMPARE(kept, atOnce);
    const Activity *mine = reader.log.addRefusal(Kind::OriginRefused, here);
    QVERIFY(mine);
    QCOMPARE(mine->address, here.address);
    QCOMPARE(mine->port, here.port);
    QVERIFY(reader.log.addRefusal(Kind::HostRefused, phone));
    for (int i = 0; i < ActivityLog::mostOthers; ++i)
        QVERIFY(reader.log.add(Kind::IntervalSet));
    deadlines.run(1s);
    QVERIFY(reader.log.addRefusal(Kind::HostRefused, here)); // one a second
    QVERIFY(!reader.log.addRefusal(Kind::HostRefused, here));
    deadlines.run(2s);
    deadlines.run(3s);
    quint64 omitted = 0;
    for (const Activity &line : reader.lines())
        omitted += line.kind == Kind::Omitted ? line.count : 0;
    QCOMPARE(omitted, quint64(tooMany - atOnce + 1));
    QVERIFY(!deadlines.next());
}

void ActivityLogTest::messagesOfOnePeerHideNoOther()
{
    PeerInfo one;
    one.address = QStringLiteral("192.168.1.7");
    one.network = 7;
    DeadlineQueue deadlines;
    Reader reader(deadlines);
    for (int i = 0; i < 10'000; ++i)
        static_cast<void>(reader.log.add(Kind::MessageRefused, 1, one, TransportKind::WebSocket));
    PeerInfo other;
    other.address = QStringLiteral("192.168.1.8");
    other.network = 8;
    QVERIFY(reader.log.add(Kind::MessageRefused, 2, other, TransportKind::WebSocket));
    QVERIFY(reader.log.add(Kind::Connected, 3, one, TransportKind::WebSocket));
    QVERIFY(!reader.log.add(Kind::MessageRefused, 1, one, TransportKind::WebSocket));
}

void ActivityLogTest::tellsOfFeedClients()
{
    Logged<FeedBench> logged;
    const auto socket = logged.bench.open();
    socket->text(R"({"action":"subscribe","symbols":["ACME","BOLT"]})");
    logged.bench.tick();
    socket->text(R"({"action":"subscribe","symbols":["NOPE"]})");
    socket->text(R"({"action":"unsubscribe","symbols":"*"})");
    logged.bench.pass(3s);
    logged.bench.server.disconnectClient(FeedBench::firstId);
    logged.bench.pass(1s);
    const Activities lines = logged.reader.lines();
    QCOMPARE(logged.reader.kinds(),
             (QList{Kind::Connected, Kind::Subscribed, Kind::MessageRefused, Kind::Subscribed, Kind::Disconnected}));
    for (const Activity &line : lines) {
        QCOMPARE(line.client, FeedBench::firstId);
        QCOMPARE(line.address, FeedBench::peer().address);
        QCOMPARE(line.port, FeedBench::peer().port);
        QCOMPARE(line.transport, TransportKind::WebSocket);
    }
    QCOMPARE(lines[0].text, QStringLiteral("test agent"));
    QCOMPARE(lines[1].text, QStringLiteral("ACME, BOLT"));
    QCOMPARE(lines[1].count, quint64(2));
    QCOMPARE(lines[2].detail, QStringLiteral("unknown_symbol"));
    QCOMPARE(lines[2].text, QStringLiteral("NOPE"));
    QCOMPARE(lines[3].count, quint64(0));
    QCOMPARE(lines[4].reason, DisconnectReason::Kicked);
    QCOMPARE(lines[4].duration, 3000ms);
    QCOMPARE(lines[4].count, quint64(1)); // by its fast path, which is counted late
    QVERIFY(lines[4].bytes > 0);
}

void ActivityLogTest::tellsOfEventStreams()
{
    Logged<FeedBench> logged;
    const auto socket = logged.bench.openStream(FeedBench::streamOf({0, 1, 2}));
    socket->vanish();
    logged.bench.pass(1s);
    QCOMPARE(logged.reader.kinds(), (QList{Kind::Connected, Kind::Subscribed, Kind::Disconnected}));
    const Activities lines = logged.reader.lines();
    QCOMPARE(lines[1].transport, TransportKind::ServerSentEvents);
    QCOMPARE(lines[1].value, 1.0); // all that there are
    QCOMPARE(lines[2].reason, DisconnectReason::ConnectionLost);
}

void ActivityLogTest::tellsOfSocketIoClients()
{
    Logged<Bench> logged;
    const auto socket = logged.bench.joinSocket();
    logged.bench.tick(7);
    socket->text(R"(42["what is this",1])");
    socket->text("nonsense");
    logged.bench.pass(1s);
    QCOMPARE(logged.reader.kinds(), (QList{Kind::Connected, Kind::MessageRefused, Kind::Disconnected}));
    const Activities lines = logged.reader.lines();
    QCOMPARE(lines[0].transport, TransportKind::SocketIoWebSocket);
    QCOMPARE(lines[1].detail, QStringLiteral("unknown_event"));
    QCOMPARE(lines[1].text, QStringLiteral("what is this"));
    QCOMPARE(lines[2].reason, DisconnectReason::BadPacket);
    QCOMPARE(lines[2].count, quint64(1));
}

void ActivityLogTest::tellsOfUpgrades()
{
    Logged<Bench> logged;
    const QByteArray sid = logged.bench.joinPolling();
    const auto socket = logged.bench.openSocket(sid);
    socket->text("2probe");
    socket->text("5");
    logged.bench.pass(1s);
    QCOMPARE(logged.reader.kinds(), (QList{Kind::Connected, Kind::Upgraded}));
    const Activities lines = logged.reader.lines();
    QCOMPARE(lines[0].transport, TransportKind::SocketIoPolling);
    QCOMPARE(lines[1].transport, TransportKind::SocketIoWebSocket);
    QCOMPARE(lines[0].client, lines[1].client);
}

void ActivityLogTest::tellsOnceThatTicksAreMerged()
{
    Logged<FeedBench> logged(roomForFewTicks());
    const auto socket = logged.bench.join();
    const auto slowTimes = [&] { return logged.reader.kinds().count(Kind::TicksMerged); };
    socket->stuck = true;
    for (int i = 0; i < 100; ++i)
        logged.bench.tick();
    logged.bench.pass(1s);
    QCOMPARE(slowTimes(), 1);
    logged.bench.pass(20s);
    socket->stuck = false;
    socket->drain();
    socket->stuck = true;
    for (int i = 0; i < 100; ++i)
        logged.bench.tick();
    logged.bench.pass(1s);
    QCOMPARE(slowTimes(), 1); // not again so soon
}

void ActivityLogTest::jsonHasWhatTheKindHas()
{
    Activity line;
    line.kind = Kind::Disconnected;
    line.timeMs = 1500;
    line.client = quint64(1) << 62;
    line.address = QStringLiteral("::1");
    line.port = 40'000;
    line.reason = DisconnectReason::TooSlow;
    line.duration = 1500ms;
    line.count = 3;
    line.bytes = 99;
    const QJsonObject expected{{QStringLiteral("time"), QStringLiteral("1970-01-01T00:00:01.500Z")},
                               {QStringLiteral("kind"), QStringLiteral("disconnected")},
                               {QStringLiteral("address"), QStringLiteral("::1")},
                               {QStringLiteral("port"), 40'000},
                               {QStringLiteral("client"), QStringLiteral("4611686018427387904")},
                               {QStringLiteral("transport"), QStringLiteral("websocket")},
                               {QStringLiteral("reason"), disconnectReasonText(DisconnectReason::TooSlow)},
                               {QStringLiteral("seconds"), 1.5},
                               {QStringLiteral("ticks"), 3},
                               {QStringLiteral("bytes"), 99}};
    QCOMPARE(line.toJson(), expected);
    QSet<QString> names;
    for (int kind = 0; kind < Activity::kinds; ++kind)
        names.insert(Activity::nameOf(Kind(kind)));
    QCOMPARE(names.size(), Activity::kinds);
}

TICKER_TEST(ActivityLogTest)
#include "tst_activity_log.moc"
