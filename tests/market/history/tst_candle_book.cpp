// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "candle_model.h"
#include "instruments/instrument.h"
#include "random_ticks.h"
#include "ticker_test.h"

using namespace ticker;

namespace {

/// A multiple of every interval.
constexpr qint64 midnight = 20'780 * day;

Candles candlesOf(CandleBook &book, int instrument, CandleInterval interval, CandleBook::Query query = {})
{
    Candles found;
    for (const auto piece : book.candles(instrument, interval, query))
        found.insert(found.end(), piece.begin(), piece.end());
    return found;
}

Tick trade(qint64 price, quint64 size = 1)
{
    return {1, {{.instrument = 0, .size = size, .price = price}}};
}

} // namespace

class CandleBookTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHasNone();
    void oneCandle();
    void edgesOfIntervals();
    void beforeTheYear1970();
    void gapsHaveNoCandles();
    void timeThatStandsStill();
    void timeThatRunsBackwards();
    void aClockThatIsSetBack();
    void volumeIsWide();
    void askedInTheMiddleOfASecond();
    void rangesAndLimits();
    void generatedTrades();
    void clearedForAnotherTape();
    void sameAsAllTrades_data();
    void sameAsAllTrades();
    void sharesOfFewBytes_data();
    void sharesOfFewBytes();
};

void CandleBookTest::emptyHasNone()
{
    CandleBook book(2, {});
    for (const CandleInterval interval : candleIntervals)
        QVERIFY(candlesOf(book, 1, interval).empty());
    book.append({1, {}}, midnight);
    book.append(trade(5), midnight);
    for (const CandleInterval interval : candleIntervals)
        QVERIFY(candlesOf(book, 1, interval).empty());
}

void CandleBookTest::oneCandle()
{
    CandleBook book(1, {});
    book.append(trade(50, 3), midnight + 1);
    book.append(trade(70, 4), midnight + 2);
    book.append(trade(20, 0), midnight + 3);
    book.append(trade(60, 5), midnight + 999);
    for (const CandleInterval interval : candleIntervals)
        QVERIFY(candlesOf(book, 0, interval) == Candles({{midnight, 50, 70, 20, 60, 12, 4}}));
}

void CandleBookTest::edgesOfIntervals()
{
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        CandleBook book(1, {});
        book.append(trade(1), midnight - 1);
        book.append(trade(2), midnight);
        book.append(trade(3), midnight + lengths[i] - 1);
        book.append(trade(4), midnight + lengths[i]);
        const Candles candles = candlesOf(book, 0, candleIntervals[i]);
        QCOMPARE(candles.size(), std::size_t(3));
        QVERIFY(candles[0] == Candle({midnight - lengths[i], 1, 1, 1, 1, 1, 1}));
        QVERIFY(candles[1] == Candle({midnight, 2, 3, 2, 3, 2, 2}));
        QCOMPARE(candles[2].startMs, midnight + lengths[i]);
    }
}

void CandleBookTest::beforeTheYear1970()
{
    CandleBook book(1, {});
    book.append(trade(1), -1);
    book.append(trade(2), 0);
    QVERIFY(candlesOf(book, 0, CandleInterval::Day) == Candles({{-day, 1, 1, 1, 1, 1, 1}, {0, 2, 2, 2, 2, 1, 1}}));
    QVERIFY(candlesOf(book, 0, CandleInterval::Second)
            == Candles({{-second, 1, 1, 1, 1, 1, 1}, {0, 2, 2, 2, 2, 1, 1}}));
}

void CandleBookTest::gapsHaveNoCandles()
{
    CandleBook book(1, {});
    book.append(trade(1), midnight);
    book.append(trade(2), midnight + 10 * minute);
    QCOMPARE(candlesOf(book, 0, CandleInterval::Second).size(), std::size_t(2));
    QCOMPARE(candlesOf(book, 0, CandleInterval::Minute).size(), std::size_t(2));
    QCOMPARE(candlesOf(book, 0, CandleInterval::Minute)[1].startMs, midnight + 10 * minute);
    QCOMPARE(candlesOf(book, 0, CandleInterval::QuarterHour).size(), std::size_t(1));
}

