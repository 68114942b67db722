// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feed_bench.h"
#include "quotes_bench.h"
#include "ticker_test.h"

#include <utility>

using namespace ticker;
using namespace std::chrono_literals;

namespace {

QByteArray eventOf(const QByteArray &json)
{
    return "data: " + json + "\n\n";
}

QByteArray socketIoEvent(const QByteArray &object)
{
    return "42[\"status\"," + object + ']';
}

MarketState stateOf(MarketState::Kind kind)
{
    return {kind, {}};
}

TradingChange halted(const QList<int> &places)
{
    return {FeedBench::setOf(places), {}};
}

TradingChange resumed(const QList<int> &places)
{
    return {{}, FeedBench::setOf(places)};
}

} // namespace

/// What clients are told when ticks do not come, or come again.
class StatusesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyHearsOfTheMarket();
    void whyItFailed();
    void laterClientsHearToo();
    void laterClientsHearOfHalts();
    void onlyWhoWantsTheInstrument();
    void quotesOfHaltedInstruments();
    void whoPollsWithSocketIo();
    void clientsThatEndWhenTheyAreTold();
};

void StatusesTest::everybodyHearsOfTheMarket()
{
    FeedBench bench;
    const auto subscribed = bench.join();
    const auto idle = bench.open();
    const auto stream = bench.openStream(FeedBench::streamOf({0}));
    bench.tick();
    for (const auto &[kind, name] :
         {std::pair(MarketState::Kind::Paused, "paused"), std::pair(MarketState::Kind::Running, "running"),
          std::pair(MarketState::Kind::Ended, "ended")}) {
        subscribed->frames.clear();
        idle->frames.clear();
        stream->stream.clear();
        bench.market.cache.setState(stateOf(kind));
        bench.server.tellMarketState();
        const QByteArray text = HandMadeMarket::statusText(name, 1);
        QCOMPARE(subscribed->takeTexts(), QByteArrayList{text});
        QCOMPARE(idle->takeTexts(), QByteArrayList{text});
        QCOMPARE(stream->stream, eventOf(text));
    }
}

void StatusesTest::whyItFailed()
{
    FeedBench bench;
    const auto socket = bench.open();
    socket->frames.clear();
    bench.market.cache.setState({MarketState::Kind::Failed, QStringLiteral("Line 7: \"x\" is no price.")});
    bench.server.tellMarketState();
    QCOMPARE(socket->takeTexts(),
             QByteArrayList{R"({"type":"status","tape":"0tape","state":"failed",)"
                            R"("message":"Line 7: \"x\" is no price.","seq":0,"time":)"
                            + QByteArray::number(HandMadeMarket::wallTime) + '}'});
}

/// Also of an instrument that never traded, to who comes, who comes back and who has missed the status.
void StatusesTest::laterClientsHearOfHalts()
{
    FeedBench bench;
    bench.missedTicks = [](quint64, const SymbolSet &, const FeedServer::Source::Visitor &) { return true; };
    bench.market.cache.setHalted(FeedBench::setOf({0, 2}));
    const auto socket = bench.open();
    QVERIFY(answerTo(*socket, R"({"action":"subscribe","symbols":["ACME","BOLT"]})")
                .endsWith(R"("quotes":[],"halted":["ACME"]})"));
    QVERIFY(answerTo(*socket, R"({"action":"heartbeat","every":1})").endsWith(R"(,"halted":["ACME"]})"));
    const auto stream = bench.openStream(FeedBench::streamOf({0, 1}, 0, 0));
    QVERIFY2(stream->stream.contains(R"({"type":"resumed","tape":"0tape","after":0,"halted":["ACME"]})"),
             stream->stream.constData());
    const auto other = bench.openStream(FeedBench::streamOf({1}, 0, 0));
    QVERIFY(!other->stream.contains("halted"));
}

/// Who comes while the market is paused, and whoever has missed the status.
void StatusesTest::laterClientsHearToo()
{
    FeedBench bench;
    bench.market.cache.setState(stateOf(MarketState::Kind::Paused));
    bench.hello.state = "paused";
    const auto socket = bench.open();
    QVERIFY(socket->takeTexts().first().contains(R"("rate":1,"state":"paused","headline")"));
    QVERIFY(answerTo(*socket, R"({"action":"subscribe","symbols":"*"})").endsWith(R"("quotes":[],"state":"paused"})"));
    QVERIFY(answerTo(*socket, R"({"action":"heartbeat","every":1})").endsWith(R"(,"state":"paused"})"));
    const auto stream = bench.openStream(FeedBench::streamOf({0}));
    QVERIFY(stream->stream.endsWith("\"quotes\":[],\"state\":\"paused\"}\n\n"));
}

