// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sector_bench.h"
#include "ticker_test.h"

using namespace ticker;
using namespace ticker::test;

// Instruments that belong together: their correlations against the parameters. Seeds are fixed; a correlation has to be as
// expected with a confidence of 99.9 %.

class SectorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correlationsAreTheParameters_data();
    void correlationsAreTheParameters();
    void clustersDoNotChangeThem();
    void othersDoNotBelong_data();
    void othersDoNotBelong();
    void matrixOfSectors_data();
    void matrixOfSectors();
    void completeCorrelation();
    void varianceStays();
    void bursts();
};

void SectorsTest::correlationsAreTheParameters_data()
{
    QTest::addColumn<PriceModel>("model");
    QTest::newRow("geometric Brownian motion") << PriceModel(brownian);
    QTest::newRow("mean reversion") << PriceModel(MeanReversionModel{10'000, 0.0001, 0.001});
    QTest::newRow("jump diffusion, without jumps") << PriceModel(JumpDiffusionModel{0, 0.001, 0, 0, 0});
    QTest::newRow("regimes alike") << PriceModel(RegimeSwitchingModel{{{0, 0.001, 0.1}, {0, 0.001, 0.2}}});
    QTest::newRow("GARCH that hardly clusters") << PriceModel(GarchModel{0, 0.001, 0.001, 0.9});
}

/// Of the same sector, of two sectors, and of none.
void SectorsTest::correlationsAreTheParameters()
{
    QFETCH(PriceModel, model);
    Market market(twoSectors(model), 20);
    std::array<PairCorrelation, pairs.size()> correlations;
    for (int tick = 0; tick < 20'000; ++tick) {
        const std::vector<double> changes = nextChanges(market);
        for (std::size_t i = 0; i < pairs.size(); ++i)
            correlations.at(i).add(changes[pairs.at(i).first], changes[pairs.at(i).second]);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i)
        VERIFY_CORRELATION(correlations.at(i), expectedOf(i));
}

/// What clusters is compared after it was divided by its volatility, which follows from the moves before it.
void SectorsTest::clustersDoNotChangeThem()
{
    constexpr GarchModel model{0, 0.001, 0.1, 0.85};
    Market market(twoSectors(model), 20);
    std::array<PairCorrelation, pairs.size()> correlations;
    std::array<double, 5> variances{1, 1, 1, 1, 1};
    for (int tick = 0; tick < 20'000; ++tick) {
        std::vector<double> changes = nextChanges(market);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            double &variance = variances.at(i);
            const double normal = (changes[i] / model.volatility + variance * model.volatility / 2)
                / std::sqrt(variance);
            variance = 1 - model.alpha - model.beta + (model.alpha * normal * normal + model.beta) * variance;
            changes[i] = normal;
        }
        for (std::size_t i = 0; i < pairs.size(); ++i)
            correlations.at(i).add(changes[pairs.at(i).first], changes[pairs.at(i).second]);
    }
    for (std::size_t i = 0; i < pairs.size(); ++i)
        VERIFY_CORRELATION(correlations.at(i), expectedOf(i));
}

void SectorsTest::othersDoNotBelong_data()
{
    QTest::addColumn<PriceModel>("model");
    QTest::newRow("uniform") << PriceModel(UniformModel{5000, 15'000});
    QTest::newRow("random walk") << PriceModel(RandomWalkModel{1});
}

/// What draws no normal number is as it would be without a sector.
void SectorsTest::othersDoNotBelong()
{
    QFETCH(PriceModel, model);
    MarketSpec spec = twoSectors(model);
    Market market(spec, 3);
    for (Instrument &instrument : spec.instruments)
        instrument.sector.clear();
    Market without(spec, 3);
    PairCorrelation pair;
    for (int tick = 0; tick < 10'000; ++tick) {
        QVERIFY(market.advance() == without.advance());
        const std::span<const Quote> quotes = market.quotes();
        pair.add(double(quotes[iron1].price - quotes[iron1].previous),
                 double(quotes[iron2].price - quotes[iron2].previous));
    }
    VERIFY_CORRELATION(pair, 0);
}

void SectorsTest::matrixOfSectors_data()
{
    QTest::addColumn<QList<double>>("correlations"); // 0 and 1, 0 and 2, 1 and 2
    QTest::newRow("mixed") << QList<double>{0.5, -0.3, 0.2};
    QTest::newRow("singular") << QList<double>{0, 0.6, 0.8};
    QTest::newRow("adding up to nothing") << QList<double>{-0.5, -0.5, -0.5};
}

void SectorsTest::matrixOfSectors()
{
    QFETCH(QList<double>, correlations);
    MarketSpec spec;
    spec.sectors = {{QStringLiteral("A"), 1}, {QStringLiteral("B"), 1}, {QStringLiteral("C"), 1}};
    spec.sectorCorrelations = CorrelationMatrix(3);
    spec.sectorCorrelations.set(0, 1, correlations[0]);
    spec.sectorCorrelations.set(0, 2, correlations[1]);
    spec.sectorCorrelations.set(1, 2, correlations[2]);
    spec.instruments = {instrumentOf("ONE", "A"), instrumentOf("TWO", "B"), instrumentOf("THREE", "C")};
    Market market(spec, 4);
    std::array<PairCorrelation, 3> seen;
    for (int tick = 0; tick < 20'000; ++tick) {
        const std::vector<double> changes = nextChanges(market);
        seen[0].add(changes[0], changes[1]);
        seen[1].add(changes[0], changes[2]);
        seen[2].add(changes[1], changes[2]);
    }
    for (std::size_t i = 0; i < 3; ++i)
        VERIFY_CORRELATION(seen.at(i), correlations[qsizetype(i)]);
}

/// Everything at 1: all prices are the same, by either way to say so, and also of sectors with other names.
void SectorsTest::completeCorrelation()
{
    MarketSpec spec = twoSectors();
    spec.sectors[0].correlation = 1;
    spec.sectors[1].correlation = 1;
    spec.marketCorrelation = 1;
    MarketSpec asMatrix = spec;
    asMatrix.sectorCorrelations = CorrelationMatrix(2);
    asMatrix.sectorCorrelations.set(0, 1, 1);
    for (const MarketSpec &chosen : {spec, asMatrix}) {
        Market market(chosen, 8);
        for (int tick = 0; tick < 100; ++tick) {
            const Tick &made = market.advance();
            for (const std::size_t other : {food1, iron2, food2})
                QCOMPARE(made.quotes[other].price, made.quotes[iron1].price);
            QVERIFY(made.quotes[one].price != made.quotes[iron1].price);
        }
    }
}

/// However much is common, a move is as large as the model says.
void SectorsTest::varianceStays()
{
    Market market(twoSectors(), 31);
    std::array<Sample, 5> squares;
    for (int tick = 0; tick < 50'000; ++tick) {
        const std::vector<double> changes = nextChanges(market);
        for (std::size_t i = 0; i < squares.size(); ++i)
            squares.at(i).add(changes[i] * changes[i] / (brownian.volatility * brownian.volatility));
    }
    for (const Sample &square : squares)
        VERIFY_MEAN(square, 1, 0.03);
}

/// Ten steps that both make have ten factors; of one that makes ten and one that makes one, one is common.
void SectorsTest::bursts()
{
    constexpr int ticks = 20'000;
    for (const bool isBoth : {true, false}) {
        Market market(twoSectors(), 12);
        market.apply({MarketEvent::Kind::Burst, int(iron1), ticks});
        if (isBoth)
            market.apply({MarketEvent::Kind::Burst, int(iron2), ticks});
        PairCorrelation pair;
        Sample square;
        for (int tick = 0; tick < ticks; ++tick) {
            const std::vector<double> changes = nextChanges(market);
            pair.add(changes[iron1], changes[iron2]);
            square.add(changes[iron1] * changes[iron1] / (brownian.volatility * brownian.volatility));
        }
        VERIFY_CORRELATION(pair, isBoth ? 0.7 : 0.7 / std::sqrt(10));
        VERIFY_MEAN(square, 10, 0.5);
    }
}

TICKER_TEST(SectorsTest)
#include "tst_sectors.moc"
