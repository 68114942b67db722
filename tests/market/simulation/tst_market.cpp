// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/market.h"
#include "tape_hash.h"
#include "ticker_test.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>

using namespace ticker;
using namespace ticker::test;

namespace {

/// What an instrument of the market trades at in the next tick; -1: it does not.
qint64 priceIn(const Tick &tick, int instrument)
{
    for (const Quote &quote : tick.quotes) {
        if (quote.instrument == instrument)
            return quote.price;
    }
    return -1;
}

Market marketOf(const PriceModel &model, double activity, quint64 seed = 42)
{
    MarketSpec spec;
    spec.ticksPerDay = 100;
    spec.instruments.push_back({QStringLiteral("ONE"), {}, PriceGrid(2, 1), 100'00, model, activity});
    return {spec, seed};
}

} // namespace

class MarketTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headlineIsFixed_data();
    void headlineIsFixed();
    void headlineNeighboursAreIndependent();
    void ticksAreFixed_data();
    void ticksAreFixed();
    void manyTicksAreFixed_data();
    void manyTicksAreFixed();
    void beforeTheFirstTick();
    void ticksAreCounted();
    void instrumentsDoNotDisturbEachOther();
    void tradesAsOftenAsItsActivity();
    void movesWithoutTrading();
    void sizesHaveTheirDistribution();
    void daysBegin();
    void dayWaitsForItsFirstTrade();
    void canBeMoved();
};

static_assert(std::is_nothrow_move_constructible_v<Market> && std::is_nothrow_move_assignable_v<Market>);

/// Computed once; they must never change: users rely on seeds.
void MarketTest::headlineIsFixed_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QList<qint64>>("prices");
    QTest::newRow("zero") << quint64(0) << QList<qint64>{412, 101, 536, 636, 474, 299, 994, 243, 977, 888};
    QTest::newRow("one") << quint64(1) << QList<qint64>{964, 955, 678, 735, 843, 63, 854, 363, 30, 383};
    QTest::newRow("42") << quint64(42) << QList<qint64>{594, 713, 39, 340, 408, 355, 515, 442, 256, 140};
    QTest::newRow("largest") << ~quint64(0) << QList<qint64>{947, 693, 302, 259, 498, 293, 300, 247, 677, 481};
}

void MarketTest::headlineIsFixed()
{
    QFETCH(quint64, seed);
    QFETCH(QList<qint64>, prices);
    Market market(builtInMarket(), seed);
    QCOMPARE(market.seed(), seed);
    QList<qint64> actual;
    for (int tick = 1; tick <= 10; ++tick)
        actual.append(priceIn(market.advance(), 0));
    QCOMPARE(actual, prices);
}

void MarketTest::headlineNeighboursAreIndependent()
{
    constexpr int ticks = 100'000;
    Market market(builtInMarket(), 2024);
    double sum = 0;
    for (int tick = 0; tick < ticks; ++tick) {
        market.advance();
        const Quote &headline = market.quotes().front();
        sum += (double(headline.previous) - 499.5) * (double(headline.price) - 499.5);
    }
    const double correlation = sum / ticks / ((1000.0 * 1000.0 - 1) / 12);
    QVERIFY2(std::abs(correlation) < 4 / std::sqrt(ticks), qPrintable(QString::number(correlation)));
}

/// Seed 42: what each instrument's quote is after so many ticks.
void MarketTest::ticksAreFixed_data()
{
    QTest::addColumn<int>("ticks");
    QTest::addColumn<QList<qint64>>("prices");
    QTest::addColumn<QList<quint32>>("sizes");
    QTest::newRow("1") << 1 << QList<qint64>{594, 8638, 1250, 21189, 4502, 15002, 1001, 3142, 6402, 27500, 31434, 89900}
                       << QList<quint32>{11, 9, 0, 1, 47, 285, 84, 110, 178, 0, 591, 0};
    QTest::newRow("2") << 2 << QList<qint64>{713, 8641, 1250, 21189, 4510, 15002, 999, 3144, 6402, 27500, 31441, 89900}
                       << QList<quint32>{46, 107, 0, 1, 680, 285, 389, 66, 178, 0, 43, 0};
    QTest::newRow("3") << 3 << QList<qint64>{39, 8640, 1250, 21178, 4499, 14999, 991, 3142, 6398, 27513, 31450, 89900}
                       << QList<quint32>{77, 308, 0, 46, 238, 57, 38, 173, 63, 3030, 93, 0};
    QTest::newRow("10") << 10
                        << QList<qint64>{140, 8633, 1250, 21159, 4533, 15002, 992, 3145, 6396, 27568, 31521, 89984}
                        << QList<quint32>{10, 2, 0, 72, 201, 7, 697, 20, 193, 123, 55, 40};
    QTest::newRow("1000") << 1000
                          << QList<qint64>{356, 8660, 1390, 21842, 4843, 14991, 986, 3134, 6304, 27196, 29804, 86989}
                          << QList<quint32>{24, 38, 28, 122, 111, 137, 1, 158, 45, 498, 46, 28997};
    QTest::newRow("10000") << 10'000
                           << QList<qint64>{852, 8750, 1955, 22671, 4843, 10666, 965, 3258, 6202, 26624, 28864, 68386}
                           << QList<quint32>{29, 354, 31, 60, 375, 124, 238, 945, 15, 29, 56, 174};
}

