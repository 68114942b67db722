// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "one_instrument.h"
#include "order_book/book_maker.h"
#include "simulation/bid_ask_rule.h"
#include "simulation/market.h"
#include "ticker_test.h"

#include <cmath>

using namespace ticker;

namespace {

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
    void levelsAboveZero();
    void atTheLargestPrice();
    void flatAndHalted();
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
    QCOMPARE(market.quotes().front().side, Side::Unknown);
    quint64 last = 0;
    for (int i = 0; i < 5000; ++i) {
        const Tick &tick = market.advance();
        const BookTop top = market.top(0);
        if (!tick.quotes.empty()) {
            const Quote &quote = tick.quotes.front();
            QVERIFY(quote.side != Side::Unknown);
            QCOMPARE(quote.price, quote.side == Side::Buy ? top.ask : top.bid);
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
