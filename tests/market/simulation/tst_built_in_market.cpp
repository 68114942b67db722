// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pair_correlation.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <QSet>

#include <algorithm>
#include <cmath>

using namespace ticker;
using namespace ticker::test;

class BuiltInMarketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInOrder();
    void teapotLooksLikeAShare();
    void instrumentsBelongTogether();
};

void BuiltInMarketTest::isInOrder()
{
    const MarketSpec spec = builtInMarket();
    QCOMPARE(spec.instruments.size(), std::size_t(12));
    const Instrument acme{QStringLiteral("ACME"), QStringLiteral("Acme Rockets (invented)"),
                          PriceGrid(0, 1),        500,
                          UniformModel{0, 999},   1};
    QVERIFY(spec.headline() == acme);
    QSet<QString> symbols;
    QSet<std::size_t> models;
    for (std::size_t i = 0; i < spec.instruments.size(); ++i) {
        const Instrument &instrument = spec.instruments[i];
        symbols.insert(instrument.symbol);
        models.insert(instrument.model.index());
        QCOMPARE(spec.indexOf(instrument.symbol), int(i));
        QVERIFY(instrument.name.endsWith(QStringLiteral(" (invented)")));
        QVERIFY(instrument.startPrice > 0 && instrument.startPrice % instrument.grid.tickSize() == 0);
        QVERIFY(instrument.activity >= 0.2 && instrument.activity <= 1);
        const double start = instrument.grid.toDouble(instrument.startPrice);
        QVERIFY(start >= 3 && start <= 900);
    }
    QCOMPARE(symbols.size(), qsizetype(12));
    QCOMPARE(models.size(), qsizetype(std::variant_size_v<PriceModel>));
    QCOMPARE(spec.sectors.size(), std::size_t(3));
    for (const Instrument &instrument : spec.instruments)
        QCOMPARE(spec.indexOfSector(instrument.sector) >= 0, instrument.symbol != QLatin1String("ACME"));
    QCOMPARE(spec.indexOf(u"acme"), -1);
    QCOMPARE(spec.indexOf(u""), -1);
}

/// The range of prices in an hour of one tick a second, and in a minute of 20, of most seeds.
void BuiltInMarketTest::teapotLooksLikeAShare()
{
    MarketSpec spec = builtInMarket();
    spec.instruments = {spec.instruments[1]};
    constexpr int seeds = 200;
    const auto seedsWithin = [&spec](int ticks, double least, double most) {
        int within = 0;
        for (quint64 seed = 0; seed < seeds; ++seed) {
            Market market(spec, seed);
            qint64 highest = spec.headline().startPrice;
            qint64 lowest = highest;
            for (int tick = 0; tick < ticks; ++tick) {
                (void)market.advance();
                const qint64 price = market.quotes().front().price;
                highest = std::max(highest, price);
                lowest = std::min(lowest, price);
            }
            const double range = double(highest - lowest) / double(spec.headline().startPrice);
            within += range >= least && range <= most ? 1 : 0;
        }
        return within;
    };
    QVERIFY(seedsWithin(3600, 0.01, 0.03) > seeds * 8 / 10);
    QVERIFY(seedsWithin(20 * 60, 0.005, 0.02) > seeds * 8 / 10);
}

/// As closely as a thousand moves of a minute each tell: some of one sector, some of two, and ACME with nobody.
void BuiltInMarketTest::instrumentsBelongTogether()
{
    constexpr int minute = 60;
    Market market(builtInMarket(), 42);
    const MarketSpec &spec = market.spec();
    const auto place = [&spec](QStringView symbol) { return std::size_t(spec.indexOf(symbol)); };
    const std::size_t ducky = place(u"DUCKY");
    const std::size_t teapot = place(u"TEAPOT");
    const std::size_t floss = place(u"FLOSS");
    const std::size_t acme = place(u"ACME");
    PairCorrelation same;
    PairCorrelation other;
    PairCorrelation none;
    std::vector<Quote> before(market.quotes().begin(), market.quotes().end());
    for (int i = 0; i < 1000; ++i) {
        for (int tick = 0; tick < minute; ++tick)
            (void)market.advance();
        const auto change = [&](std::size_t instrument) {
            return std::log(double(market.quotes()[instrument].price + 1) / double(before[instrument].price + 1));
        };
        same.add(change(ducky), change(floss));
        other.add(change(ducky), change(teapot));
        none.add(change(acme), change(teapot));
        before.assign(market.quotes().begin(), market.quotes().end());
    }
    QVERIFY2(same.value() > 0.4 && same.value() < 0.6, same.text(0.5).data());
    QVERIFY2(other.value() > 0.15 && other.value() < 0.4, other.text(std::sqrt(0.5 * 0.6) * 0.5).data());
    QVERIFY2(std::abs(none.value()) < 0.1, none.text(0).data());
}

TICKER_TEST(BuiltInMarketTest)
#include "tst_built_in_market.moc"
