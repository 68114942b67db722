// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/live_market.h"
#include "quotes/market_update_builder.h"
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

/// A market with a builder, and a window that keeps what it is told.
struct Bench final
{
    explicit Bench(const MarketSpec &spec = wideMarket(3), const MarketUpdateBuilder::Limits &limits = {})
        : market(std::make_unique<LiveMarket>(spec, seed)), builder(limits)
    {
    }

    void advance(int ticks = 1)
    {
        for (int i = 0; i < ticks; ++i)
            market->advance(startMs + tickMs * qint64(market->seq()));
    }
    MarketUpdate build()
    {
        const auto update = builder.build(*market, tape);
        if (!update)
            qFatal("no update");
        for (const ChartedPrices &charted : update->charted) {
            QList<PricePoint> &known = points[charted.symbol];
            if (charted.isAnew)
                known.clear();
            known = charted.earlier + known + charted.later;
        }
        return *update;
    }
    /// Tells until all of the past was told.
    void buildAll()
    {
        build();
        while (builder.readPast(*market, tape)) { }
        advance(); // so that there is something to tell
        build();
    }
    /// What ends before the first tick.
    const PastTicks &givePast() const
    {
        market->takePast(MadePast::of(market->spec(), seed, startMs));
        return market->past();
    }
    /// The whole line, as the history has it.
    [[nodiscard]] QList<PricePoint> truth(int instrument) const
    {
        QList<PricePoint> line;
        const PriceGrid &grid = market->cache().grid(instrument);
        for (auto walk = market->history().tradesFrom(instrument, 1); const auto trade = walk.next();)
            line.append({trade->timeMs, grid.toDouble(trade->price)});
        return line;
    }

    quint64 tape = 1;
    std::unique_ptr<LiveMarket> market;
    MarketUpdateBuilder builder;
    QHash<QString, QList<PricePoint>> points;
};

} // namespace

class MarketUpdateBuilderTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void buildsEverythingFirst();
    void buildsOnlyWhatChanged();
    void buildsWhatIsHalted();
    void buildsNothingTwice();
    void beginsAnewWithAnotherTape();
    void theChartBeginsWithItsHistory();
    void thePastComesInSteps();
    void whatWasGeneratedComesBeforeTheHistory();
    void whatWasGeneratedMayComeLate();
    void forgottenTicksEndTheLine();
    void whatWasMissedIsToldAsThePast();
    void manyAtOnceAreThinned();
    void anInstrumentThatLeftBeginsAnew();
    void unknownSymbolsMayComeYet();
    void noMoreThanEight();
    void thinningKeepsTheExtremes();
};

void MarketUpdateBuilderTest::buildsEverythingFirst()
{
    Bench bench(builtInMarket());
    const MarketUpdate still = bench.build();
    QCOMPARE(still.instruments.size(), qsizetype(bench.market->spec().instruments.size()));
    QCOMPARE(still.instruments.first(), (InstrumentInfo{QStringLiteral("ACME"), still.instruments.first().name, 0}));
    QVERIFY(!still.instruments.first().name.isEmpty());
    QCOMPARE(still.prices.size(), 0); // nothing has traded
    QCOMPARE(still.timeMs, 0);

    bench.advance();
    const MarketUpdate moved = bench.build();
    QVERIFY(moved.instruments.isEmpty());
    QCOMPARE(moved.timeMs, startMs);
    const auto &quotes = bench.market->tick().quotes;
    QCOMPARE(moved.prices.size(), qsizetype(quotes.size()));
    for (qsizetype i = 0; i < moved.prices.size(); ++i) {
        const Quote &quote = quotes[std::size_t(i)];
        const PriceGrid &grid = bench.market->cache().grid(quote.instrument);
        const InstrumentPrice expected{quote.instrument,
                                       grid.toDouble(quote.price),
                                       grid.toDouble(quote.previous),
                                       grid.toDouble(quote.open),
                                       grid.toDouble(quote.high),
                                       grid.toDouble(quote.low),
                                       double(quote.size),
                                       1,
                                       false};
        QCOMPARE(moved.prices.at(i), expected);
    }
}

void MarketUpdateBuilderTest::buildsOnlyWhatChanged()
{
    MarketSpec spec = wideMarket(3);
    spec.instruments[1].activity = 1e-9; // never within this test
    Bench bench(spec);
    bench.advance(10);
    bench.build();
    bench.advance(10);
    const MarketUpdate update = bench.build();
    QCOMPARE(update.prices.size(), 2);
    QCOMPARE(update.prices.at(0).instrument, 0);
    QCOMPARE(update.prices.at(1).instrument, 2);
    QCOMPARE(update.prices.at(1).ticks, 20);
}

