// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes_bench.h"
#include "ticker_test.h"

#include <algorithm>
#include <memory>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

/// Room for a few ticks of each kind.
Limits tight()
{
    Limits limits;
    limits.maxUnsentBytes = 1000;
    return limits;
}

QByteArray statusEvent(const QByteArray &state, quint64 seq, const QByteArray &symbols = {})
{
    return "42[\"status\"," + HandMadeMarket::statusObject(state, seq, symbols) + ']';
}

} // namespace

/// Subscribers over Socket.IO that are slow, leave, or find another market.
class SocketIoQuoteClientsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Slow clients
    void bothKindsOfConflatedTicksArrive();
    void nothingOfWhatWasLeftFollows();
    void everyTickCountsOnce_data();
    void everyTickCountsOnce();

    // The end, and another market
    void clientLeaves();
    void clientLeavesTheNamespace();
    void subscriptionThatEndsTheClient();
    void clientLeavesWhileSentTo();
    void anotherMarket();
    void statesBehindASnapshotAreNotOlder();
    void pricesOfAnotherMarket();
    void pricesGoBeforeWhatIsNewer();
    void quotesGoFirst();
};

/// The headline and the quotes are held apart, and the newest of each is kept.
void SocketIoQuoteClientsTest::bothKindsOfConflatedTicksArrive()
{
    QuotesBench all(tight());
    const auto socket = all.join(R"("*")");
    socket->stuck = true;
    for (int i = 1; i <= 100; ++i) {
        all.bench.tick(i);
        all.tick({i % 2});
    }
    all.tick({2});
    all.tick({0});
    socket->drain();
    const auto texts = socket->takeTexts();
    QVERIFY(texts.size() < 30);
    const auto last = texts.last(2);
    const auto quotes = std::count_if(texts.cbegin(), texts.cend(),
                                      [](const QByteArray &text) { return text.startsWith("42[\"quotes\""); });
    QVERIFY(last.contains(Bench::tickText(100)));
    QVERIFY(
        last.contains(QuotesBench::quotesText(102, {{"ACME", 102}, {"BOLT", 99}, {"COMET", 101}}, 102 - int(quotes))));
    QVERIFY(all.row().ticksSent < quint64(texts.size()));
    // A hundred prices; BOLT alone traded in fifty ticks, COMET in one.
    QCOMPARE(all.row().ticksSent + all.row().ticksMerged, quint64(151));
}

void SocketIoQuoteClientsTest::nothingOfWhatWasLeftFollows()
{
    QuotesBench all(tight());
    const auto socket = all.join(R"("*")");
    socket->stuck = true;
    for (int i = 1; i <= 100; ++i) {
        all.bench.tick(i);
        all.tick({0, 1});
    }
    socket->text(R"(42["unsubscribe","*"])");
    socket->drain();
    const auto texts = socket->takeTexts();
    QVERIFY(texts.at(texts.size() - 2).startsWith(R"(42["subscribed",{"symbols":[],"after":)"));
    QCOMPARE(texts.last(), Bench::tickText(100));
    QCOMPARE(all.row().ticksSent + all.row().ticksMerged, quint64(100));
}

void SocketIoQuoteClientsTest::everyTickCountsOnce_data()
{
    QTest::addColumn<QByteArray>("symbol");
    QTest::addColumn<bool>("isHeadline");
    QTest::addRow("of which the price tells") << QByteArray("ACME") << true;
    QTest::addRow("of which quotes alone tell") << QByteArray("COMET") << false;
}

void SocketIoQuoteClientsTest::everyTickCountsOnce()
{
    QFETCH(QByteArray, symbol);
    QFETCH(bool, isHeadline);
    QuotesBench all(tight());
    const auto socket = all.bench.joinSocket();
    socket->text("42[\"subscribe\",[\"" + symbol + "\"],{\"max_rate\":50}]");
    socket->frames.clear();
    for (int round = 0; round < 10; ++round) {
        socket->stuck = round % 2 == 0;
        if (!socket->stuck)
            socket->drain();
        for (int i = 0; i < 100; ++i) {
            if (isHeadline)
                all.bench.tick(i);
            all.tick({isHeadline ? 0 : 2});
            all.bench.pass(5ms);
        }
    }
    socket->drain();
    all.bench.pass(1s);
    const QByteArrayList texts = socket->takeTexts();
    const QByteArray counted = isHeadline ? "42[\"stock price update\"" : "42[\"quotes\"";
    QCOMPARE(all.row().ticksSent, quint64(std::count_if(texts.cbegin(), texts.cend(), [&](const QByteArray &text) {
                 return text.startsWith(counted);
             })));
    QCOMPARE(all.row().ticksSent + all.row().ticksMerged, quint64(1000));
}

