// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/market.h"
#include "simulation/market_past.h"
#include "ticker_test.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

using namespace ticker;

namespace {

struct SeenTick final
{
    qint64 seq = 0;
    std::vector<Quote> quotes;

    friend bool operator==(const SeenTick &, const SeenTick &) = default;
};

std::vector<SeenTick> ticksOf(const MarketPast &past)
{
    std::vector<SeenTick> ticks;
    past.visit([&](const Tick &tick, qint64 seq) { ticks.push_back({seq, tick.quotes}); });
    return ticks;
}

std::size_t tradesIn(const std::vector<SeenTick> &ticks)
{
    std::size_t trades = 0;
    for (const SeenTick &tick : ticks)
        trades += tick.quotes.size();
    return trades;
}

/// So many copies of a model that do not depend on each other, on a grid that hides nothing of it.
MarketSpec copiesOf(const PriceModel &model, int copies, double activity = 1)
{
    MarketSpec spec;
    for (int i = 0; i < copies; ++i) {
        spec.instruments.push_back(
            {QStringLiteral("COPY%1").arg(i), {}, PriceGrid(8, 1), 1'000'000'000'000, model, activity});
    }
    return spec;
}

/// How far the mean of what was seen is from the one that is expected, in standard errors of it.
class Sample final
{
public:
    void add(double value)
    {
        ++m_count;
        m_sum += value;
        m_squares += value * value;
    }
    [[nodiscard]] double errorsOff(double expected) const
    {
        const double mean = m_sum / m_count;
        return std::abs(mean - expected) / std::sqrt((m_squares / m_count - mean * mean) / m_count);
    }

private:
    double m_count = 0;
    double m_sum = 0;
    double m_squares = 0;
};

/// By chance one of some 16,000 samples is further off; the seeds are fixed.
constexpr double mostErrors = 4;

} // namespace

/// What a market traded at before its first tick.
class MarketPastTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFixed();
    void dependsOnSeedAndSymbol();
    void leavesTheTapeAlone();
    void endsAtTheStartPrices();
    void isNumberedBackwards();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void tradesAsOftenAsItsActivity();
    void sizesAreThoseOfTheMarket();
    void hasTheVolatilityOfItsModel();
    void stepsAsItsModelDoes();
};

/// Every number of it, hashed (FNV-1a): the same with any compiler, optimised or not.
void MarketPastTest::isFixed()
{
    constexpr int bytesOfNumber = 8;
    quint64 hash = 0xcbf29ce484222325;
    const auto add = [&hash](quint64 number) {
        for (int byte = 0; byte < bytesOfNumber; ++byte)
            hash = (hash ^ ((number >> (byte * 8)) & 0xff)) * 0x100000001b3;
    };
    MarketPast(builtInMarket(), 42).visit([&](const Tick &tick, qint64 seq) {
        for (const Quote &quote : tick.quotes) {
            for (const quint64 number : {quint64(seq), quint64(quote.instrument), quote.size})
                add(number);
            for (const qint64 number : {quote.price, quote.previous})
                add(quint64(number));
        }
    });
    QCOMPARE(QString::number(hash, 16), QStringLiteral("b308975428a56c88"));
}

/// The same with the same; another instrument beside it changes nothing but how far it goes.
void MarketPastTest::dependsOnSeedAndSymbol()
{
    const auto one = ticksOf(MarketPast(builtInMarket(), 7));
    QVERIFY(ticksOf(MarketPast(builtInMarket(), 7)) == one);
    QVERIFY(ticksOf(MarketPast(builtInMarket(), 8)) != one);
    MarketSpec aloneSpec = builtInMarket();
    aloneSpec.instruments = {aloneSpec.instruments[7]}; // which trades in each tick
    const auto alone = ticksOf(MarketPast(aloneSpec, 7));
    QVERIFY(alone.size() > one.size());
    for (std::size_t i = 1; i <= one.size(); ++i) {
        const SeenTick &tick = alone[alone.size() - i];
        const auto &whole = one[one.size() - i].quotes;
        const auto found = std::ranges::find(whole, quint16(7), &Quote::instrument);
        QVERIFY(found != whole.end());
        QCOMPARE(tick.quotes.front().price, found->price);
        QCOMPARE(tick.quotes.front().size, found->size);
    }
}

/// Its random numbers are others than those from tick 1 on: neither prices nor sizes repeat.
void MarketPastTest::leavesTheTapeAlone()
{
    Market before(builtInMarket(), 42);
    const auto past = ticksOf(MarketPast(builtInMarket(), 42));
    Market market(builtInMarket(), 42);
    constexpr int ticks = 1000;
    int same = 0;
    for (int i = 1; i <= ticks; ++i) {
        QVERIFY(market.advance() == before.advance());
        same += past[past.size() - std::size_t(i)].quotes.front().size == market.quotes().front().size ? 1 : 0;
    }
    QVERIFY2(same < ticks / 20, qPrintable(QString::number(same)));
}

/// The newest price of each instrument is its start price, from which tick 1 goes on; before each trade is the older one.
void MarketPastTest::endsAtTheStartPrices()
{
    const MarketSpec spec = builtInMarket();
    const auto ticks = ticksOf(MarketPast(spec, 3));
    std::array<std::optional<qint64>, 12> prices;
    for (const SeenTick &tick : ticks) {
        for (const Quote &quote : tick.quotes) {
            auto &price = prices.at(quote.instrument);
            if (price)
                QCOMPARE(quote.previous, *price);
            price = quote.price;
            QCOMPARE(quote.open, quote.price);
            QCOMPARE(quote.high, quote.price);
            QCOMPARE(quote.low, quote.price);
        }
    }
    for (std::size_t i = 0; i < prices.size(); ++i)
        QCOMPARE(prices.at(i), std::optional(spec.instruments[i].startPrice));
    Market market(spec, 3);
    for (const Quote &quote : market.advance().quotes)
        QCOMPARE(quote.previous, prices.at(quote.instrument).value_or(0));
}

