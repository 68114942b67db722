// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/live_market.h"
#include "quotes/market_teller.h"
#include "ticker_test.h"

#include <algorithm>
#include <limits>

using namespace ticker;

namespace {

constexpr quint64 seed = 42;
constexpr qint64 startMs = 1'795'377'208'000;
constexpr qint64 tickMs = 50;

/// So many instruments that all trade in each tick.
MarketSpec wideMarket(int instruments)
{
    MarketSpec spec;
    for (int i = 0; i < instruments; ++i) {
        Instrument instrument;
        instrument.symbol = QStringLiteral("SYM%1").arg(i);
        spec.instruments.push_back(instrument);
    }
    return spec;
}

/// A market with a teller, and a window that keeps what it is told.
struct Bench final
{
    explicit Bench(const MarketSpec &spec = wideMarket(3), const MarketTeller::Limits &limits = {})
        : market(std::make_unique<LiveMarket>(spec, seed)), teller(limits)
    {
    }

    void advance(int ticks = 1)
    {
        for (int i = 0; i < ticks; ++i)
            market->advance(startMs + tickMs * qint64(market->seq()));
    }
    MarketNews tell()
    {
        const auto news = teller.tell(*market, tape);
        if (!news)
            qFatal("no news");
        for (const ChartedPrices &charted : news->charted) {
            QList<PricePoint> &known = points[charted.symbol];
            if (charted.isAnew)
                known.clear();
            known = charted.earlier + known + charted.later;
        }
        return *news;
    }
    /// Tells until all of the past was told.
    void tellAll()
    {
        tell();
        while (teller.readPast(*market, tape)) { }
        advance(); // so that there is something to tell
        tell();
    }
    /// The whole line, as the history has it.
    [[nodiscard]] QList<PricePoint> truth(int instrument) const
    {
        QList<PricePoint> line;
        const PriceGrid &grid = market->board().grid(instrument);
        for (auto walk = market->history().tradesFrom(instrument, 1); const auto trade = walk.next();)
            line.append({trade->timeMs, grid.toDouble(trade->price)});
        return line;
    }

    quint64 tape = 1;
    std::unique_ptr<LiveMarket> market;
    MarketTeller teller;
    QHash<QString, QList<PricePoint>> points;
};

} // namespace

class TestMarketTeller final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEverythingFirst();
    void tellsOnlyWhatChanged();
    void tellsWhatIsHalted();
    void tellsNothingTwice();
    void beginsAnewWithAnotherTape();
    void theChartBeginsWithItsHistory();
    void thePastComesInSteps();
    void whatWasMissedIsToldAsThePast();
    void manyAtOnceAreThinned();
    void anInstrumentThatLeftBeginsAnew();
    void unknownSymbolsMayComeYet();
    void noMoreThanEight();
    void thinningKeepsTheExtremes();
};

void TestMarketTeller::tellsEverythingFirst()
{
    Bench bench(builtInMarket());
    const MarketNews still = bench.tell();
    QCOMPARE(still.instruments.size(), qsizetype(bench.market->spec().instruments.size()));
    QCOMPARE(still.instruments.first(), (InstrumentInfo{QStringLiteral("ACME"), still.instruments.first().name, 0}));
    QVERIFY(!still.instruments.first().name.isEmpty());
    QCOMPARE(still.prices.size(), 0); // nothing has traded
    QCOMPARE(still.timeMs, 0);

    bench.advance();
    const MarketNews moved = bench.tell();
    QVERIFY(moved.instruments.isEmpty());
    QCOMPARE(moved.timeMs, startMs);
    const auto &quotes = bench.market->tick().quotes;
    QCOMPARE(moved.prices.size(), qsizetype(quotes.size()));
    for (qsizetype i = 0; i < moved.prices.size(); ++i) {
        const Quote &quote = quotes[std::size_t(i)];
        const PriceGrid &grid = bench.market->board().grid(quote.instrument);
        const InstrumentPrice expected{quote.instrument,
                                       grid.toDouble(quote.price),
                                       grid.toDouble(quote.previous),
                                       grid.toDouble(quote.open),
                                       grid.toDouble(quote.high),
                                       grid.toDouble(quote.low),
                                       quote.size,
                                       1,
                                       false};
        QCOMPARE(moved.prices.at(i), expected);
    }
}

