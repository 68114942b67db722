// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "order_book/book_maker.h"
#include "simulation/bid_ask_rule.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;

namespace {

constexpr PriceGrid cents(2, 1);
constexpr PriceGrid fiveCents(2, 5);

Instrument instrumentOf(const char *symbol, PriceModel model, PriceGrid grid = cents, double spread = 0,
                        double activity = 1)
{
    Instrument instrument;
    instrument.symbol = QLatin1String(symbol);
    instrument.grid = grid;
    instrument.startPrice = 100'00;
    instrument.model = std::move(model);
    instrument.activity = activity;
    instrument.spread = spread;
    return instrument;
}

Market marketOf(const Instrument &instrument, quint64 seed = 42)
{
    return Market({QStringLiteral("one"), {instrument}}, seed);
}

/// Whether it is one: prices are multiples of the tick size, in order, and the sides do not meet.
bool isBook(const OrderBook &book, qint64 tickSize)
{
    const auto isLevel = [tickSize](const BookLevel &level) {
        return level.price > 0 && level.price % tickSize == 0 && level.size > 0;
    };
    return std::ranges::all_of(book.bids, isLevel) && std::ranges::all_of(book.asks, isLevel)
        && std::ranges::is_sorted(book.bids, std::greater<>(), &BookLevel::price)
        && std::ranges::is_sorted(book.asks, std::less<>(), &BookLevel::price)
        && (book.bids.empty() || book.asks.empty() || book.bids.front().price < book.asks.front().price);
}

} // namespace

/// Books as the market has them, and the differences between them.
class OrderBookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyBookIsOne_data();
    void everyBookIsOne();
    void tradesAreAtTheSideThatWasHit_data() { everyBookIsOne_data(); }
    void tradesAreAtTheSideThatWasHit();
    void differencesGiveTheNextBook();
    void differences_data();
    void differences();
    void booksDependOnTheTopAlone();
    void quotesMoveWithoutATrade();
    void spreadIsThatOfTheParameter_data();
    void spreadIsThatOfTheParameter();
    void spreadWidens();
    void sizesHaveTheirMean();
    void sizesStay();
    void levelsAboveZero();
    void atTheLargestPrice();
    void flatAndHalted();
    void sidesFollowThePrice();
    void tapeHasNoBounceWithoutASpread();
    void hashOfBooks();
};

void OrderBookTest::everyBookIsOne_data()
{
    QTest::addColumn<PriceModel>("model");
    QTest::addColumn<PriceGrid>("grid");
    QTest::addColumn<double>("spread");
    QTest::addColumn<double>("activity");
    QTest::newRow("uniform") << PriceModel(UniformModel{0, 999}) << PriceGrid(0, 1) << 0.0 << 1.0;
    QTest::newRow("uniform, seldom") << PriceModel(UniformModel{0, 5}) << PriceGrid(0, 1) << 0.0 << 0.3;
    QTest::newRow("walk") << PriceModel(RandomWalkModel{0.05}) << fiveCents << 0.0 << 0.5;
    QTest::newRow("walk with a spread") << PriceModel(RandomWalkModel{0.05}) << fiveCents << 0.15 << 0.5;
    QTest::newRow("brownian") << PriceModel(GeometricBrownianModel{0, 0.01}) << cents << 0.0 << 0.7;
    QTest::newRow("brownian with a spread") << PriceModel(GeometricBrownianModel{0, 0.01}) << cents << 0.037 << 0.7;
    QTest::newRow("wide") << PriceModel(MeanReversionModel{1, 0.1, 0.2}) << cents << 5.0 << 1.0;
}

