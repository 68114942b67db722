// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "packets/tick_batch.h"
#include "ticker_test.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

const QString tickEvent = QStringLiteral("stock price update");

std::vector<SocketIoArguments> prices(int first, int count)
{
    std::vector<SocketIoArguments> result;
    for (int price = first; price < first + count; ++price)
        result.push_back(SocketIoArguments().addJson(QByteArray::number(price)));
    return result;
}

QByteArrayList tickTexts(int first, int count)
{
    QByteArrayList texts;
    for (int price = first; price < first + count; ++price)
        texts.append(Bench::tickText(price));
    return texts;
}

/// A member of a list that is nothing else.
class Listener final : public FanOut::Member
{
public:
    int batches = 0;
    std::function<void()> onTick;

    void sendTicks(const TickBatch &) override
    {
        ++batches;
        if (onTick)
            onTick();
    }
    void fastPathTook(const TickBatch &, qint64) override { }

private:
    [[nodiscard]] FastPath fastPath() const override { return {}; }
    void sentDirectly(quint32, quint64) override { }
};

TickBatch oneTick()
{
    return TickBatch({OutgoingPacket({EngineIoPacket::Type::Message, false, "2[]"}, OutgoingPacket::Kind::Tick)});
}

} // namespace

class FanOutTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ticksTakeTheFastPath();
    void severalTicksAreOnePiece();
    void nothingIsEncodedForNobody();
    void countsOfTheFastPath();
    void partOfATick_data();
    void partOfATick();
    void fastPathIsClosedWhileSomethingWaits();
    void fastPathIsClosedByLeaving();
    void fastPathIsClosedByTheEnd();
    void fastPathOpensWithAnUpgrade();
    void membersComeAndGo();
    void membersComeAndGoMeanwhile();
    void listGoesFirst();
    void orderIsKeptWhateverHappens();
};

void FanOutTest::ticksTakeTheFastPath()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    bench.tick(1);
    bench.tick(2);
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(socket->takeTexts(), tickTexts(1, 2));
}

void FanOutTest::severalTicksAreOnePiece()
{
    Bench bench;
    const auto fast = bench.joinSocket();
    bench.hasFastPaths = false;
    const auto portable = bench.joinSocket();
    const QByteArray sid = bench.joinPolling();
    const auto poll = bench.get(sid);
    portable->sends = 0;
    bench.server.of().emitTicks(tickEvent, prices(1, 10));
    QCOMPARE(fast->fastPathCalls, 1);
    QCOMPARE(fast->takeTexts(), tickTexts(1, 10));
    QCOMPARE(portable->sends, 1);
    QCOMPARE(portable->takeTexts(), tickTexts(1, 10));
    QCOMPARE(poll->body().split('\x1e'), tickTexts(1, 10));
}

void FanOutTest::nothingIsEncodedForNobody()
{
    Bench bench;
    bench.tick(1);
    bench.server.of().emitTicks(tickEvent, {});
    const auto socket = bench.joinSocket();
    bench.server.of().emitTicks(tickEvent, {});
    QVERIFY(socket->frames.isEmpty());
}

void FanOutTest::countsOfTheFastPath()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    const quint64 before = bench.server.clients().first().bytesSent;
    bench.tick(1);
    bench.server.of().emitTicks(tickEvent, prices(2, 3));
    quint64 bytes = 0;
    for (const QByteArray &frame : std::as_const(socket->frames))
        bytes += quint64(frame.size());
    for (int i = 0; i < 2; ++i) { // looking does not count
        const ClientRow row = bench.server.clients().first();
        QCOMPARE(row.ticksSent, quint64(4));
        QCOMPARE(row.bytesSent - before, bytes);
        QCOMPARE(row.unsentBytes, qint64(0));
    }
}

void FanOutTest::partOfATick_data()
{
    QTest::addColumn<qint64>("taken");
    const qint64 frameBytes = 2 + Bench::tickText(100).size();
    for (qint64 taken = 0; taken < 3 * frameBytes; ++taken) // of three ticks together, whose last byte is never taken
        QTest::addRow("%lld bytes", static_cast<long long>(taken)) << taken;
}

/// Wherever the kernel stops: the rest follows, then what came meanwhile, then the fast path is open again.
void FanOutTest::partOfATick()
{
    QFETCH(qint64, taken);
    Bench bench;
    const auto socket = bench.joinSocket();
    const auto other = bench.joinSocket();
    socket->fastPathTakes = taken;
    bench.server.of().emitTicks(tickEvent, prices(100, 3));
    QVERIFY(socket->unsent > 0);
    bench.tick(103);
    bench.server.of().emitTicks(tickEvent, prices(104, 2));
    QCOMPARE(socket->fastPathCalls, 1);
    socket->drain();
    QCOMPARE(socket->takeTexts(), tickTexts(100, 6));
    bench.tick(106);
    QCOMPARE(socket->fastPathCalls, 2);
    QCOMPARE(socket->takeTexts(), tickTexts(106, 1));
    QCOMPARE(other->takeTexts(), tickTexts(100, 7));
    QCOMPARE(other->fastPathCalls, 4);
    QCOMPARE(bench.server.clients().first().ticksSent, quint64(7));
}