void MarketUpdateBuilderTest::buildsWhatIsHalted()
{
    Bench bench;
    bench.advance();
    bench.build();
    QVERIFY(bench.market->act({MarketAction::Kind::Halt, QStringLiteral("SYM1"), 0}));
    bench.advance();
    const MarketUpdate update = bench.build();
    QCOMPARE(update.prices.size(), 3);
    QVERIFY(!update.prices.at(0).halted);
    QVERIFY(update.prices.at(1).halted);
    QCOMPARE(update.prices.at(1).ticks, 1);
}

void MarketUpdateBuilderTest::buildsNothingTwice()
{
    Bench bench;
    bench.builder.setCharted({QStringLiteral("SYM0")});
    bench.advance(20);
    bench.build();
    QVERIFY(!bench.builder.build(*bench.market, bench.tape));
    bench.advance();
    QVERIFY(bench.builder.build(*bench.market, bench.tape));
    QVERIFY(!bench.builder.build(*bench.market, bench.tape));
}

void MarketUpdateBuilderTest::beginsAnewWithAnotherTape()
{
    Bench bench;
    bench.builder.setCharted({QStringLiteral("SYM0")});
    bench.advance(100);
    bench.build();
    bench.market = std::make_unique<LiveMarket>(wideMarket(3), seed + 1);
    bench.tape = 2;
    bench.advance(5);
    const MarketUpdate update = bench.build();
    QCOMPARE(update.tape, 2);
    QCOMPARE(update.instruments.size(), 3);
    QCOMPARE(update.prices.size(), 3);
    QCOMPARE(update.charted.size(), 1);
    QVERIFY(update.charted.first().isAnew);
    QCOMPARE(update.charted.first().later, bench.truth(0));
}

void MarketUpdateBuilderTest::theChartBeginsWithItsHistory()
{
    Bench bench;
    bench.advance(300);
    bench.build();
    bench.builder.setCharted({QStringLiteral("SYM1")});
    QCOMPARE(bench.build().charted.size(), 1);
    QCOMPARE(bench.points.value(QStringLiteral("SYM1")), bench.truth(1));
}

void MarketUpdateBuilderTest::thePastComesInSteps()
{
    Bench bench(wideMarket(3), {.firstTrades = 100, .pastTrades = 250, .latestTrades = 4000, .latestPoints = 512});
    bench.builder.setCharted({QStringLiteral("SYM0"), QStringLiteral("SYM2")});
    bench.advance(2000);
    const MarketUpdate first = bench.build();
    QCOMPARE(first.charted.size(), 2);
    for (const ChartedPrices &charted : first.charted) {
        QVERIFY(charted.isAnew);
        QCOMPARE(charted.later.size(), 100);
    }
    int steps = 1;
    while (bench.builder.readPast(*bench.market, bench.tape)) {
        ++steps;
        if (steps % 3 == 0)
            bench.advance(); // ticks go on meanwhile
        if (steps % 4 == 0)
            bench.build();
    }
    QCOMPARE_GE(steps, 2 * 1900 / 250);
    bench.advance();
    bench.build();
    QCOMPARE(bench.points.value(QStringLiteral("SYM0")), bench.truth(0));
    QCOMPARE(bench.points.value(QStringLiteral("SYM2")), bench.truth(2));
    QVERIFY(!bench.builder.readPast(*bench.market, bench.tape));
}

/// At once as much as fills a screen, before there is a tick; the rest in steps, and then what comes.
void MarketUpdateBuilderTest::whatWasGeneratedComesBeforeTheHistory()
{
    Bench bench(wideMarket(12));
    const PastTicks &past = bench.givePast();
    const QString symbol = QStringLiteral("SYM1");
    bench.builder.setCharted({symbol});
    const MarketUpdate first = bench.build();
    QCOMPARE(first.generatedToMs, past.endMs());
    QCOMPARE(first.timeMs, past.endMs());
    QCOMPARE(first.prices.size(), 0);
    QVERIFY(first.charted.first().isAnew);
    QCOMPARE(bench.points[symbol].size(), 500);
    QCOMPARE(bench.points[symbol].last().timeMs, past.endMs());
    bench.advance(300);
    bench.buildAll();
    const QList<PricePoint> &points = bench.points[symbol];
    QCOMPARE(points.size(), qsizetype(1 - past.firstSeq() + 301));
    QCOMPARE(points.last(301), bench.truth(1));
    QVERIFY(std::ranges::is_sorted(points, {}, &PricePoint::timeMs));
    QCOMPARE(points.first().timeMs, past.endMs() + 1000 * past.firstSeq());

    bench.builder.setCharted({});
    bench.points.clear();
    bench.builder.setCharted({symbol});
    bench.buildAll();
    QCOMPARE(bench.points[symbol].size(), qsizetype(1 - past.firstSeq() + 302));
}