void TestMarketTeller::tellsOnlyWhatChanged()
{
    MarketSpec spec = wideMarket(3);
    spec.instruments[1].activity = 1e-9; // never within this test
    Bench bench(spec);
    bench.advance(10);
    bench.tell();
    bench.advance(10);
    const MarketNews news = bench.tell();
    QCOMPARE(news.prices.size(), 2);
    QCOMPARE(news.prices.at(0).instrument, 0);
    QCOMPARE(news.prices.at(1).instrument, 2);
    QCOMPARE(news.prices.at(1).ticks, 20);
}

void TestMarketTeller::tellsWhatIsHalted()
{
    Bench bench;
    bench.advance();
    bench.tell();
    QVERIFY(bench.market->act({MarketAction::Kind::Halt, QStringLiteral("SYM1"), 0}));
    bench.advance();
    const MarketNews news = bench.tell();
    QCOMPARE(news.prices.size(), 3);
    QVERIFY(!news.prices.at(0).halted);
    QVERIFY(news.prices.at(1).halted);
    QCOMPARE(news.prices.at(1).ticks, 1);
}

void TestMarketTeller::tellsNothingTwice()
{
    Bench bench;
    bench.teller.setCharted({QStringLiteral("SYM0")});
    bench.advance(20);
    bench.tell();
    QVERIFY(!bench.teller.tell(*bench.market, bench.tape));
    bench.advance();
    QVERIFY(bench.teller.tell(*bench.market, bench.tape));
    QVERIFY(!bench.teller.tell(*bench.market, bench.tape));
}

void TestMarketTeller::beginsAnewWithAnotherTape()
{
    Bench bench;
    bench.teller.setCharted({QStringLiteral("SYM0")});
    bench.advance(100);
    bench.tell();
    bench.market = std::make_unique<LiveMarket>(wideMarket(3), seed + 1);
    bench.tape = 2;
    bench.advance(5);
    const MarketNews news = bench.tell();
    QCOMPARE(news.tape, 2);
    QCOMPARE(news.instruments.size(), 3);
    QCOMPARE(news.prices.size(), 3);
    QCOMPARE(news.charted.size(), 1);
    QVERIFY(news.charted.first().isAnew);
    QCOMPARE(news.charted.first().later, bench.truth(0));
}

void TestMarketTeller::theChartBeginsWithItsHistory()
{
    Bench bench;
    bench.advance(300);
    bench.tell();
    bench.teller.setCharted({QStringLiteral("SYM1")});
    QCOMPARE(bench.tell().charted.size(), 1);
    QCOMPARE(bench.points.value(QStringLiteral("SYM1")), bench.truth(1));
}

void TestMarketTeller::thePastComesInSteps()
{
    Bench bench(wideMarket(3), {.firstTrades = 100, .pastTrades = 250, .latestTrades = 4000, .latestPoints = 512});
    bench.teller.setCharted({QStringLiteral("SYM0"), QStringLiteral("SYM2")});
    bench.advance(2000);
    const MarketNews first = bench.tell();
    QCOMPARE(first.charted.size(), 2);
    for (const ChartedPrices &charted : first.charted) {
        QVERIFY(charted.isAnew);
        QCOMPARE(charted.later.size(), 100);
    }
    int steps = 1;
    while (bench.teller.readPast(*bench.market, bench.tape)) {
        ++steps;
        if (steps % 3 == 0)
            bench.advance(); // ticks go on meanwhile
        if (steps % 4 == 0)
            bench.tell();
    }
    QCOMPARE_GE(steps, 2 * 1900 / 250);
    bench.advance();
    bench.tell();
    QCOMPARE(bench.points.value(QStringLiteral("SYM0")), bench.truth(0));
    QCOMPARE(bench.points.value(QStringLiteral("SYM2")), bench.truth(2));
    QVERIFY(!bench.teller.readPast(*bench.market, bench.tape));
}

