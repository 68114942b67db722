// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/price_grid.h"
#include "simulation/random.h"
#include "ticker_test.h"

#include <limits>

using namespace ticker;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 nothing = -1;

} // namespace

class PriceGridTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nearest_data();
    void nearest();
    void nearestIsOnTheGrid();
    void everyPriceIsNearestToItself();
    void text_data();
    void text();
    void textIsAppended();
    void fromText_data();
    void fromText();
    void readsWhatItWrites();
    void readsExactlyWithManyZeros();
};

void PriceGridTest::nearest_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("tickSize");
    QTest::addColumn<double>("price");
    QTest::addColumn<qint64>("units");

    QTest::newRow("on it") << 2 << qint64(1) << 12.34 << qint64(1234);
    QTest::newRow("below the half") << 2 << qint64(1) << 12.344 << qint64(1234);
    QTest::newRow("half, away from zero") << 0 << qint64(1) << 2.5 << qint64(3);
    QTest::newRow("half, from odd") << 0 << qint64(1) << 3.5 << qint64(4);
    QTest::newRow("just below the half") << 0 << qint64(1) << 2.4999999999999996 << qint64(2);
    QTest::newRow("five cents, down") << 2 << qint64(5) << 12.52 << qint64(1250);
    QTest::newRow("five cents, up") << 2 << qint64(5) << 12.53 << qint64(1255);
    QTest::newRow("a quarter's half") << 2 << qint64(25) << 10.125 << qint64(1025);
    QTest::newRow("ticks of seven") << 0 << qint64(7) << 24.0 << qint64(21);
    QTest::newRow("eight decimals") << 8 << qint64(1) << 0.00000123 << qint64(123);
    QTest::newRow("less than a tick") << 2 << qint64(5) << 0.001 << qint64(5);
    QTest::newRow("zero") << 2 << qint64(5) << 0.0 << qint64(5);
    QTest::newRow("negative") << 2 << qint64(1) << -3.0 << qint64(1);
    QTest::newRow("no number") << 2 << qint64(5) << notANumber << qint64(5);
    QTest::newRow("minus infinity") << 2 << qint64(5) << -infinity << qint64(5);
    QTest::newRow("infinity") << 2 << qint64(1) << infinity << PriceGrid::largestPrice;
    QTest::newRow("largest") << 0 << qint64(1) << 0x1p53 << PriceGrid::largestPrice;
    QTest::newRow("next to the largest") << 0 << qint64(1) << 0x1p53 - 1 << PriceGrid::largestPrice - 1;
    QTest::newRow("too large") << 0 << qint64(3) << 1e300 << PriceGrid::largestPrice / 3 * 3;
    QTest::newRow("overflow") << 8 << qint64(1) << std::numeric_limits<double>::max() << PriceGrid::largestPrice;
    QTest::newRow("largest tick size") << 0 << PriceGrid::largestPrice << 1.0 << PriceGrid::largestPrice;
}

void PriceGridTest::nearest()
{
    QFETCH(int, decimals);
    QFETCH(qint64, tickSize);
    QFETCH(double, price);
    QFETCH(qint64, units);
    QCOMPARE(PriceGrid(decimals, tickSize).nearest(price), units);
}

void PriceGridTest::nearestIsOnTheGrid()
{
    const CounterRandom random(1);
    for (quint64 i = 0; i < 100'000; ++i) {
        const PriceGrid grid(int(random.below(9, i)), qint64(random.below(1000, i, 1)) + 1);
        const double price = 1e6 * random.uniform(i, 2) * random.uniform(i, 3);
        const qint64 units = grid.nearest(price);
        QCOMPARE(units % grid.tickSize(), qint64(0));
        QVERIFY(units >= grid.tickSize());
        const double off = std::abs(double(units) - price * grid.unitsPerOne());
        QVERIFY(off <= double(grid.tickSize()) * (0.5 + 1e-9) || units == grid.tickSize());
    }
}

void PriceGridTest::everyPriceIsNearestToItself()
{
    const CounterRandom random(2);
    for (quint64 i = 0; i < 100'000; ++i) {
        const PriceGrid grid(int(random.below(9, i)), qint64(random.below(1000, i, 1)) + 1);
        const qint64 units = (qint64(random.below(1'000'000'000'000, i, 2)) + 1) * grid.tickSize();
        QCOMPARE(grid.nearest(grid.toDouble(units)), units);
    }
}

