// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "ticker_test.h"

#include <QRandomGenerator>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QByteArray helloText(
    R"({"type":"hello","tape":"0tape","seed":"42","rate":1,"headline":"ACME","featured":"ACME","instruments":[],"simulated":true})");

} // namespace

class FeedServerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // What a client hears
    void helloComesFirst();
    void helloIsOfThisMoment();
    void nothingBeforeASubscription();
    void ticksTakeTheFastPath();
    void ticksWithoutAFastPath();
    void partOfATick_data();
    void partOfATick();
    void orderIsKeptWhateverHappens();

    // What a client says
    void pingIsAnswered();
    void whatIsNotUnderstoodIsAnswered();

    // The end
    void clientLeaves();
    void clientBreaksTheProtocol();
    void clientIsKicked();
    void serverStops();
    void serverGoesFirst();
    void rowsOfClients();
};

void FeedServerTest::helloComesFirst()
{
    FeedBench bench;
    const auto socket = bench.open();
    QCOMPARE(socket->takeTexts(), QByteArrayList{helloText});
    QCOMPARE(socket->sends, 1);
}

void FeedServerTest::helloIsOfThisMoment()
{
    FeedBench bench;
    bench.hello.rateHz = 200;
    QVERIFY(bench.open()->takeTexts().first().contains("\"rate\":200,"));
    bench.hello.rateHz = 0;
    QVERIFY(bench.open()->takeTexts().first().contains("\"rate\":0,"));
}

void FeedServerTest::nothingBeforeASubscription()
{
    FeedBench bench;
    bench.tick({0, 1, 2});
    bench.server.sendTicks(); // nothing collected
    const auto socket = bench.open();
    socket->frames.clear();
    bench.tick({0, 1, 2});
    QVERIFY(socket->frames.isEmpty());
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(0));
    socket->text(R"({"action":"subscribe","symbols":["ACME"]})");
    QCOMPARE(socket->takeTexts(), QByteArrayList{HandMadeMarket::snapshotText(R"(["ACME"])", 2, {{"ACME", 2}})});
    bench.tick();
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(3, 1));
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(1));
}

void FeedServerTest::ticksTakeTheFastPath()
{
    FeedBench bench;
    const auto socket = bench.join();
    bench.tick();
    bench.ticks(10);
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(1, 11));
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(11));
}

void FeedServerTest::ticksWithoutAFastPath()
{
    FeedBench bench;
    bench.hasFastPaths = false;
    const auto socket = bench.join();
    socket->sends = 0;
    bench.ticks(10);
    QCOMPARE(socket->fastPathCalls, 0);
    QCOMPARE(socket->sends, 1);
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(1, 10));
}

void FeedServerTest::partOfATick_data()
{
    QTest::addColumn<qint64>("taken");
    constexpr qint64 headerBytes = 4;
    const qint64 frameBytes = headerBytes + FeedBench::tickText(1).size();
    for (qint64 taken = 0; taken < 3 * frameBytes; ++taken)
        QTest::addRow("%lld bytes", static_cast<long long>(taken)) << taken;
}

/// Wherever the kernel stops: the rest follows, then what came meanwhile, then the fast path is open again.
void FeedServerTest::partOfATick()
{
    QFETCH(qint64, taken);
    FeedBench bench;
    const auto socket = bench.join();
    const auto other = bench.join();
    socket->fastPathTakes = taken;
    bench.ticks(3);
    QVERIFY(socket->unsent > 0);
    bench.tick();
    socket->text(R"({"action":"ping"})");
    QCOMPARE(socket->fastPathCalls, 1);
    socket->drain();
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(1, 4) << encodeFeedPong(FeedBench::wallTime));
    bench.tick();
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(socket->takeTexts(), FeedBench::tickTexts(5, 1));
    QCOMPARE(other->takeTexts(), FeedBench::tickTexts(1, 5));
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(5));
}

/// Ticks and answers at random, a kernel that takes what it likes: everything arrives once and in order.
void FeedServerTest::orderIsKeptWhateverHappens()
{
    for (quint32 seed = 0; seed < 100; ++seed) {
        QRandomGenerator random(seed);
        FeedBench bench;
        const auto socket = bench.join();
        QByteArrayList expected;
        quint64 next = 1;
        for (int step = 0; step < 100; ++step) {
            const int count = random.bounded(1, 4);
            switch (random.bounded(4)) {
            case 0:
                if (random.bounded(3) == 0)
                    socket->fastPathTakes = random.bounded(150 * count);
                bench.ticks(count);
                expected += FeedBench::tickTexts(next, count);
                next += quint64(count);
                break;
            case 1:
                socket->text(R"({"action":"ping"})");
                expected.append(encodeFeedPong(FeedBench::wallTime));
                break;
            case 2:
                socket->drain();
                break;
            case 3:
                socket->stuck = true;
                break;
            }
        }
        socket->drain();
        QCOMPARE(socket->takeTexts(), expected);
        QCOMPARE(bench.server.clients().first().ticksSent, next - 1);
    }
}