void TestMarketTeller::whatWasMissedIsToldAsThePast()
{
    Bench bench(wideMarket(1), {.firstTrades = 50, .pastTrades = 500, .latestTrades = 100, .latestPoints = 512});
    bench.teller.setCharted({QStringLiteral("SYM0")});
    bench.advance(60);
    bench.tellAll();
    bench.advance(1000); // while nobody looked
    const MarketNews news = bench.tell();
    QVERIFY(news.charted.first().isAnew);
    QCOMPARE(news.charted.first().later.size(), 100);
    while (bench.teller.readPast(*bench.market, bench.tape)) { }
    bench.advance();
    bench.tell();
    QCOMPARE(bench.points.value(QStringLiteral("SYM0")), bench.truth(0));
}

void TestMarketTeller::manyAtOnceAreThinned()
{
    Bench bench(wideMarket(1));
    bench.teller.setCharted({QStringLiteral("SYM0")});
    bench.advance(10);
    bench.tell();
    bench.advance(3000);
    const MarketNews news = bench.tell();
    QVERIFY(!news.charted.first().isAnew);
    QCOMPARE_LE(news.charted.first().later.size(), MarketTeller::Limits().latestPoints);
    QCOMPARE_GE(news.charted.first().later.size(), MarketTeller::Limits().latestPoints / 2);
    QCOMPARE(news.charted.first().later.last(), bench.truth(0).last());
}

void TestMarketTeller::anInstrumentThatLeftBeginsAnew()
{
    Bench bench;
    bench.teller.setCharted({QStringLiteral("SYM0"), QStringLiteral("SYM1")});
    bench.advance(10);
    bench.tell();
    bench.teller.setCharted({QStringLiteral("SYM1")});
    bench.teller.setCharted({QStringLiteral("SYM1"), QStringLiteral("SYM0")});
    bench.advance();
    const MarketNews news = bench.tell();
    QCOMPARE(news.charted.size(), 2);
    QVERIFY(!news.charted.at(0).isAnew); // has stayed
    QVERIFY(news.charted.at(1).isAnew);
    QCOMPARE(news.charted.at(1).later, bench.truth(0));
}

void TestMarketTeller::unknownSymbolsMayComeYet()
{
    Bench bench;
    bench.teller.setCharted({QStringLiteral("NONE")});
    bench.advance(10);
    QVERIFY(bench.tell().charted.isEmpty());
    QVERIFY(!bench.teller.readPast(*bench.market, bench.tape));
}

void TestMarketTeller::noMoreThanEight()
{
    Bench bench(wideMarket(20));
    QStringList symbols;
    for (int i = 0; i < 20; ++i)
        symbols.append(QStringLiteral("SYM%1").arg(i));
    bench.teller.setCharted(symbols);
    bench.advance();
    QCOMPARE(bench.tell().charted.size(), MarketNews::mostCharted);
}

void TestMarketTeller::thinningKeepsTheExtremes()
{
    QList<PricePoint> points;
    for (int i = 0; i < 1000; ++i)
        points.append({i, double(i % 7)});
    points[500].price = 99;
    points[501].price = -99;
    const QList<PricePoint> kept = thinned(points, 100);
    QCOMPARE_LE(kept.size(), 100);
    QCOMPARE(kept.first(), points.first());
    QCOMPARE(kept.last(), points.last());
    QVERIFY(kept.contains(points.at(500)));
    QVERIFY(kept.contains(points.at(501)));
    QVERIFY(std::ranges::is_sorted(kept, {}, &PricePoint::timeMs));
    QCOMPARE(thinned(points, 1000), points);
}

TICKER_CORE_TEST(TestMarketTeller)
#include "tst_market_teller.moc"