void MarketUpdateBuilderTest::whatWasGeneratedMayComeLate()
{
    Bench bench;
    const QString symbol = QStringLiteral("SYM0");
    bench.builder.setCharted({symbol});
    bench.advance(20);
    bench.buildAll();
    QCOMPARE(bench.points[symbol], bench.truth(0));
    const PastTicks &past = bench.givePast();
    const MarketUpdate update = bench.build();
    QVERIFY(update.charted.first().isAnew);
    QVERIFY(update.instruments.isEmpty()); // it is the same market
    QCOMPARE(bench.points[symbol].size(), 500);
    bench.advance();
    bench.buildAll();
    QCOMPARE(bench.points[symbol].size(), qsizetype(1 - past.firstSeq() + 23));
}

/// Else it would go straight from the last generated price to the oldest one that is known.
void MarketUpdateBuilderTest::forgottenTicksEndTheLine()
{
    Bench bench;
    bench.givePast();
    while (bench.market->history().firstSeq() <= 1)
        bench.advance(1000);
    bench.builder.setCharted({QStringLiteral("SYM0")});
    bench.buildAll();
    QVERIFY(bench.points[QStringLiteral("SYM0")].first().timeMs > startMs);
}

void MarketUpdateBuilderTest::whatWasMissedIsToldAsThePast()
{
    Bench bench(wideMarket(1), {.firstTrades = 50, .pastTrades = 500, .latestTrades = 100, .latestPoints = 512});
    bench.builder.setCharted({QStringLiteral("SYM0")});
    bench.advance(60);
    bench.buildAll();
    bench.advance(1000); // while nobody looked
    const MarketUpdate update = bench.build();
    QVERIFY(update.charted.first().isAnew);
    QCOMPARE(update.charted.first().later.size(), 100);
    while (bench.builder.readPast(*bench.market, bench.tape)) { }
    bench.advance();
    bench.build();
    QCOMPARE(bench.points.value(QStringLiteral("SYM0")), bench.truth(0));
}

void MarketUpdateBuilderTest::manyAtOnceAreThinned()
{
    Bench bench(wideMarket(1));
    bench.builder.setCharted({QStringLiteral("SYM0")});
    bench.advance(10);
    bench.build();
    bench.advance(3000);
    const MarketUpdate update = bench.build();
    QVERIFY(!update.charted.first().isAnew);
    QCOMPARE_LE(update.charted.first().later.size(), MarketUpdateBuilder::Limits().latestPoints);
    QCOMPARE_GE(update.charted.first().later.size(), MarketUpdateBuilder::Limits().latestPoints / 2);
    QCOMPARE(update.charted.first().later.last(), bench.truth(0).last());
}

void MarketUpdateBuilderTest::anInstrumentThatLeftBeginsAnew()
{
    Bench bench;
    bench.builder.setCharted({QStringLiteral("SYM0"), QStringLiteral("SYM1")});
    bench.advance(10);
    bench.build();
    bench.builder.setCharted({QStringLiteral("SYM1")});
    bench.builder.setCharted({QStringLiteral("SYM1"), QStringLiteral("SYM0")});
    bench.advance();
    const MarketUpdate update = bench.build();
    QCOMPARE(update.charted.size(), 2);
    QVERIFY(!update.charted.at(0).isAnew); // has stayed
    QVERIFY(update.charted.at(1).isAnew);
    QCOMPARE(update.charted.at(1).later, bench.truth(0));
}

void MarketUpdateBuilderTest::unknownSymbolsMayComeYet()
{
    Bench bench;
    bench.builder.setCharted({QStringLiteral("NONE")});
    bench.advance(10);
    QVERIFY(bench.build().charted.isEmpty());
    QVERIFY(!bench.builder.readPast(*bench.market, bench.tape));
}

void MarketUpdateBuilderTest::noMoreThanEight()
{
    Bench bench(wideMarket(20));
    QStringList symbols;
    for (int i = 0; i < 20; ++i)
        symbols.append(QStringLiteral("SYM%1").arg(i));
    bench.builder.setCharted(symbols);
    bench.advance();
    QCOMPARE(bench.build().charted.size(), MarketUpdate::mostCharted);
}

void MarketUpdateBuilderTest::thinningKeepsTheExtremes()
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

TICKER_CORE_TEST(MarketUpdateBuilderTest)
#include "tst_market_update_builder.moc"