void FeedServerTest::pingIsAnswered()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->text(R"({"action":"ping"})");
    QCOMPARE(socket->takeTexts(), QByteArrayList{encodeFeedPong(FeedBench::wallTime)});
    QCOMPARE(bench.server.clients().first().unknownEvents, quint64(0));
}

void FeedServerTest::whatIsNotUnderstoodIsAnswered()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->text(R"({"action":"dance"})");
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{R"({"type":"error","code":"unknown_message",)"
                            R"("message":"Unknown action \"dance\". )"
                            R"(Valid actions are subscribe, unsubscribe, max_rate, heartbeat and ping."})"});
    QCOMPARE(bench.server.clients().first().lastUnknownEvent, QStringLiteral("dance"));
    socket->text("hello");
    QVERIFY(socket->takeTexts().first().startsWith(R"({"type":"error","code":"unknown_message",)"));
    socket->binary("\x00\xff");
    QVERIFY(socket->takeTexts().first().startsWith(R"({"type":"error","code":"binary_message",)"));
    socket->text(QByteArray(100'000, 'x'));
    QVERIFY(socket->takeTexts().first().size() < 300);
    QCOMPARE(bench.server.clients().first().unknownEvents, quint64(4));
    QCOMPARE(bench.server.clients().first().lastUnknownEvent, QString(100, QLatin1Char('x')));
    QVERIFY(socket->isOpen());
}

void FeedServerTest::clientLeaves()
{
    FeedBench bench;
    const auto gone = bench.join();
    const auto stays = bench.join();
    gone->vanish();
    bench.tick(); // the fake's fast path ends the program when it is used after the end
    QVERIFY(gone->frames.isEmpty());
    QCOMPARE(stays->takeTexts(), FeedBench::tickTexts(1, 1));
    QCOMPARE(bench.server.clients().size(), 1);
    bench.pass(0ms);
    QVERIFY(gone->destroyed);
}

void FeedServerTest::clientBreaksTheProtocol()
{
    FeedBench bench;
    const auto socket = bench.join();
    socket->receiver->protocolViolated();
    QVERIFY(socket->closeCode);
    QVERIFY(bench.server.clients().isEmpty());
    bench.tick();
    QVERIFY(socket->frames.isEmpty());
}

void FeedServerTest::clientIsKicked()
{
    FeedBench bench;
    const auto first = bench.join();
    const auto second = bench.join();
    QVERIFY(!bench.server.disconnectClient(1));
    QVERIFY(bench.server.disconnectClient(FeedBench::firstId));
    QVERIFY(first->closeCode);
    QVERIFY(*first->closeCode != 1001);
    QVERIFY(second->isOpen());
    QVERIFY(!bench.server.disconnectClient(FeedBench::firstId));
}

/// What waits leaves before the close frame.
void FeedServerTest::serverStops()
{
    FeedBench bench;
    const auto slow = bench.join();
    const auto fast = bench.join();
    slow->stuck = true;
    bench.tick();
    bench.tick();
    bench.server.disconnectAll();
    QCOMPARE(slow->closeCode, std::optional(1001));
    QCOMPARE(fast->closeCode, std::optional(1001));
    QCOMPARE(slow->takeTexts(), FeedBench::tickTexts(1, 2));
    QVERIFY(bench.server.clients().isEmpty());
    bench.tick();
    bench.pass(3s);
    QVERIFY(slow->destroyed && fast->destroyed);
}

void FeedServerTest::serverGoesFirst()
{
    std::shared_ptr<FakeSocket> socket;
    {
        FeedBench bench;
        socket = bench.join();
    }
    QVERIFY(socket->destroyed);
}

void FeedServerTest::rowsOfClients()
{
    FeedBench bench;
    const auto first = bench.open();
    const auto second = bench.open();
    bench.pass(2'500ms);
    bench.open();
    second->vanish();
    bench.open();
    first->text(R"({"action":"subscribe","symbols":"*"})");
    bench.tick();
    const QList<ClientRow> rows = bench.server.clients();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).id, FeedBench::firstId);
    QCOMPARE(rows.at(1).id, FeedBench::firstId + 2);
    QCOMPARE(rows.at(2).id, FeedBench::firstId + 3);
    const ClientRow &row = rows.first();
    QVERIFY(row.transport == TransportKind::WebSocket);
    QCOMPARE(row.address, QStringLiteral("127.0.0.1"));
    QCOMPARE(row.port, quint16(40'000));
    QCOMPARE(row.userAgent, QStringLiteral("test agent"));
    QCOMPARE(row.connectedFor, 2'000ms);
    QCOMPARE(rows.at(1).connectedFor, 0ms);
    QCOMPARE(row.ticksSent, quint64(1));
    quint64 bytes = 0;
    for (const QByteArray &frame : std::as_const(first->frames))
        bytes += quint64(frame.size());
    QCOMPARE(row.bytesSent, bytes);
}

TICKER_TEST(FeedServerTest)
#include "tst_feed_server.moc"
