// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sector_bench.h"
#include "tape_hash.h"
#include "ticker_test.h"

#include <algorithm>

using namespace ticker;
using namespace ticker::test;

// The numbers that instruments of a sector have in common depend on nothing but seed and names, and nobody else is disturbed.

namespace {

/// The price of each instrument by its symbol.
QHash<QString, qint64> pricesOf(const Market &market)
{
    QHash<QString, qint64> prices;
    for (const Quote &quote : market.quotes())
        prices.insert(market.spec().instruments[quote.instrument].symbol, quote.price);
    return prices;
}

/// Every model, in each of three sectors.
MarketSpec allModels()
{
    const std::vector<PriceModel> models{UniformModel{1, 999},
                                         RandomWalkModel{0.5},
                                         GeometricBrownianModel{0, 0.01},
                                         MeanReversionModel{10'000, 0.01, 0.01},
                                         JumpDiffusionModel{0, 0.01, 0.1, 0, 0.02},
                                         RegimeSwitchingModel{{{0, 0.01, 0.1}, {0, 0.02, 0.1}}},
                                         GarchModel{0, 0.01, 0.1, 0.8}};
    MarketSpec spec;
    spec.sectors = {{QStringLiteral("Iron"), 0.7}, {QStringLiteral("Food"), 0.4}, {QStringLiteral("Air"), 1}};
    for (std::size_t i = 0; i < 3 * models.size(); ++i) {
        spec.instruments.push_back({QStringLiteral("M%1").arg(i),
                                    {},
                                    fineGrid,
                                    fineStart,
                                    models[i % models.size()],
                                    0.7,
                                    {},
                                    spec.sectors[i / models.size()].name});
    }
    return spec;
}

} // namespace

class SectorFactorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factorsCanBeAskedInAnyOrder();
    void instrumentsDoNotDisturbEachOther();
    void sectorsDoNotDisturbEachOther();
    void halts();
    void manyTicksAreFixed_data();
    void manyTicksAreFixed();
};

void SectorFactorsTest::factorsCanBeAskedInAnyOrder()
{
    const MarketSpec spec = twoSectors();
    SectorFactors forward(spec, 5);
    SectorFactors other(spec, 5);
    std::vector<double> expected;
    for (quint64 tick = 1; tick <= 50; ++tick) {
        for (std::size_t step = 0; step < SectorFactors::mostSteps; ++step) {
            for (std::size_t sector = 0; sector < 2; ++sector)
                expected.push_back(forward.at(sector, tick, step));
        }
    }
    for (quint64 tick = 50; tick > 0; --tick) {
        for (const std::size_t sector : {1, 0}) {
            for (std::size_t step = SectorFactors::mostSteps; step-- > 0;) {
                const std::size_t place = ((tick - 1) * SectorFactors::mostSteps + step) * 2 + sector;
                QVERIFY(other.at(sector, tick, step) == expected[place]);
            }
        }
    }
    std::sort(expected.begin(), expected.end());
    QVERIFY(std::adjacent_find(expected.begin(), expected.end()) == expected.end());
}

/// Alone, in another order, among others: the same prices.
void SectorFactorsTest::instrumentsDoNotDisturbEachOther()
{
    const MarketSpec spec = allModels();
    MarketSpec reversed = spec;
    std::reverse(reversed.instruments.begin(), reversed.instruments.end());
    MarketSpec fewer = spec;
    fewer.instruments.erase(fewer.instruments.begin() + 1, fewer.instruments.end() - 2);
    MarketSpec more = spec;
    more.instruments.insert(more.instruments.begin() + 3, instrumentOf("NEW", "Iron"));
    std::vector<Market> markets;
    for (const MarketSpec &other : {spec, reversed, fewer, more})
        markets.emplace_back(other, 6);
    for (int tick = 0; tick < 1000; ++tick) {
        for (Market &market : markets)
            (void)market.advance();
        const QHash<QString, qint64> expected = pricesOf(markets.front());
        for (const Market &market : markets) {
            const QHash<QString, qint64> prices = pricesOf(market);
            for (auto price = prices.constBegin(); price != prices.constEnd(); ++price) {
                if (price.key() != QLatin1String("NEW"))
                    QCOMPARE(price.value(), expected.value(price.key()));
            }
        }
    }
    QCOMPARE(pricesOf(markets[2]).size(), qsizetype(3));
}