void CandleBookTest::timeThatStandsStill()
{
    CandleBook book(1, {});
    for (int price = 1; price <= 1000; ++price)
        book.append(trade(price), midnight + 500);
    QVERIFY(candlesOf(book, 0, CandleInterval::Second) == Candles({{midnight, 1, 1000, 1, 1000, 1000, 1000}}));
}

void CandleBookTest::timeThatRunsBackwards()
{
    CandleBook book(1, {});
    book.append(trade(1), midnight + hour);
    book.append(trade(2), midnight + hour + 5 * second);
    book.append(trade(3), midnight + hour - 5 * second);
    book.append(trade(4), midnight + hour + 4 * second);
    const qint64 start = midnight + hour;
    QVERIFY(candlesOf(book, 0, CandleInterval::Second)
            == Candles({{start, 1, 1, 1, 1, 1, 1}, {start + 5 * second, 2, 4, 2, 4, 3, 3}}));
    QVERIFY(candlesOf(book, 0, CandleInterval::Minute) == Candles({{start, 1, 4, 1, 4, 4, 4}}));
    book.append(trade(5), start + 6 * second);
    QCOMPARE(candlesOf(book, 0, CandleInterval::Second).size(), std::size_t(3));
}

/// What was traded at later times is of times that are yet to come.
void CandleBookTest::aClockThatIsSetBack()
{
    CandleBook book(2, {});
    for (int i = 0; i < 5; ++i)
        book.append(trade(i), midnight + i * hour);
    book.append({1, {{.instrument = 1, .size = 1, .price = 9}}}, midnight + 4 * hour);
    const qint64 now = midnight + 90 * minute;
    book.append(trade(5), now);
    book.append(trade(6), now + second);
    QVERIFY(candlesOf(book, 0, CandleInterval::Second)
            == Candles({{midnight, 0, 0, 0, 0, 1, 1},
                        {midnight + hour, 1, 1, 1, 1, 1, 1},
                        {now, 5, 5, 5, 5, 1, 1},
                        {now + second, 6, 6, 6, 6, 1, 1}}));
    QVERIFY(candlesOf(book, 0, CandleInterval::Hour)
            == Candles({{midnight, 0, 0, 0, 0, 1, 1}, {midnight + hour, 1, 6, 1, 6, 3, 3}}));
    // Of another instrument that was not traded since, too, once it is.
    book.append({2, {{.instrument = 1, .size = 1, .price = 8}}}, now + second);
    QVERIFY(candlesOf(book, 1, CandleInterval::Minute) == Candles({{now, 8, 8, 8, 8, 1, 1}}));
}

void CandleBookTest::volumeIsWide()
{
    CandleBook book(1, {});
    const quint32 largest = std::numeric_limits<quint32>::max();
    for (int i = 0; i < 3; ++i)
        book.append(trade(PriceGrid::largestPrice, largest), midnight + i * hour);
    const Candle all = candlesOf(book, 0, CandleInterval::Day).front();
    QCOMPARE(all.volume, quint64(largest) * 3);
    QCOMPARE(all.high, PriceGrid::largestPrice);
    book.append(trade(-3, SizeScale::largest - 1), midnight + 3 * hour);
    book.append(trade(-2, SizeScale::largest), midnight + 3 * hour + second);
    const Candle limited = candlesOf(book, 0, CandleInterval::Day).front();
    QCOMPARE(limited.volume, SizeScale::largest);
    QCOMPARE(limited.low, qint64(-3));
}

/// Asking changes nothing, however often.
void CandleBookTest::askedInTheMiddleOfASecond()
{
    CandleBook book(1, {});
    for (quint32 i = 1; i <= 5; ++i) {
        book.append(trade(10 - qint64(i), 2), midnight + i);
        for (int again = 0; again < 2; ++again) {
            for (const CandleInterval interval : candleIntervals) {
                const qint64 low = 10 - qint64(i);
                QVERIFY(candlesOf(book, 0, interval) == Candles({{midnight, 9, 9, low, low, 2 * i, i}}));
            }
        }
    }
}