void PriceGridTest::text_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<qint64>("units");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("all of its decimals") << 2 << qint64(1230) << QByteArray("12.30");
    QTest::newRow("below one") << 2 << qint64(7) << QByteArray("0.07");
    QTest::newRow("zero") << 2 << qint64(0) << QByteArray("0.00");
    QTest::newRow("zero, whole") << 0 << qint64(0) << QByteArray("0");
    QTest::newRow("whole") << 0 << qint64(999) << QByteArray("999");
    QTest::newRow("one decimal") << 1 << qint64(10) << QByteArray("1.0");
    QTest::newRow("eight decimals") << 8 << qint64(1) << QByteArray("0.00000001");
    QTest::newRow("negative") << 2 << qint64(-3763) << QByteArray("-37.63");
    QTest::newRow("negative, less than one") << 2 << qint64(-50) << QByteArray("-0.50");
    QTest::newRow("negative, whole") << 0 << qint64(-7) << QByteArray("-7");
    QTest::newRow("lowest") << 8 << -PriceGrid::largestPrice << QByteArray("-90071992.54740992");
    QTest::newRow("twelve decimals") << 12 << qint64(1'234'567) << QByteArray("0.000001234567");
    QTest::newRow("largest, twelve decimals") << 12 << PriceGrid::largestPrice << QByteArray("9007.199254740992");
    QTest::newRow("largest") << 0 << PriceGrid::largestPrice << QByteArray("9007199254740992");
    QTest::newRow("largest, eight decimals") << 8 << PriceGrid::largestPrice << QByteArray("90071992.54740992");
}

void PriceGridTest::text()
{
    QFETCH(int, decimals);
    QFETCH(qint64, units);
    QFETCH(QByteArray, text);
    QCOMPARE(PriceGrid(decimals, 1).text(units), text);
}

void PriceGridTest::textIsAppended()
{
    QByteArray text("price=");
    PriceGrid(2, 1).appendTo(text, 501);
    QCOMPARE(text, QByteArray("price=5.01"));
}

void PriceGridTest::fromText_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("units");

    const auto row = [](int decimals, const char *text, qint64 units) {
        QTest::addRow("%d: %.40s", decimals, text) << decimals << QByteArray(text) << units;
    };
    row(2, "12.3", 1230);
    row(2, "12.300", 1230);
    row(2, "1e2", 10'000);
    row(2, "1E+2", 10'000);
    row(2, "+5", 500);
    row(2, "1230e-2", 1230);
    row(2, "0.1e1", 100);
    row(2, "0", 0);
    row(2, "0.000", 0);
    row(2, "0e999999999999999999999", 0);
    row(2, "007.10", 710);
    row(2, ".5", 50);
    row(2, "5.", 500);
    row(0, "9007199254740992", PriceGrid::largestPrice);
    row(8, "90071992.54740992", PriceGrid::largestPrice);
    row(8, "0.00000001", 1);
    row(8, "1e-8", 1);
    row(12, "0.000001234567", 1'234'567);
    row(2, "0.000000000000000000000000000001e30", 100);
    row(2, "1000000000000000000000000000000e-30", 100);
    // Not a multiple of the unit.
    row(2, "12.345", nothing);
    row(0, "0.5", nothing);
    row(8, "1e-9", nothing);
    row(2, "1.00000000000000000000000000000001", nothing);
    // Too much.
    row(0, "9007199254740993", nothing);
    row(2, "90071992547409.93", nothing);
    row(2, "1e15", nothing);
    row(2, "1e400", nothing);
    row(2, "1e99999999999999999999999999", nothing);
    row(2, "1e-99999999999999999999999999", nothing);
    row(0, "99999999999999999999999999999999999999", nothing);
    // No number.
    for (const char *text : {"",   "+",  ".",    "e5",  "1e",  "1e+", "-1",    "-0",    "1.2.3", "12,3",
                             " 1", "1 ", "0x10", "nan", "inf", "++1", "1e1.5", "1e2e3", "NaN",   "\xc2\xbd"})
        row(2, text, nothing);
}

void PriceGridTest::fromText()
{
    QFETCH(int, decimals);
    QFETCH(QByteArray, text);
    QFETCH(qint64, units);
    QCOMPARE(PriceGrid(decimals, 1).fromText(text).value_or(nothing), units);
}

void PriceGridTest::readsWhatItWrites()
{
    const CounterRandom random(3);
    for (quint64 i = 0; i < 100'000; ++i) {
        const PriceGrid grid(int(random.below(9, i)), 1);
        const auto units = qint64(random.below(quint64(PriceGrid::largestPrice) + 1, i, 1) >> random.below(53, i, 2));
        QCOMPARE(grid.fromText(grid.text(units)).value_or(nothing), units);
    }
}

void PriceGridTest::readsExactlyWithManyZeros()
{
    const QByteArray zeros(100'000, '0');
    QCOMPARE(PriceGrid(2, 1).fromText(zeros + "12.34" + zeros).value_or(nothing), qint64(1234));
    QCOMPARE(PriceGrid(2, 1).fromText("12" + zeros + "e-100000").value_or(nothing), qint64(1200));
    QCOMPARE(PriceGrid(2, 1).fromText("0." + zeros + "12e100002").value_or(nothing), qint64(1200));
    QVERIFY(!PriceGrid(2, 1).fromText("12" + zeros));
}

TICKER_TEST(PriceGridTest)
#include "tst_price_grid.moc"