/// More sectors, and in another order: the same prices; with a matrix, if they come behind. One with the name of an
/// instrument is a sector like any other.
void SectorFactorsTest::sectorsDoNotDisturbEachOther()
{
    const MarketSpec spec = twoSectors();
    MarketSpec more = spec;
    more.sectors.insert(more.sectors.begin(), {QStringLiteral("Air"), 0.5});
    std::reverse(more.sectors.begin(), more.sectors.end());
    MarketSpec matrix = spec;
    matrix.sectorCorrelations = CorrelationMatrix(2);
    matrix.sectorCorrelations.set(0, 1, 0.3);
    MarketSpec matrixOfMore = spec;
    matrixOfMore.sectors.push_back({QStringLiteral("Air"), 0.5});
    matrixOfMore.sectorCorrelations = CorrelationMatrix(3);
    matrixOfMore.sectorCorrelations.set(0, 1, 0.3);
    matrixOfMore.sectorCorrelations.set(1, 2, -0.8);
    for (const auto &[one, other] : {std::pair(spec, more), std::pair(matrix, matrixOfMore)}) {
        Market market(one, 6);
        Market same(other, 6);
        for (int tick = 0; tick < 1000; ++tick)
            QVERIFY(market.advance() == same.advance());
    }

    MarketSpec renamed = spec;
    renamed.sectors[0].name = QStringLiteral("I1");
    for (const std::size_t place : {iron1, iron2})
        renamed.instruments[place].sector = QStringLiteral("I1");
    renamed.marketCorrelation = 0;
    Market market(renamed, 6);
    PairCorrelation pair;
    for (int tick = 0; tick < 20'000; ++tick) {
        const std::vector<double> changes = nextChanges(market);
        pair.add(changes[iron1], changes[iron2]);
    }
    VERIFY_CORRELATION(pair, 0.7);
}

/// One that is halted disturbs none, and moves with its sector again when it goes on.
void SectorFactorsTest::halts()
{
    Market plain(twoSectors(), 12);
    Market halted(twoSectors(), 12);
    for (int tick = 1; tick <= 300; ++tick) {
        if (tick == 100)
            halted.apply({MarketEvent::Kind::Halt, iron1});
        if (tick == 200)
            halted.apply({MarketEvent::Kind::Resume, iron1});
        (void)plain.advance();
        (void)halted.advance();
        for (const std::size_t other : {food1, iron2, food2, one})
            QVERIFY(plain.quotes()[other] == halted.quotes()[other]);
        if (tick < 100 || tick > 200) {
            const auto change = [](const Quote &quote) { return double(quote.price) / double(quote.previous); };
            QVERIFY(std::abs(change(plain.quotes()[iron1]) - change(halted.quotes()[iron1])) < 1e-10);
        }
    }
}

void SectorFactorsTest::manyTicksAreFixed_data()
{
    QTest::addColumn<bool>("isMatrix");
    QTest::addColumn<QString>("hash");
    QTest::newRow("market factor") << false << QStringLiteral("7a01e2461bf722ef");
    QTest::newRow("matrix") << true << QStringLiteral("96f0ce9f9b673166");
}

/// Computed once; they must never change.
void SectorFactorsTest::manyTicksAreFixed()
{
    QFETCH(bool, isMatrix);
    QFETCH(QString, hash);
    MarketSpec spec = allModels();
    if (isMatrix) {
        spec.sectorCorrelations = CorrelationMatrix(3);
        spec.sectorCorrelations.set(0, 1, 0.1);
        spec.sectorCorrelations.set(0, 2, -0.7);
        spec.sectorCorrelations.set(1, 2, 0.3);
    }
    Market market(spec, 42);
    market.apply({MarketEvent::Kind::Burst, 2, 5000});
    market.apply({MarketEvent::Kind::Halt, 9});
    QCOMPARE(tapeHash(market, 100'000), hash);
}

TICKER_TEST(SectorFactorsTest)
#include "tst_sector_factors.moc"