void CandleBookTest::rangesAndLimits()
{
    CandleBook book(1, {.candlesPerSeries = 10});
    for (int i = 0; i < 25; ++i)
        book.append(trade(i), midnight + i * second);
    const auto opens = [&](CandleBook::Query query) {
        QList<qint64> found;
        for (const Candle &candle : candlesOf(book, 0, CandleInterval::Second, query))
            found.append(candle.open);
        return found;
    };
    QCOMPARE(opens({}), QList<qint64>({15, 16, 17, 18, 19, 20, 21, 22, 23, 24}));
    QCOMPARE(opens({.limit = 3}), QList<qint64>({22, 23, 24}));
    QCOMPARE(opens({.limit = 0}), QList<qint64>());
    QCOMPARE(opens({.fromMs = midnight + 23 * second}), QList<qint64>({23, 24}));
    QCOMPARE(opens({.fromMs = midnight + 22 * second + 1}), QList<qint64>({23, 24}));
    QCOMPARE(opens({.fromMs = midnight + 25 * second}), QList<qint64>());
    QCOMPARE(opens({.beforeMs = midnight + 17 * second}), QList<qint64>({15, 16}));
    QCOMPARE(opens({.beforeMs = midnight + 15 * second}), QList<qint64>());
    QCOMPARE(opens({.limit = 2, .beforeMs = midnight + 20 * second}), QList<qint64>({18, 19}));
    QCOMPARE(opens({.limit = 2, .fromMs = midnight + 16 * second, .beforeMs = midnight + 20 * second}),
             QList<qint64>({18, 19}));
    QCOMPARE(opens({.fromMs = midnight + 20 * second, .beforeMs = midnight + 17 * second}), QList<qint64>());
    QCOMPARE(candlesOf(book, 0, CandleInterval::Minute).front().open, qint64(0));
}

/// A candle is generated as long as all in it is.
void CandleBookTest::generatedTrades()
{
    CandleBook book(1, {});
    for (const qint64 before : {90 * second, 2 * second, second})
        book.appendGenerated(trade(5), midnight - before);
    book.appendGenerated(trade(6), midnight);
    for (const CandleInterval interval : candleIntervals) {
        for (const Candle &candle : candlesOf(book, 0, interval))
            QVERIFY(candle.isGenerated);
    }
    book.append(trade(7), midnight);
    book.append(trade(8), midnight + second);
    const auto areGenerated = [&book](CandleInterval interval) {
        QList<bool> are;
        for (const Candle &candle : candlesOf(book, 0, interval))
            are.append(candle.isGenerated);
        return are;
    };
    QCOMPARE(areGenerated(CandleInterval::Second), (QList<bool>{true, true, true, false, false}));
    QCOMPARE(areGenerated(CandleInterval::Minute), (QList<bool>{true, true, false}));
    QCOMPARE(areGenerated(CandleInterval::Day), (QList<bool>{true, false}));
    const auto both = candlesOf(book, 0, CandleInterval::Second)[3];
    QVERIFY(both == Candle({midnight, 6, 7, 6, 7, 2, 2, false}));
}

void CandleBookTest::clearedForAnotherTape()
{
    CandleBook book(1, {});
    for (int i = 0; i < 100; ++i)
        book.append(trade(i), midnight + i * minute);
    const std::size_t before = book.bytes();
    book.clear();
    QVERIFY(book.bytes() < before);
    QVERIFY(candlesOf(book, 0, CandleInterval::Minute).empty());
    book.append(trade(7), midnight - day);
    QVERIFY(candlesOf(book, 0, CandleInterval::Minute) == Candles({{midnight - day, 7, 7, 7, 7, 1, 1}}));
}

void CandleBookTest::sameAsAllTrades_data()
{
    QTest::addColumn<int>("instruments");
    QTest::addColumn<int>("perThousand");
    QTest::addColumn<quint64>("candles");
    QTest::addColumn<qint64>("longestStepMs");
    QTest::addColumn<int>("backwards");
    QTest::addColumn<int>("ticks");

    const int always = RandomTicks::always;
    QTest::newRow("milliseconds") << 1 << always << quint64(1000) << qint64(30) << 0 << 20'000;
    QTest::newRow("seconds") << 3 << 500 << quint64(50) << 2 * second << 0 << 5000;
    QTest::newRow("minutes") << 3 << 500 << quint64(7) << 2 * minute << 0 << 5000;
    QTest::newRow("hours") << 12 << 300 << quint64(100) << hour << 0 << 3000;
    QTest::newRow("days") << 12 << 100 << quint64(33) << 2 * day << 0 << 3000;
    QTest::newRow("one candle") << 2 << 700 << quint64(1) << minute << 0 << 2000;
    QTest::newRow("none means one") << 2 << 700 << quint64(0) << minute << 0 << 2000;
    QTest::newRow("back and forth") << 5 << 400 << quint64(100) << 10 * second << 300 << 5000;
    QTest::newRow("backwards mostly") << 5 << 400 << quint64(100) << hour << 600 << 3000;
    QTest::newRow("rare trades") << 40 << 5 << quint64(20) << minute << 20 << 20'000;
    QTest::newRow("500") << MarketSpec::mostInstruments << always << quint64(1000) << 5 * second << 10 << 150;
}

