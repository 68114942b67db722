// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_instrument.h"
#include "order_book/book_maker.h"
#include "simulation/bid_ask_rule.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;

/// That spread, sizes and sides are those of their parameters.
class BookStatisticsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadIsThatOfTheParameter_data();
    void spreadIsThatOfTheParameter();
    void spreadWidens();
    void spreadFollowsTheModel();
    void sizesHaveTheirMean();
    void sizesStay();
    void sidesFollowThePrice();
};

void BookStatisticsTest::spreadIsThatOfTheParameter_data()
{
    QTest::addColumn<double>("spread");
    QTest::addColumn<double>("mean");
    QTest::newRow("none: a tick size") << 0.0 << 1.0;
    QTest::newRow("less than a tick size") << 0.004 << 1.0;
    QTest::newRow("two") << 0.02 << 2.0;
    QTest::newRow("two and a half") << 0.025 << 2.5;
    QTest::newRow("many") << 1.23 << 123.0;
}

/// The mean of 20,000: where the spread is no whole number of tick sizes, it is the next lower or higher one, with a variance
/// of at most a quarter. So 0.02 are more than five standard deviations.
void BookStatisticsTest::spreadIsThatOfTheParameter()
{
    QFETCH(double, spread);
    QFETCH(double, mean);
    Market market = marketOf(instrumentOf("AAA", GeometricBrownianModel{0, 0.01}, cents, spread));
    double sum = 0;
    constexpr int ticks = 20'000;
    for (int i = 0; i < ticks; ++i) {
        market.advance();
        const BookTop top = market.top(0);
        const auto found = double(top.ask - top.bid);
        QVERIFY(std::abs(found - mean) < 1);
        sum += found;
    }
    QVERIFY2(std::abs(sum / ticks - mean) < 0.02, qPrintable(QString::number(sum / ticks)));
}

void BookStatisticsTest::spreadWidens()
{
    const BidAskRule rule(instrumentOf("AAA", GeometricBrownianModel{}, cents, 0.10));
    QCOMPARE(rule.around(10'000, 1), (BidAsk{9'995, 10'005}));
    QCOMPARE(rule.around(10'000, 2), (BidAsk{9'990, 10'010}));
    QCOMPARE(rule.around(10'000, 0), (BidAsk{10'000, 10'001})); // a tick size at least
    QCOMPARE(rule.around(10'000, 1000), (BidAsk{9'950, 10'050}));
    QCOMPARE(rule.around(3, 1), (BidAsk{-2, 8}));
    QCOMPARE(rule.beside(100, Side::Buy), (BidAsk{99, 100}));
    QCOMPARE(rule.beside(100, Side::Sell), (BidAsk{100, 101}));
    QCOMPARE(rule.beside(0, Side::Buy), (BidAsk{0, 1}));
}

/// Two regimes that last as long as each other, with volatilities of 1 and 3: the long run's is the root of 5.
void BookStatisticsTest::spreadFollowsTheModel()
{
    const RegimeSwitchingModel model{{{0, 0.001, 0.05}, {0, 0.003, 0.05}}};
    Market market = marketOf(instrumentOf("AAA", model, cents, 1.00));
    int calm = 0;
    constexpr int ticks = 20'000;
    for (int i = 0; i < ticks; ++i) {
        market.advance();
        const BookTop top = market.top(0);
        const auto found = double(top.ask - top.bid);
        const bool isCalm = std::abs(found - 100 / std::sqrt(5.0)) <= 1;
        QVERIFY2(isCalm || std::abs(found - 300 / std::sqrt(5.0)) <= 1, qPrintable(QString::number(found)));
        calm += isCalm ? 1 : 0;
    }
    // Regimes last 20 ticks, so the share of one of them has a standard deviation of sqrt(0.25 * 19 / ticks).
    QVERIFY(std::abs(double(calm) / ticks - 0.5) < 4 * std::sqrt(0.25 * 19 / ticks));
}

/// Exponentially distributed: the standard deviation is the mean. Of 200 levels at each of 500 moments 64 ticks apart, when all
/// of them are others, the mean of 100,000 is within 1.5 % at more than 99.99 %.
void BookStatisticsTest::sizesHaveTheirMean()
{
    Instrument instrument = instrumentOf("AAA", GeometricBrownianModel{});
    instrument.depth = 3000;
    const BookMaker maker(instrument, 1);
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (quint64 seq = 64; seq <= 64 * 500; seq += 64) {
        const OrderBook book = maker.book({seq, 10'000, 10'001, 0}, 101);
        for (const auto *side : {&book.bids, &book.asks}) {
            for (std::size_t i = 1; i < side->size(); ++i) { // trades take from the best one
                const auto size = double((*side)[i].size);
                sum += size;
                squares += size * size;
                ++count;
            }
        }
    }
    QCOMPARE(count, 100'000);
    const double mean = sum / count;
    const double deviation = std::sqrt(squares / count - mean * mean);
    QVERIFY2(std::abs(mean / 3000 - 1) < 0.015, qPrintable(QString::number(mean)));
    QVERIFY2(std::abs(deviation / 3000 - 1) < 0.03, qPrintable(QString::number(deviation)));
}

/// Where no price moves, each level changes every 8 to 64 ticks, and so every 29th on average: the mean of 1/life is
/// (H(64) - H(7)) / 57 = 0.0377.
void BookStatisticsTest::sizesStay()
{
    const BookMaker maker(instrumentOf("AAA", GeometricBrownianModel{}), 1);
    int changes = 0;
    constexpr int ticks = 1000;
    for (quint64 seq = 1; seq <= ticks; ++seq) {
        const OrderBook change = bookDifference(maker.book({seq - 1, 10'000, 10'001, 0}, 50),
                                                maker.book({seq, 10'000, 10'001, 0}, 50));
        changes += int(change.bids.size() + change.asks.size());
    }
    const double share = double(changes) / ticks / 100;
    QVERIFY2(share > 0.030 && share < 0.046, qPrintable(QString::number(share)));
    const BookTop top{5, 10'000, 10'001, 5};
    BookTop traded = top;
    traded.tradeSeq = 4;
    const OrderBook change = bookDifference(maker.book(traded, 50), maker.book(top, 50));
    QCOMPARE(change.bids.size() + change.asks.size(), std::size_t(2)); // at the best prices
}

/// Seven of ten takers go with the price. Of 20,000 the share is within 2 % at more than 99.99 %.
void BookStatisticsTest::sidesFollowThePrice()
{
    Market market = marketOf(instrumentOf("AAA", GeometricBrownianModel{0, 0.01}, cents, 0.01));
    double before = 100'00;
    int follows = 0;
    int moves = 0;
    for (int i = 0; i < 20'000; ++i) {
        const Quote quote = market.advance().quotes.front();
        const BookTop top = market.top(0);
        const double middle = double(top.bid + top.ask) / 2;
        if (middle != before) {
            ++moves;
            follows += (middle > before) == (quote.side == Side::Buy) ? 1 : 0;
        }
        before = middle;
    }
    QVERIFY(moves > 15'000);
    QVERIFY2(std::abs(double(follows) / moves - 0.7) < 0.02, qPrintable(QString::number(double(follows) / moves)));
}

TICKER_TEST(BookStatisticsTest)
#include "tst_book_statistics.moc"