void SocketIoQuoteClientsTest::clientLeaves()
{
    QuotesBench all;
    const auto gone = all.bench.joinSocket();
    gone->text(R"(42["subscribe","*",{"max_rate":1}])");
    const auto stays = all.join(R"("*")");
    all.tick();
    all.tick();
    gone->vanish();
    gone->frames.clear();
    all.tick();
    all.bench.pass(5s);
    QVERIFY(gone->destroyed);
    QVERIFY(gone->frames.isEmpty());
    QCOMPARE(stays->takeTexts().size(), 3);
}

void SocketIoQuoteClientsTest::clientLeavesTheNamespace()
{
    QuotesBench all;
    const auto socket = all.bench.joinSocket();
    socket->text(R"(42["subscribe","*",{"max_rate":1}])");
    all.tick();
    all.tick();
    socket->text("41");
    socket->frames.clear();
    all.tick();
    all.bench.pass(5s);
    QVERIFY(socket->frames.isEmpty());
    QVERIFY(socket->isOpen());
    socket->text("40");
    socket->frames.clear();
    all.tick();
    QVERIFY(socket->frames.isEmpty()); // it begins anew
}

/// The rate that it asks for delivers what was held back, which is too much. What becomes of it must not be remembered.
void SocketIoQuoteClientsTest::subscriptionThatEndsTheClient()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::Disconnect;
    QuotesBench all(limits);
    const auto socket = all.join(R"("*")");
    socket->stuck = true;
    for (int i = 0; i < 4; ++i)
        all.tick({0});
    QVERIFY(socket->isOpen());
    socket->text(R"(42["subscribe",[],{"max_rate":0.01}])");
    all.tick({0});
    all.tick({0, 1, 2});
    QVERIFY(socket->isOpen());
    socket->text(R"(42["subscribe","BOLT",{"max_rate":0}])");
    QVERIFY(socket->aborted);
    all.bench.pass(1s);
    QVERIFY(socket->destroyed);
    HandMadeMarket other({QStringLiteral("DYNE")});
    all.quotes.setCache(other.cache); // greets those who have subscribed
    all.tick({0, 1});
}

/// Its end is found out by sending, in the midst of the others.
void SocketIoQuoteClientsTest::clientLeavesWhileSentTo()
{
    Limits limits = tight();
    limits.slowClients = SlowClientPolicy::Disconnect;
    QuotesBench all(limits);
    const auto first = all.join(R"("ACME")");
    const auto slow = all.join(R"("ACME")");
    const auto alone = all.join(R"(["ACME","BOLT"])");
    const auto last = all.join(R"("ACME")");
    slow->stuck = true;
    alone->stuck = true;
    for (int i = 0; i < 50; ++i)
        all.tick();
    QVERIFY(slow->aborted && alone->aborted);
    QCOMPARE(first->takeTexts().size(), 50);
    QCOMPARE(last->takeTexts().size(), 50);
    QCOMPARE(all.bench.sessions(), std::size_t(2));
}

void SocketIoQuoteClientsTest::anotherMarket()
{
    QuotesBench all(tight());
    const auto plain = all.bench.joinSocket();
    const auto some = all.join(R"(["COMET","BOLT"])");
    const auto everything = all.join(R"("*")");
    some->stuck = true;
    for (int i = 0; i < 20; ++i)
        all.tick({0, 1, 2});
    everything->frames.clear();
    HandMadeMarket other({QStringLiteral("COMET"), QStringLiteral("DYNE")});
    all.quotes.setCache(other.cache);
    QVERIFY(plain->frames.isEmpty());
    QCOMPARE(everything->takeTexts(),
             (QByteArrayList{statusEvent("changed", 0),
                             "42[\"snapshot\"," + QuotesBench::stateText(R"(["COMET","DYNE"])", 0, {}) + ']'}));
    some->drain();
    QCOMPARE(some->takeTexts().last(3),
             (QByteArrayList{statusEvent("changed", 0),
                             "42[\"snapshot\"," + QuotesBench::stateText(R"(["COMET"])", 0, {}) + ']',
                             statusEvent("gone", 0, R"(["BOLT"])")}));
    other.trade({0, 1});
    all.quotes.collectTick();
    all.quotes.sendTicks();
    QCOMPARE(some->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"COMET", 1}})});
    QCOMPARE(everything->takeTexts(), QByteArrayList{QuotesBench::quotesText(1, {{"COMET", 1}, {"DYNE", 1}})});
    // What was missing comes back.
    all.quotes.setCache(all.market.cache);
    QCOMPARE(
        some->takeTexts(),
        (QByteArrayList{statusEvent("changed", 20),
                        "42[\"snapshot\","
                            + QuotesBench::stateText(R"(["BOLT","COMET"])", 20, {{"BOLT", 20}, {"COMET", 20}}) + ']'}));
    some->vanish();
    everything->vanish();
}