void CandleBookTest::sameAsAllTrades()
{
    QFETCH(int, instruments);
    QFETCH(int, perThousand);
    QFETCH(quint64, candles);
    QFETCH(qint64, longestStepMs);
    QFETCH(int, backwards);
    QFETCH(int, ticks);

    CandleBook book(std::size_t(instruments), {.candlesPerSeries = candles});
    const std::size_t kept = std::max<std::size_t>(candles, 1);
    CandleModel model(instruments, kept);
    RandomTicks feed(instruments, perThousand, 17);
    qint64 now = midnight - 3 * hour;
    for (int i = 0; i < ticks; ++i) {
        const qint64 step = qint64(feed.below(quint64(longestStepMs) + 1));
        now += feed.below(1000) < quint64(backwards) ? -step : step;
        // Often exactly at an edge.
        if (feed.below(4) == 0)
            now -= now % lengths[feed.below(lengths.size())];
        const Tick &tick = feed.next();
        book.append(tick, now);
        model.append(tick, now);
        for (int asked = 0; asked < 3; ++asked) {
            const int instrument = int(feed.below(quint64(instruments)));
            const CandleInterval interval = candleIntervals[feed.below(candleIntervals.size())];
            CandleBook::Query query{.limit = feed.below(2 * kept)};
            const qint64 span = qint64(kept) * candleIntervalMs(interval);
            if (feed.below(2) == 0)
                query.fromMs = now - qint64(feed.below(quint64(span)));
            if (feed.below(2) == 0)
                query.beforeMs = now - qint64(feed.below(quint64(span)));
            QVERIFY(candlesOf(book, instrument, interval, query) == model.candles(instrument, interval, kept, query));
        }
    }
    for (int instrument = 0; instrument < instruments; ++instrument) {
        for (const CandleInterval interval : candleIntervals)
            QVERIFY(candlesOf(book, instrument, interval) == model.candles(instrument, interval, kept, {}));
    }
}

void CandleBookTest::sharesOfFewBytes_data()
{
    QTest::addColumn<int>("share");
    QTest::addColumn<qint64>("stepMs");
    for (const int share : {1, 2, 5, 20}) {
        for (const qint64 step : {second / 3, 7 * second, 11 * minute, 5 * hour})
            QTest::addRow("%d candles, steps of %lld ms", share, step) << share << step;
    }
}

/// Where there is not enough for all, each series has its share of the newest candles, or all that it ever had.
void CandleBookTest::sharesOfFewBytes()
{
    QFETCH(int, share);
    QFETCH(qint64, stepMs);
    const int instruments = 4;
    const std::size_t tables = 1024;
    const std::size_t bytes = instruments * (tables + lengths.size() * std::size_t(share) * sizeof(Candle));
    CandleBook book(instruments, {.bytes = share == 1 ? 0 : bytes});
    CandleModel model(instruments);
    RandomTicks feed(instruments, 700, 17);
    for (int i = 0; i < 3000; ++i) {
        // By and by longer steps, so that longer intervals need more.
        const qint64 now = midnight + i * stepMs * (1 + i / 300);
        const Tick &tick = feed.next();
        book.append(tick, now);
        model.append(tick, now);
        if (share > 1)
            QVERIFY(book.bytes() <= bytes);
        const int instrument = i % instruments;
        for (const CandleInterval interval : candleIntervals) {
            const Candles candles = candlesOf(book, instrument, interval);
            const std::size_t made = model.all(instrument, interval).size();
            QVERIFY(candles.size() >= std::min(std::size_t(share), made));
            QVERIFY(candles == model.candles(instrument, interval, candles.size(), {}));
        }
    }
}

TICKER_TEST(CandleBookTest)
#include "tst_candle_book.moc"