void OrderBookTest::everyBookIsOne()
{
    QFETCH(PriceModel, model);
    QFETCH(PriceGrid, grid);
    QFETCH(double, spread);
    QFETCH(double, activity);
    const Instrument instrument = instrumentOf("AAA", model, grid, spread, activity);
    const BookMaker maker(instrument, 42);
    Market market = marketOf(instrument);
    for (int i = 0; i < 5000; ++i) {
        const BookTop top = market.top(0);
        QCOMPARE(top.seq, market.seq());
        const OrderBook book = maker.book(top, 1 + i % 40);
        QVERIFY(isBook(book, grid.tickSize()));
        QCOMPARE(book.bids.empty() ? 0 : book.bids.front().price, std::max<qint64>(top.bid, 0));
        QCOMPARE(book.asks.front().price, top.ask);
        QCOMPARE(int(book.asks.size()), 1 + i % 40);
        QCOMPARE(maker.bidSize(top), book.bids.empty() ? 0 : book.bids.front().size);
        QCOMPARE(maker.askSize(top), book.asks.front().size);
        market.advance();
    }
}

void OrderBookTest::tradesAreAtTheSideThatWasHit()
{
    QFETCH(PriceModel, model);
    QFETCH(PriceGrid, grid);
    QFETCH(double, spread);
    QFETCH(double, activity);
    Market market = marketOf(instrumentOf("AAA", model, grid, spread, activity));
    QCOMPARE(market.quotes().front().side, TakerSide::Unknown);
    quint64 last = 0;
    for (int i = 0; i < 5000; ++i) {
        const Tick &tick = market.advance();
        const BookTop top = market.top(0);
        if (!tick.quotes.empty()) {
            const Quote &quote = tick.quotes.front();
            QVERIFY(quote.side != TakerSide::Unknown);
            QCOMPARE(quote.price, quote.side == TakerSide::Buy ? top.ask : top.bid);
            last = tick.seq;
        }
        QCOMPARE(top.tradeSeq, last);
    }
}

/// What a client has that applies each difference is the book, for 100,000 ticks.
void OrderBookTest::differencesGiveTheNextBook()
{
    const Instrument instrument = instrumentOf("AAA", GeometricBrownianModel{0, 0.003}, cents, 0.03, 0.8);
    const BookMaker maker(instrument, 7);
    Market market = marketOf(instrument, 7);
    OrderBook book = maker.book(market.top(0), 20);
    OrderBook client = book;
    std::size_t levels = 0;
    for (int i = 0; i < 100'000; ++i) {
        market.advance();
        const OrderBook next = maker.book(market.top(0), 20);
        const OrderBook difference = bookDifference(book, next);
        levels += difference.bids.size() + difference.asks.size();
        applyDifference(&client, difference);
        if (client != next)
            QFAIL(qPrintable(QStringLiteral("tick %1").arg(market.seq())));
        book = next;
    }
    QVERIFY(levels > 0);
    OrderBook whole;
    applyDifference(&whole, client);
    QCOMPARE(whole, client);
    QCOMPARE(bookDifference(client, client), OrderBook());
}

void OrderBookTest::differences_data()
{
    QTest::addColumn<OrderBook>("from");
    QTest::addColumn<OrderBook>("to");
    QTest::addColumn<OrderBook>("difference");
    const OrderBook book{{{10, 1}, {9, 2}}, {{11, 3}, {12, 4}}};
    QTest::newRow("same") << book << book << OrderBook();
    QTest::newRow("new") << OrderBook() << book << book;
    QTest::newRow("gone") << book << OrderBook() << OrderBook{{{10, 0}, {9, 0}}, {{11, 0}, {12, 0}}};
    QTest::newRow("size") << book << OrderBook{{{10, 1}, {9, 7}}, {{11, 3}, {12, 4}}} << OrderBook{{{9, 7}}, {}};
    QTest::newRow("up") << book << OrderBook{{{11, 5}, {10, 1}}, {{12, 4}, {13, 1}}}
                        << OrderBook{{{11, 5}, {9, 0}}, {{11, 0}, {13, 1}}};
}

void OrderBookTest::differences()
{
    QFETCH(OrderBook, from);
    QFETCH(OrderBook, to);
    QFETCH(OrderBook, difference);
    QCOMPARE(bookDifference(from, to), difference);
    applyDifference(&from, difference);
    QCOMPARE(from, to);
}