void MarketTest::ticksAreFixed()
{
    QFETCH(int, ticks);
    QFETCH(QList<qint64>, prices);
    QFETCH(QList<quint32>, sizes);
    Market market(builtInMarket(), 42);
    for (int tick = 0; tick < ticks; ++tick)
        market.advance();
    QList<qint64> actualPrices;
    QList<quint32> actualSizes;
    for (const Quote &quote : market.quotes()) {
        actualPrices.append(quote.price);
        actualSizes.append(quote.size);
    }
    QCOMPARE(actualPrices, prices);
    QCOMPARE(actualSizes, sizes);
}

/// Every number of 100,000 ticks, hashed (FNV-1a): the same with any compiler, optimised or not.
void MarketTest::manyTicksAreFixed_data()
{
    QTest::addColumn<bool>("isFine");
    QTest::addColumn<QString>("hash");
    QTest::newRow("built-in") << false << QStringLiteral("80c8f1afe8ada90");
    // Prices of 16 digits show the last bits of the doubles behind them.
    QTest::newRow("fine grid") << true << QStringLiteral("88100b7150ba4138");
}

void MarketTest::manyTicksAreFixed()
{
    QFETCH(bool, isFine);
    QFETCH(QString, hash);
    MarketSpec spec = builtInMarket();
    for (Instrument &instrument : spec.instruments) {
        constexpr qint64 sixteenDigits = 2'000'000'000'000'000;
        constexpr PriceGrid fineGrid(8, 1);
        if (isFine) {
            instrument.grid = fineGrid;
            instrument.startPrice = sixteenDigits;
        }
        if (auto *reverting = std::get_if<MeanReversionModel>(&instrument.model); reverting && isFine)
            reverting->mean = fineGrid.toDouble(sixteenDigits);
    }
    Market market(spec, 42);
    QCOMPARE(tapeHash(market, 100'000), hash);
}

void MarketTest::beforeTheFirstTick()
{
    const Market market(builtInMarket(), 1);
    QCOMPARE(market.seq(), quint64(0));
    QCOMPARE(market.tick().seq, quint64(0));
    QVERIFY(market.tick().quotes.empty());
    QVERIFY(market.events().empty());
    QCOMPARE(market.quotes().size(), std::size_t(12));
    for (std::size_t i = 0; i < market.quotes().size(); ++i) {
        const qint64 start = market.spec().instruments[i].startPrice;
        QVERIFY((market.quotes()[i] == Quote{quint16(i), Side::Unknown, 0, start, start, start, start, start}));
        QVERIFY(!market.isHalted(int(i)));
    }
}

void MarketTest::ticksAreCounted()
{
    Market market(builtInMarket(), 1);
    for (quint64 seq = 1; seq <= 1000; ++seq) {
        const Tick &tick = market.advance();
        QCOMPARE(tick.seq, seq);
        QCOMPARE(market.seq(), seq);
        QVERIFY(&market.tick() == &tick);
        QVERIFY(std::is_sorted(tick.quotes.begin(), tick.quotes.end(),
                               [](const Quote &a, const Quote &b) { return a.instrument < b.instrument; }));
        for (const Quote &quote : tick.quotes)
            QVERIFY(market.quotes()[quote.instrument] == quote);
    }
}

/// Alone, in another order, among others: the same quotes but for the place; another seed or symbol: others.
void MarketTest::instrumentsDoNotDisturbEachOther()
{
    Market whole(builtInMarket(), 7);
    MarketSpec reversedSpec = builtInMarket();
    std::reverse(reversedSpec.instruments.begin(), reversedSpec.instruments.end());
    Market reversed(reversedSpec, 7);
    MarketSpec aloneSpec = builtInMarket();
    aloneSpec.instruments = {aloneSpec.instruments[3]};
    Market alone(aloneSpec, 7);
    Market otherSeed(aloneSpec, 8);
    aloneSpec.instruments.front().symbol = QStringLiteral("OTHER");
    Market otherSymbol(aloneSpec, 7);
    std::array<int, 2> differences{};
    for (int tick = 0; tick < 2000; ++tick) {
        whole.advance();
        // What happens to others does not matter either.
        if (tick == 100)
            reversed.apply({MarketEvent::Kind::Burst, 1, 500});
        reversed.advance();
        const qint64 price = priceIn(whole.tick(), 3);
        QCOMPARE(priceIn(alone.advance(), 0), price);
        QCOMPARE(priceIn(reversed.tick(), 8), price);
        QCOMPARE(alone.quotes()[0].size, whole.quotes()[3].size);
        differences[0] += priceIn(otherSeed.advance(), 0) != price ? 1 : 0;
        differences[1] += priceIn(otherSymbol.advance(), 0) != price ? 1 : 0;
    }
    QVERIFY(differences[0] > 1000 && differences[1] > 1000);
}

/// A binomial count: within 4 standard deviations.
void MarketTest::tradesAsOftenAsItsActivity()
{
    constexpr int ticks = 100'000;
    Market market(builtInMarket(), 5);
    std::array<int, 12> trades{};
    for (int tick = 0; tick < ticks; ++tick) {
        for (const Quote &quote : market.advance().quotes)
            ++trades.at(quote.instrument);
    }
    for (std::size_t i = 0; i < trades.size(); ++i) {
        const double activity = market.spec().instruments[i].activity;
        const double off = trades.at(i) - activity * ticks;
        QVERIFY2(std::abs(off) <= 4 * std::sqrt(ticks * activity * (1 - activity)), qPrintable(QString::number(off)));
    }
}

/// What trades seldom is, when it does, where it would be if it always traded.
void MarketTest::movesWithoutTrading()
{
    Market seldom = marketOf(GeometricBrownianModel{0, 0.01}, 0.05);
    Market always = marketOf(GeometricBrownianModel{0, 0.01}, 1);
    int trades = 0;
    for (int tick = 0; tick < 5000; ++tick) {
        always.advance();
        const qint64 before = seldom.quotes().front().price;
        if (seldom.advance().quotes.empty()) {
            QCOMPARE(seldom.quotes().front().price, before);
        } else {
            ++trades;
            QCOMPARE(seldom.quotes().front().price, always.quotes().front().price);
            QCOMPARE(seldom.quotes().front().previous, before);
            QCOMPARE(seldom.quotes().front().size, always.quotes().front().size);
        }
    }
    QVERIFY2(trades > 150 && trades < 350, qPrintable(QString::number(trades)));
}

/// The share above s is (1 + s / 100)^(-4/3), where s is whole, cut off at 100,000.
void MarketTest::sizesHaveTheirDistribution()
{
    constexpr int ticks = 200'000;
    Market market = marketOf(UniformModel{0, 999}, 1);
    constexpr std::array<double, 6> bounds{1, 10, 69, 500, 5000, 50'000};
    std::array<int, bounds.size()> above{};
    for (int tick = 0; tick < ticks; ++tick) {
        const quint32 size = market.advance().quotes.front().size;
        QVERIFY(size >= 1 && size <= 100'000);
        for (std::size_t i = 0; i < bounds.size(); ++i)
            above.at(i) += size > bounds.at(i) ? 1 : 0;
    }
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const double chance = std::pow(1 + bounds.at(i) / 100, -4.0 / 3);
        const double off = above.at(i) - ticks * chance;
        QVERIFY2(std::abs(off) < 4 * std::sqrt(ticks * chance * (1 - chance)), qPrintable(QString::number(off)));
    }
}

/// Days of 100 ticks: open, highest and lowest are those of the day's trades until now.
void MarketTest::daysBegin()
{
    Market market = marketOf(GeometricBrownianModel{0, 0.01}, 1);
    qint64 before = 100'00;
    Quote expected;
    for (int tick = 0; tick < 1000; ++tick) {
        const Quote quote = market.advance().quotes.front();
        if (tick % 100 == 0)
            expected.open = expected.high = expected.low = quote.price;
        expected.high = std::max(expected.high, quote.price);
        expected.low = std::min(expected.low, quote.price);
        QCOMPARE(quote.open, expected.open);
        QCOMPARE(quote.high, expected.high);
        QCOMPARE(quote.low, expected.low);
        QCOMPARE(quote.previous, before);
        before = quote.price;
    }
}

/// Until then its quote is yesterday's; what the price before was does not depend on days.
void MarketTest::dayWaitsForItsFirstTrade()
{
    Market market = marketOf(GeometricBrownianModel{0, 0.01}, 1);
    for (int tick = 0; tick < 98; ++tick)
        market.advance();
    const Quote yesterday = market.quotes().front();
    QVERIFY(yesterday.low < yesterday.high);
    market.apply({MarketEvent::Kind::Halt, 0});
    for (int tick = 98; tick < 150; ++tick) {
        QVERIFY(market.advance().quotes.empty());
        QVERIFY(market.quotes().front() == yesterday);
    }
    market.apply({MarketEvent::Kind::Resume, 0});
    const Quote today = market.advance().quotes.front();
    QCOMPARE(today.open, today.price);
    QCOMPARE(today.high, today.price);
    QCOMPARE(today.low, today.price);
    QCOMPARE(today.previous, yesterday.price);
}

void MarketTest::canBeMoved()
{
    Market market(builtInMarket(), 9);
    Market same(builtInMarket(), 9);
    market.advance();
    same.advance();
    Market moved(std::move(market));
    for (int tick = 0; tick < 100; ++tick)
        QVERIFY(moved.advance() == same.advance());
    moved = Market(builtInMarket(), 10);
    QCOMPARE(moved.seq(), quint64(0));
}

TICKER_TEST(MarketTest)
#include "tst_market.moc"