void FanOutTest::fastPathIsClosedWhileSomethingWaits()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->stuck = true;
    socket->text("40/x"); // its answer gets stuck
    const int calls = socket->fastPathCalls;
    bench.tick(1);
    QCOMPARE(socket->fastPathCalls, calls);
    socket->drain();
    const auto texts = socket->takeTexts();
    QVERIFY(texts.first().startsWith("44/x"));
    QCOMPARE(texts.last(), Bench::tickText(1));
    bench.tick(2);
    QCOMPARE(socket->fastPathCalls, calls + 1);
}

void FanOutTest::fastPathIsClosedByLeaving()
{
    Bench bench;
    const auto socket = bench.joinSocket();
    socket->text("41");
    bench.tick(1);
    QCOMPARE(socket->fastPathCalls, 0);
    QVERIFY(socket->frames.isEmpty());
    socket->text("40");
    socket->frames.clear();
    bench.tick(2);
    QCOMPARE(socket->takeTexts(), tickTexts(2, 1));
}

/// The fake's fast path ends the program when it is used after the end.
void FanOutTest::fastPathIsClosedByTheEnd()
{
    Bench bench;
    const auto dropped = bench.joinSocket();
    const auto kicked = bench.joinSocket();
    const auto gone = bench.joinSocket();
    bench.server.of().onDisconnection([&bench](SocketIoSocket &, DisconnectReason) { bench.tick(0); });
    dropped->text("9");
    QVERIFY(!dropped->isOpen());
    bench.server.disconnectClient(bench.server.clients().first().id);
    QVERIFY(!kicked->isOpen());
    gone->vanish();
    bench.tick(1);
    bench.server.of().onDisconnection(nullptr);
}

void FanOutTest::fastPathOpensWithAnUpgrade()
{
    Bench bench;
    const QByteArray sid = bench.joinPolling();
    const auto socket = bench.openSocket(sid);
    socket->text("2probe");
    socket->frames.clear();
    bench.tick(1);
    QCOMPARE(socket->fastPathCalls, 0);
    socket->text("5");
    bench.tick(2);
    QCOMPARE(socket->fastPathCalls, 1);
    QCOMPARE(socket->takeTexts(), tickTexts(1, 2));
}

void FanOutTest::membersComeAndGo()
{
    FanOut list;
    std::vector<std::unique_ptr<Listener>> listeners;
    QRandomGenerator random(7);
    int ticks = 0;
    for (int step = 0; step < 2000; ++step) {
        if (listeners.empty() || random.bounded(2) == 0) {
            listeners.push_back(std::make_unique<Listener>());
            listeners.back()->batches = ticks;
            list.add(*listeners.back());
        } else {
            const auto leaving = listeners.begin() + qsizetype(random.bounded(quint32(listeners.size())));
            if (random.bounded(2) == 0)
                list.remove(**leaving);
            listeners.erase(leaving); // which is enough to leave
        }
        QCOMPARE(list.size(), listeners.size());
        list.send(oneTick());
        ++ticks;
        for (const auto &listener : listeners)
            QCOMPARE(listener->batches, ticks);
    }
}

void FanOutTest::membersComeAndGoMeanwhile()
{
    FanOut list;
    Listener first;
    Listener second;
    auto third = std::make_unique<Listener>();
    Listener late;
    list.add(first);
    list.add(second);
    list.add(*third);
    first.onTick = [&] {
        list.remove(first);
        third.reset();
        list.add(late);
        list.send(oneTick()); // a walk within a walk
    };
    list.send(oneTick());
    QCOMPARE(first.batches, 1);
    QCOMPARE(second.batches, 2);
    QCOMPARE(late.batches, 1); // it came while the outer walk was on
    QCOMPARE(list.size(), std::size_t(2));
    list.send(oneTick());
    QCOMPARE(late.batches, 2);
    list.remove(first); // it is not in it
    QCOMPARE(list.size(), std::size_t(2));
}

void FanOutTest::listGoesFirst()
{
    Listener listener;
    {
        FanOut list;
        list.add(listener);
    }
    QVERIFY(!listener.isMember());
}

/// Ticks and messages at random, a kernel that takes what it likes: everything arrives once and in order.
void FanOutTest::orderIsKeptWhateverHappens()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        QRandomGenerator random(seed);
        Bench bench;
        const auto socket = bench.joinSocket();
        QByteArrayList expected;
        int next = 0;
        for (int step = 0; step < 100; ++step) {
            switch (random.bounded(5)) {
            case 0:
            case 1: {
                const int count = random.bounded(1, 4);
                if (random.bounded(3) == 0)
                    socket->fastPathTakes = random.bounded(20 * count);
                bench.server.of().emitTicks(tickEvent, prices(next, count));
                expected += tickTexts(next, count);
                next += count;
                break;
            }
            case 2:
                bench.server.of().emitEvent(QStringLiteral("m"), SocketIoArguments().addJson(QByteArray::number(step)));
                expected.append("42[\"m\"," + QByteArray::number(step) + ']');
                break;
            case 3:
                socket->drain();
                break;
            case 4:
                socket->stuck = true;
                break;
            }
        }
        socket->drain();
        QCOMPARE(socket->takeTexts(), expected);
        QCOMPARE(bench.server.clients().first().ticksSent, quint64(next));
    }
}

TICKER_TEST(FanOutTest)
#include "tst_fan_out.moc"