/// With clients that have subscribed, and ticks that are held for them.
/// The same of the plain feed: tst_late_snapshots.
void SocketIoQuoteClientsTest::statesBehindASnapshotAreNotOlder()
{
    const auto status = [](const QByteArray &object) { return "42[\"status\"," + object + ']'; };
    SymbolSet bolt;
    bolt.insert(1);
    SymbolSet both = bolt;
    both.insert(0);
    QuotesBench all;
    const auto socket = all.join(R"(["BOLT"])");
    socket->text(R"(42["heartbeat",1])");
    socket->stuck = true;
    all.tick({1});
    socket->frames.clear();
    socket->text(R"(42["subscribe",["ACME"]])");
    all.bench.pass(1s);
    all.market.cache.setState({MarketState::Kind::Paused, {}});
    all.quotes.tellMarketState();
    all.market.cache.setState({});
    all.quotes.tellMarketState();
    all.quotes.tellTrading({both, {}});
    all.market.cache.setHalted(bolt); // ACME trades again
    socket->drain();
    QByteArrayList texts = socket->takeTexts();
    const QByteArray snapshot = texts.takeFirst();
    QVERIFY2(snapshot.startsWith("42[\"snapshot\",") && !snapshot.contains("paused"), snapshot.constData());
    const QByteArray heartbeat = texts.takeFirst();
    QVERIFY2(heartbeat.startsWith("42[\"heartbeat\","), heartbeat.constData());
    QVERIFY2(heartbeat.endsWith(",\"halted\":[\"BOLT\"]}]"), heartbeat.constData());
    QCOMPARE(texts,
             (QByteArrayList{status(HandMadeMarket::statusObject("running", 1)),
                             status(HandMadeMarket::statusObject("running", 1)),
                             status(HandMadeMarket::statusObject("halted", 1, R"(["BOLT"])"))}));
}

/// Those that are kept apart would come behind the new market's snapshot.
void SocketIoQuoteClientsTest::pricesOfAnotherMarket()
{
    QuotesBench all(tight());
    const auto socket = all.join(R"("*")");
    socket->stuck = true;
    for (int i = 1; i <= 100; ++i) {
        all.bench.tick(i);
        all.tick({0});
    }
    HandMadeMarket other({QStringLiteral("ACME")});
    all.bench.server.of().dropConflatedTicks();
    all.quotes.setCache(other.cache);
    socket->drain();
    const auto texts = socket->takeTexts();
    QVERIFY2(texts.last().startsWith("42[\"snapshot\""), texts.last().constData());
    QVERIFY(!texts.contains(Bench::tickText(100)));
    const ClientRow row = all.row();
    QCOMPARE(row.ticksSent + row.ticksMerged, quint64(100));
    all.bench.tick(101);
    QCOMPARE(socket->takeTexts(), QByteArrayList{Bench::tickText(101)});
}

/// A price cannot be made anew when it leaves, as a snapshot is; but it stays with its market.
void SocketIoQuoteClientsTest::pricesGoBeforeWhatIsNewer()
{
    QuotesBench all;
    const auto socket = all.join(R"(["BOLT"])");
    socket->stuck = true;
    all.bench.tick(1);
    socket->frames.clear();
    socket->text(R"(42["subscribe",["ACME"]])");
    all.bench.tick(2);
    socket->text(R"(42["heartbeat",60])");
    all.bench.tick(3);
    HandMadeMarket other({QStringLiteral("ACME")});
    all.quotes.setCache(other.cache);
    all.bench.tick(4);
    all.bench.tick(5);
    socket->drain();
    QStringList kinds;
    for (const QByteArray &text : socket->takeTexts())
        kinds.append(QString::fromLatin1(text.startsWith("42[\"stock") ? text.split(',').last().chopped(1)
                                                                       : text.split('"').value(1)));
    QCOMPARE(kinds.join(QLatin1Char(' ')), QStringLiteral("2 3 snapshot heartbeat status 4 5 snapshot status"));
}

void SocketIoQuoteClientsTest::quotesGoFirst()
{
    HandMadeMarket market;
    Bench bench(tight());
    auto quotes = std::make_unique<SocketIoQuotes>(bench.server.of(), bench.deadlines,
                                                   [] { return HandMadeMarket::wallTime; });
    quotes->setCache(market.cache);
    const auto socket = bench.joinSocket();
    socket->text(R"(42["subscribe","*",{"max_rate":1}])");
    const auto slow = bench.joinSocket();
    slow->text(R"(42["subscribe","*"])");
    slow->stuck = true;
    for (int i = 0; i < 20; ++i) {
        market.trade({0, 1, 2});
        quotes->collectTick();
        quotes->sendTicks();
    }
    quotes.reset();
}

TICKER_TEST(SocketIoQuoteClientsTest)
#include "tst_socketio_quote_clients.moc"