/// So what somebody has seen can be made again from a few numbers.
void OrderBookTest::booksDependOnTheTopAlone()
{
    const Instrument instrument = instrumentOf("AAA", GeometricBrownianModel{0, 0.003});
    Market market = marketOf(instrument);
    std::vector<std::pair<BookTop, OrderBook>> seen;
    const BookMaker maker(instrument, 42);
    for (int i = 0; i < 100; ++i) {
        market.advance();
        seen.emplace_back(market.top(0), maker.book(market.top(0), 30));
    }
    const BookMaker again(instrument, 42);
    for (const auto &[top, book] : seen)
        QCOMPARE(again.book(top, 30), book);
    QVERIFY(BookMaker(instrument, 43).book(seen.front().first, 30) != seen.front().second);
    Instrument other = instrument;
    other.symbol = QStringLiteral("BBB");
    QVERIFY(BookMaker(other, 42).book(seen.front().first, 30) != seen.front().second);
}

void OrderBookTest::quotesMoveWithoutATrade()
{
    Market market = marketOf(instrumentOf("AAA", GeometricBrownianModel{0, 0.01}, cents, 0.02, 0.1));
    int moves = 0;
    BookTop before = market.top(0);
    for (int i = 0; i < 1000; ++i) {
        const bool hasTraded = !market.advance().quotes.empty();
        const BookTop top = market.top(0);
        moves += !hasTraded && top.bid != before.bid ? 1 : 0;
        before = top;
    }
    QVERIFY(moves > 500);
}

void OrderBookTest::spreadIsThatOfTheParameter_data()
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
void OrderBookTest::spreadIsThatOfTheParameter()
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

