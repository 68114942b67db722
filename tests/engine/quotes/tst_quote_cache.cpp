// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand_made_market.h"
#include "packets/mergeable_tick.h"
#include "quotes/quote_message.h"
#include "subscriptions/resolve_symbols.h"
#include "ticker_test.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace ticker;
using Trades = QList<std::pair<QByteArray, quint64>>;

namespace {

SymbolSet setOf(const QList<int> &places)
{
    SymbolSet set;
    for (const int place : places)
        set.insert(place);
    return set;
}

} // namespace

/// The newest quotes, and the messages that are made of them.
class QuoteCacheTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beforeTheFirstTick();
    void newestStays();
    void textIsMadeOnce();
    void decimals();
    void numbersBeyondDoubles();
    void symbolsAreEscaped();
    void everyInstrument();
    void appendsTrades();
    void messages();
    void objects();
    void events();

    // Symbols
    void resolves();
    void resolvesAllOrNothing();
};

void QuoteCacheTest::beforeTheFirstTick()
{
    HandMadeMarket market;
    QCOMPARE(market.cache.seq(), quint64(0));
    QCOMPARE(market.cache.timeMs(), qint64(0));
    QVERIFY(market.cache.changed().isEmpty());
    QCOMPARE(market.cache.all().size(), 3);
    QCOMPARE(snapshotMessage(market.cache, market.cache.all(), market.cache.all(), {{}, 0}),
             HandMadeMarket::snapshotText(R"(["ACME","BOLT","COMET"])", 0, {}));
}

void QuoteCacheTest::newestStays()
{
    HandMadeMarket market;
    market.trade({0, 2});
    market.trade({0});
    QCOMPARE(market.cache.changed(), setOf({0}));
    QCOMPARE(market.cache.quote(0).price, qint64(2));
    QCOMPARE(market.cache.quote(1).size, quint32(0));
    QCOMPARE(market.cache.quote(2).price, qint64(1));
    QByteArray text;
    market.cache.appendQuotes(text, market.cache.all());
    QCOMPARE(text, ',' + HandMadeMarket::quotesText(2, Trades{{"ACME", 2}, {"COMET", 1}}));
    market.trade({});
    QVERIFY(market.cache.changed().isEmpty());
    QCOMPARE(market.cache.seq(), quint64(3));
    QCOMPARE(market.cache.lastTraded(setOf({0, 2})), quint64(2));
    QCOMPARE(market.cache.lastTraded(setOf({2})), quint64(1));
    QCOMPARE(market.cache.lastTraded(setOf({1})), quint64(0));
}

void QuoteCacheTest::textIsMadeOnce()
{
    HandMadeMarket market;
    market.trade({0});
    const QByteArray shared = market.cache.quoteText(0);
    QCOMPARE(static_cast<const void *>(market.cache.quoteText(0).constData()),
             static_cast<const void *>(shared.constData()));
    QCOMPARE(shared, HandMadeMarket::quoteText("ACME", 1));
    market.trade({0});
    QCOMPARE(shared, HandMadeMarket::quoteText("ACME", 1)); // whoever has it keeps it
    QCOMPARE(market.cache.quoteText(0), HandMadeMarket::quoteText("ACME", 2));
}

void QuoteCacheTest::decimals()
{
    MarketSpec spec = HandMadeMarket::specOf({QStringLiteral("EUR")});
    spec.instruments.front().grid = PriceGrid(2, 5);
    QuoteCache cache(spec, HandMadeMarket::tape);
    cache.take({1, {{0, Side::Buy, 4'000'000'000U, 1230, 1225, 1200, 100'005, 5}}}, 7);
    QCOMPARE(cache.quoteText(0),
             QByteArray(R"({"symbol":"EUR","price":12.30,"previous":12.25,"size":4000000000,)"
                        R"("open":12.00,"high":1000.05,"low":0.05})"));
}

/// No number goes through a double on its way, which would round it.
void QuoteCacheTest::numbersBeyondDoubles()
{
    for (const quint64 seq : {(1ULL << 53) - 1, 1ULL << 53, (1ULL << 53) + 1, std::numeric_limits<quint64>::max()}) {
        QuoteCache cache(HandMadeMarket::specOf({QStringLiteral("ACME")}), HandMadeMarket::tape);
        cache.take({seq, {HandMadeMarket::quoteAt(0, 7)}}, HandMadeMarket::wallTime);
        QByteArray text;
        cache.appendQuotes(text, cache.all());
        QCOMPARE(text, ',' + HandMadeMarket::quotesText(seq, Trades{{"ACME", 7}}));
    }
}

void QuoteCacheTest::symbolsAreEscaped()
{
    const QString symbol = QStringLiteral("\"\\\n\u20ac");
    HandMadeMarket market({symbol});
    market.trade({0});
    const QByteArray message = snapshotMessage(market.cache, market.cache.all(), market.cache.all());
    const QJsonObject object = QJsonDocument::fromJson(message).object();
    QCOMPARE(object.value(QStringLiteral("symbols")).toArray().first().toString(), symbol);
    const QJsonArray quotes = object.value(QStringLiteral("quotes")).toArray();
    QCOMPARE(quotes.first().toObject().value(QStringLiteral("symbol")).toString(), symbol);
}