void StatusesTest::onlyWhoWantsTheInstrument()
{
    FeedBench bench;
    const auto acme = bench.join(R"(["ACME"])");
    const auto limited = bench.join(R"(["ACME","BOLT"])");
    limited->text(maxRate("1"));
    limited->frames.clear();
    const auto comet = bench.join(R"(["COMET"])");
    const auto idle = bench.open();
    idle->frames.clear();
    const auto stream = bench.openStream(FeedBench::streamOf({1, 2}));
    stream->stream.clear();
    bench.server.tellTrading(halted({0, 1}));
    QCOMPARE(acme->takeTexts(), QByteArrayList{HandMadeMarket::statusText("halted", 0, R"(["ACME"])")});
    QCOMPARE(limited->takeTexts(), QByteArrayList{HandMadeMarket::statusText("halted", 0, R"(["ACME","BOLT"])")});
    QCOMPARE(std::exchange(stream->stream, {}), eventOf(HandMadeMarket::statusText("halted", 0, R"(["BOLT"])")));
    QVERIFY(comet->frames.isEmpty() && idle->frames.isEmpty());
    bench.server.tellTrading(resumed({1, 2}));
    QVERIFY(acme->frames.isEmpty());
    QCOMPARE(comet->takeTexts(), QByteArrayList{HandMadeMarket::statusText("trading", 0, R"(["COMET"])")});
    QCOMPARE(stream->stream, eventOf(HandMadeMarket::statusText("trading", 0, R"(["BOLT","COMET"])")));
}

void StatusesTest::quotesOfHaltedInstruments()
{
    FeedBench bench;
    bench.market.trade({0, 1});
    bench.market.cache.setHalted(FeedBench::setOf({0}));
    const auto socket = bench.open();
    const QByteArray subscribe(R"({"action":"subscribe","symbols":["ACME","BOLT"]})");
    QByteArray acme = HandMadeMarket::quoteText("ACME", 1);
    acme.chop(1);
    QVERIFY(answerTo(*socket, subscribe)
                .endsWith("[" + acme + ",\"state\":\"halted\"}," + HandMadeMarket::quoteText("BOLT", 1)
                          + R"(],"halted":["ACME"]})"));
    bench.market.cache.setHalted({});
    QVERIFY(answerTo(*socket, subscribe).endsWith("[" + acme + "}," + HandMadeMarket::quoteText("BOLT", 1) + "]}"));
}

void StatusesTest::whoPollsWithSocketIo()
{
    QuotesBench all;
    const QByteArray sid = all.bench.joinPolling();
    const QByteArray plain = all.bench.joinPolling();
    all.bench.post(sid, R"(42["subscribe",["ACME"]])");
    all.bench.get(sid);
    all.market.cache.setState(stateOf(MarketState::Kind::Paused));
    all.quotes.tellMarketState();
    all.quotes.tellTrading(halted({0}));
    all.quotes.tellTrading(halted({1}));
    QCOMPARE(all.bench.get(sid)->body().split('\x1e'),
             (QByteArrayList{socketIoEvent(HandMadeMarket::statusObject("paused", 0)),
                             socketIoEvent(HandMadeMarket::statusObject("halted", 0, R"(["ACME"])"))}));
    QVERIFY(all.bench.get(plain)->isPending());
}

void StatusesTest::clientsThatEndWhenTheyAreTold()
{
    Limits limits = roomForFewTicks();
    limits.maxUnsentMessageBytes = 1;
    FeedBench bench(limits);
    QList<std::shared_ptr<FakeSocket>> sockets;
    for (int i = 0; i < 5; ++i)
        sockets.append(bench.join(i == 3 ? R"(["BOLT"])" : R"(["ACME"])"));
    for (const int i : {0, 2, 3})
        sockets.at(i)->stuck = true;
    bench.tick({0, 1});
    bench.server.tellTrading(halted({0}));
    bench.server.tellTrading(halted({0}));
    QCOMPARE(bench.server.clientCount(), std::size_t(3));
    bench.server.tellMarketState();
    bench.server.tellMarketState();
    QCOMPARE(bench.server.clientCount(), std::size_t(2));
    bench.tick({0, 1});
    QVERIFY(sockets.at(1)->takeTexts().last().contains("\"tick\""));
}

TICKER_TEST(StatusesTest)
#include "tst_statuses.moc"