void OrderBookTest::spreadWidens()
{
    const BidAskRule rule(instrumentOf("AAA", GeometricBrownianModel{}, cents, 0.10));
    QCOMPARE(rule.around(10'000, 1), (BidAsk{9'995, 10'005}));
    QCOMPARE(rule.around(10'000, 2), (BidAsk{9'990, 10'010}));
    QCOMPARE(rule.around(10'000, 0), (BidAsk{10'000, 10'001})); // a tick size at least
    QCOMPARE(rule.around(10'000, 1000), (BidAsk{9'950, 10'050}));
    QCOMPARE(rule.around(3, 1), (BidAsk{-2, 8}));
    QCOMPARE(rule.beside(100, TakerSide::Buy), (BidAsk{99, 100}));
    QCOMPARE(rule.beside(100, TakerSide::Sell), (BidAsk{100, 101}));
    QCOMPARE(rule.beside(0, TakerSide::Buy), (BidAsk{0, 1}));
}

/// Exponentially distributed: the standard deviation is the mean. Of 200 levels at each of 500 moments 64 ticks apart, when all
/// of them are others, the mean of 100,000 is within 1.5 % at more than 99.99 %.
void OrderBookTest::sizesHaveTheirMean()
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
void OrderBookTest::sizesStay()
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

void OrderBookTest::levelsAboveZero()
{
    const BookMaker maker(instrumentOf("AAA", UniformModel{0, 3}, PriceGrid(0, 1)), 1);
    QCOMPARE(maker.book({1, 3, 4, 1}, 20).bids.size(), std::size_t(3));
    QVERIFY(maker.book({1, 0, 1, 1}, 20).bids.empty());
    QVERIFY(maker.book({1, -5, 1, 1}, 20).bids.empty());
    QCOMPARE(maker.bidSize({1, -5, 1, 1}), quint64(0));
    QVERIFY(maker.book({1, 3, 0, 1}, 20).asks.empty());
    QCOMPARE(maker.askSize({1, 3, 0, 1}), quint64(0));
    Market market = marketOf(instrumentOf("AAA", UniformModel{0, 1}, PriceGrid(0, 1)));
    int zeros = 0;
    for (int i = 0; i < 200; ++i) {
        const Quote &quote = market.advance().quotes.front();
        if (quote.price == 0) {
            ++zeros;
            QCOMPARE(market.top(0), (BookTop{market.seq(), 0, 1, market.seq()}));
        }
    }
    QVERIFY(zeros > 50);
}

void OrderBookTest::atTheLargestPrice()
{
    const Instrument instrument = instrumentOf("AAA", GeometricBrownianModel{}, cents, 1000);
    const BidAsk found = BidAskRule(instrument).around(double(PriceGrid::largestPrice), 1);
    QCOMPARE(found.ask, PriceGrid::largestPrice);
    QVERIFY(found.bid < found.ask);
    const OrderBook book = BookMaker(instrument, 1).book({1, found.bid, found.ask, 1}, 20);
    QCOMPARE(book.asks.size(), std::size_t(1));
    QVERIFY(isBook(book, 1));
}

/// Prices stand still: so do the best ones, and a halted book changes only as its sizes do.
void OrderBookTest::flatAndHalted()
{
    for (const double spread : {0.0, 0.05}) {
        Market market = marketOf(instrumentOf("AAA", GeometricBrownianModel{0, 0.01}, cents, spread));
        for (int i = 0; i < 10; ++i)
            market.advance();
        const qint64 price = market.quotes().front().price;
        market.apply({MarketEvent::Kind::Flat, 0, 1});
        market.advance();
        const BookTop flat = market.top(0);
        for (int i = 0; i < 50; ++i) {
            QCOMPARE(market.advance().quotes.front().price, price);
            QCOMPARE(market.top(0).bid, flat.bid);
            QCOMPARE(market.top(0).ask, flat.ask);
        }
        QVERIFY(flat.bid == price || flat.ask == price);
        market.apply({MarketEvent::Kind::Flat, 0, 0});
        market.advance();
        const BookTop before = market.top(0);
        market.apply({MarketEvent::Kind::Halt, 0, 0});
        for (int i = 0; i < 50; ++i) {
            QVERIFY(market.advance().quotes.empty());
            QCOMPARE(market.top(0), (BookTop{market.seq(), before.bid, before.ask, before.tradeSeq}));
        }
    }
}

/// Seven of ten takers go with the price. Of 20,000 the share is within 2 % at more than 99.99 %.
void OrderBookTest::sidesFollowThePrice()
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
            follows += (middle > before) == (quote.side == TakerSide::Buy) ? 1 : 0;
        }
        before = middle;
    }
    QVERIFY(moves > 15'000);
    QVERIFY2(std::abs(double(follows) / moves - 0.7) < 0.02, qPrintable(QString::number(double(follows) / moves)));
}

/// A tutorial's price is uniform, and a walk without a spread goes step by step.
void OrderBookTest::tapeHasNoBounceWithoutASpread()
{
    Market market = marketOf(instrumentOf("AAA", RandomWalkModel{0.25}));
    for (int i = 0; i < 1000; ++i) {
        const Quote &quote = market.advance().quotes.front();
        QCOMPARE(std::abs(quote.price - quote.previous), qint64(25));
    }
}

/// The same with every compiler, for ever.
void OrderBookTest::hashOfBooks()
{
    const Instrument instrument = instrumentOf("AAA", GeometricBrownianModel{0, 0.003}, cents, 0.035, 0.8);
    const BookMaker maker(instrument, 42);
    Market market = marketOf(instrument);
    quint64 hash = 0xcbf29ce484222325;
    const auto add = [&hash](quint64 number) { hash = (hash ^ number) * 0x100000001b3; };
    for (int i = 0; i < 10'000; ++i) {
        market.advance();
        const OrderBook book = maker.book(market.top(0), 10);
        for (const auto *side : {&book.bids, &book.asks}) {
            for (const BookLevel &level : *side) {
                add(quint64(level.price));
                add(level.size);
            }
        }
    }
    QCOMPARE(QString::number(hash, 16), QStringLiteral("e30855b48769a61b"));
}

TICKER_TEST(OrderBookTest)
#include "tst_order_book.moc"