void QuoteCacheTest::everyInstrument()
{
    QStringList symbols;
    QList<int> places;
    Trades trades;
    for (int i = 0; i < MarketSpec::mostInstruments; ++i) {
        symbols.append(QStringLiteral("S%1").arg(i));
        places.append(i);
        trades.append({symbols.last().toUtf8(), 1});
    }
    HandMadeMarket market(symbols);
    market.trade(places);
    QCOMPARE(market.cache.changed(), market.cache.all());
    QCOMPARE(market.cache.all().size(), int(MarketSpec::mostInstruments));
    QCOMPARE(tickMessage(market.cache, {market.cache.all(), 0, 0, 1, 1}), HandMadeMarket::tickText(1, trades));
    QCOMPARE(market.cache.find(QStringLiteral("S499")), std::optional(499));
    QVERIFY(!market.cache.find(QStringLiteral("S500")));
    QVERIFY(!market.cache.find(QString()));
}

void QuoteCacheTest::appendsTrades()
{
    HandMadeMarket market;
    QByteArray text;
    market.cache.appendTrade(text, {7, 1, 636, 12, 40, 0});
    market.cache.appendTrade(text, {7, 1, 5, 4, 1, 2});
    QCOMPARE(text,
             QByteArray(R"({"symbol":"ACME","price":636,"previous":12,"size":40},)"
                        R"({"symbol":"COMET","price":5,"previous":4,"size":1})"));
    QCOMPARE(missedTickMessage(7, 5, 8, text),
             "{\"type\":\"tick\",\"seq\":7,\"after\":5,\"time\":8,\"quotes\":[" + text + "]}");
}

void QuoteCacheTest::messages()
{
    HandMadeMarket market;
    market.trade({0, 1});
    market.trade({1});
    const SymbolSet two = setOf({0, 1});
    QCOMPARE(tickMessage(market.cache, {two, 0, 1, 2, 2}), HandMadeMarket::tickText(2, {{"ACME", 1}, {"BOLT", 2}}));
    QCOMPARE(tickMessage(market.cache, {setOf({1}), 3, 0, 1, 2}), HandMadeMarket::tickText(2, {{"BOLT", 2}}, 3, 0));
    QCOMPARE(snapshotMessage(market.cache, two, setOf({0, 2}), {{}, 2}),
             HandMadeMarket::snapshotText(R"(["ACME","BOLT"])", 2, {{"ACME", 1}}));
    QCOMPARE(subscribedMessage(market.cache, two, {2, 1}),
             QByteArray(R"({"type":"subscribed","symbols":["ACME","BOLT"],"after":2,"last":1})"));
    QCOMPARE(subscribedMessage(market.cache, {}, {}), QByteArray(R"({"type":"subscribed","symbols":[]})"));
    QCOMPARE(maxRateMessage(0), QByteArray(R"({"type":"max_rate","max_rate":0})"));
    QCOMPARE(maxRateMessage(0.5), QByteArray(R"({"type":"max_rate","max_rate":0.5})"));
    QCOMPARE(gapMessage(market.cache, 1), QByteArray(R"({"type":"gap","tape":"0tape","from":1,"to":2})"));
}

void QuoteCacheTest::objects()
{
    HandMadeMarket market;
    market.trade({0});
    QCOMPARE(quotesObject(market.cache, {setOf({0}), 0, 0, 1, 1}),
             "{\"simulated\":true," + HandMadeMarket::quotesText(1, {{"ACME", 1}}, {0, {}}) + '}');
    QCOMPARE(quotesObject(market.cache, {setOf({0}), 2, 0, 1, 1}),
             "{\"simulated\":true," + HandMadeMarket::quotesText(1, {{"ACME", 1}}, {0, {}}) + ",\"merged\":2}");
    QCOMPARE(snapshotObject(market.cache, setOf({0}), setOf({0})),
             "{\"tape\":\"0tape\",\"symbols\":[\"ACME\"]," + HandMadeMarket::quotesText(1, {{"ACME", 1}}) + '}');
    QCOMPARE(subscribedObject(market.cache, setOf({2}), {}), QByteArray(R"({"symbols":["COMET"]})"));
}

void QuoteCacheTest::events()
{
    QCOMPARE(eventText(18'446'744'073'709'551'615U, "{}"), QByteArray("id: 18446744073709551615\ndata: {}\n\n"));
}

void QuoteCacheTest::resolves()
{
    const HandMadeMarket market;
    QCOMPARE(*resolveSymbols({true, {}}, market.cache), market.cache.all());
    const SymbolChoice some{false, {QStringLiteral("COMET"), QStringLiteral("ACME"), QStringLiteral("COMET")}};
    QCOMPARE(*resolveSymbols(some, market.cache), setOf({0, 2}));
    QVERIFY(resolveSymbols({}, market.cache)->isEmpty());
}

void QuoteCacheTest::resolvesAllOrNothing()
{
    const HandMadeMarket market;
    const auto set = resolveSymbols({false, {QStringLiteral("ACME"), QStringLiteral("acme")}}, market.cache);
    QVERIFY(!set);
    QCOMPARE(set.error().code, FeedError::Code::UnknownSymbol);
    QCOMPARE(set.error().quote, QStringLiteral("acme"));
}

TICKER_TEST(QuoteCacheTest)
#include "tst_quote_cache.moc"