void MarketPastTest::isNumberedBackwards()
{
    const MarketPast past(builtInMarket(), 1);
    qint64 expected = past.firstSeq();
    QVERIFY(expected < -5400); // an hour and a half
    quint64 place = 0;
    past.visit([&](const Tick &tick, qint64 seq) {
        QCOMPARE(seq, expected++);
        QCOMPARE(tick.seq, ++place);
        QVERIFY(std::ranges::is_sorted(tick.quotes, {}, &Quote::instrument));
    });
    QCOMPARE(expected, qint64(1));
}

void MarketPastTest::keepsToItsLimits_data()
{
    QTest::addColumn<int>("instruments");
    QTest::addColumn<double>("activity");
    QTest::addColumn<int>("ticks");
    QTest::newRow("one") << 1 << 1.0 << 50'000;
    QTest::newRow("one that hardly trades") << 1 << 0.001 << 100'000;
    QTest::newRow("twelve") << 12 << 1.0 << 50'000 / 12;
    QTest::newRow("as many as there may be") << 500 << 1.0 << 100;
    QTest::newRow("as many that hardly trade") << 500 << 0.001 << 200;
}

void MarketPastTest::keepsToItsLimits()
{
    QFETCH(int, instruments);
    QFETCH(double, activity);
    QFETCH(int, ticks);
    const MarketPast past(copiesOf(GeometricBrownianModel{}, instruments, activity), 5);
    const auto seen = ticksOf(past);
    QCOMPARE(seen.size(), std::size_t(ticks));
    QCOMPARE(past.firstSeq(), qint64(1 - ticks));
    QVERIFY(tradesIn(seen) <= 50'000);
    const MarketPast none(copiesOf(GeometricBrownianModel{}, instruments, 1), 5, {std::size_t(instruments) - 1, 1000});
    QCOMPARE(none.firstSeq(), qint64(1));
    QVERIFY(ticksOf(none).empty());
}

/// A binomial count.
void MarketPastTest::tradesAsOftenAsItsActivity()
{
    const MarketSpec spec = builtInMarket();
    const auto ticks = ticksOf(MarketPast(spec, 5));
    std::array<int, 12> trades{};
    for (const SeenTick &tick : ticks) {
        for (const Quote &quote : tick.quotes)
            ++trades.at(quote.instrument);
    }
    for (std::size_t i = 0; i < trades.size(); ++i) {
        const double activity = spec.instruments[i].activity;
        const double off = trades.at(i) - activity * double(ticks.size());
        QVERIFY2(std::abs(off) <= mostErrors * std::sqrt(double(ticks.size()) * activity * (1 - activity)),
                 qPrintable(QString::number(off)));
    }
}

/// The share above s is (1 + s / 100)^(-4/3).
void MarketPastTest::sizesAreThoseOfTheMarket()
{
    for (const double bound : {10.0, 69.0, 500.0}) {
        Sample above;
        MarketPast(copiesOf(UniformModel{0, 999}, 10), 6).visit([&](const Tick &tick, qint64) {
            for (const Quote &quote : tick.quotes)
                above.add(double(quote.size) > bound ? 1 : 0);
        });
        QVERIFY(above.errorsOff(std::pow(1 + bound / 100, -4.0 / 3)) < mostErrors);
    }
}

/// With 50,000 returns a deviation of 2.5 % in their variance would show.
void MarketPastTest::hasTheVolatilityOfItsModel()
{
    constexpr double volatility = 0.002;
    constexpr double drift = 0.0003;
    Sample mean;
    Sample variance;
    MarketPast(copiesOf(GeometricBrownianModel{drift, volatility}, 20), 2026).visit([&](const Tick &tick, qint64) {
        for (const Quote &quote : tick.quotes) {
            const double change = std::log(double(quote.price) / double(quote.previous));
            mean.add(change);
            variance.add(change * change);
        }
    });
    // It was walked against time, and so a drift leads to the start price from above.
    const double expected = -(drift - volatility * volatility / 2);
    QVERIFY(mean.errorsOff(expected) < mostErrors);
    QVERIFY(variance.errorsOff(volatility * volatility + expected * expected) < mostErrors);
}

void MarketPastTest::stepsAsItsModelDoes()
{
    MarketSpec spec;
    spec.instruments.push_back({QStringLiteral("WALK"), {}, PriceGrid(2, 5), 100'00, RandomWalkModel{0.05}});
    spec.instruments.push_back({QStringLiteral("EVEN"), {}, PriceGrid(0, 1), 500, UniformModel{0, 999}});
    Sample ups;
    Sample prices;
    MarketPast(spec, 9).visit([&](const Tick &tick, qint64 seq) {
        const Quote &walk = tick.quotes[0];
        QCOMPARE(std::abs(walk.price - walk.previous), qint64(5));
        ups.add(walk.price > walk.previous ? 1 : 0);
        const Quote &even = tick.quotes[1];
        QVERIFY(even.price >= 0 && even.price <= 999);
        if (seq < 0) // else it is the start price
            prices.add(double(even.price));
    });
    QVERIFY(ups.errorsOff(0.5) < mostErrors);
    QVERIFY(prices.errorsOff(499.5) < mostErrors);
}

TICKER_TEST(MarketPastTest)
#include "tst_market_past.moc"
