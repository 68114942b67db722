// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_values.h"
#include "ticker_test.h"

#include "instruments/price_grid.h"
#include "instruments/size_scale.h"

using namespace ticker;

namespace {

const QString noError;

} // namespace

class TickFileValuesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prices_data();
    void prices();
    void pricesAreRounded();
    void meanPrices();
    void pricesAreOrdered();
    void sizes_data();
    void sizes();
    void sizesAreRounded();
    void symbols();
    void symbolsAreComparedWhole();
};

void TickFileValuesTest::prices_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("units"); // of 8 decimals; -1: an error
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("error");
    QTest::newRow("whole") << QByteArray("12") << qint64(12'0000'0000) << 0 << noError;
    QTest::newRow("decimals") << QByteArray("12.34") << qint64(12'3400'0000) << 2 << noError;
    QTest::newRow("zeros") << QByteArray("+012.300") << qint64(12'3000'0000) << 3 << noError;
    QTest::newRow("no whole part") << QByteArray(".5") << qint64(5000'0000) << 1 << noError;
    QTest::newRow("no fraction") << QByteArray("5.") << qint64(5'0000'0000) << 0 << noError;
    QTest::newRow("exponent") << QByteArray("1.25e2") << qint64(125'0000'0000) << 0 << noError;
    QTest::newRow("large exponent of 0") << QByteArray("0e9999") << qint64(0) << 0 << noError;
    QTest::newRow("negative exponent") << QByteArray("125E-3") << qint64(1250'0000) << 3 << noError;
    QTest::newRow("tiny") << QByteArray("1e-400") << qint64(0) << 13 << noError;
    QTest::newRow("zero") << QByteArray("0.00") << qint64(0) << 2 << noError;
    QTest::newRow("largest that fits") << QByteArray("90071992.54740992") << (qint64(1) << 53) << 8 << noError;
    QTest::newRow("negative") << QByteArray("-37.63") << qint64(-37'6300'0000) << 2 << noError;
    QTest::newRow("negative, less than one") << QByteArray("-.5") << qint64(-5000'0000) << 1 << noError;
    QTest::newRow("negative zero") << QByteArray("-0.0") << qint64(0) << 1 << noError;
    QTest::newRow("lowest that fits") << QByteArray("-90071992.54740992") << -(qint64(1) << 53) << 8 << noError;
    QTest::newRow("NaN") << QByteArray("NaN") << qint64(-1) << 0 << QStringLiteral("NaN is not a number");
    QTest::newRow("infinite") << QByteArray("inf") << qint64(-1) << 0 << QStringLiteral("inf is not a number");
    QTest::newRow("hexadecimal") << QByteArray("0x10") << qint64(-1) << 0 << QStringLiteral("0x10 is not a number");
    QTest::newRow("comma") << QByteArray("12,5") << qint64(-1) << 0 << QStringLiteral("12,5 is not a number");
    QTest::newRow("two points") << QByteArray("1.2.3") << qint64(-1) << 0 << QStringLiteral("1.2.3 is not a number");
    QTest::newRow("half an exponent") << QByteArray("1e") << qint64(-1) << 0 << QStringLiteral("1e is not a number");
    QTest::newRow("sign alone") << QByteArray("+") << qint64(-1) << 0 << QStringLiteral("+ is not a number");
    QTest::newRow("too large") << QByteArray("1e400") << qint64(-1) << 0
                               << QStringLiteral("1e400 is more than 9007199254740992");
    QTest::newRow("too low") << QByteArray("-9007199254740993") << qint64(-1) << 0
                             << QStringLiteral("-9007199254740993 is less than -9007199254740992");
    QTest::newRow("one too large") << QByteArray("9007199254740993") << qint64(-1) << 0
                                   << QStringLiteral("9007199254740993 is more than 9007199254740992");
}

void TickFileValuesTest::prices()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, units);
    QFETCH(int, decimals);
    QFETCH(QString, error);
    const auto price = tickFilePrice(text);
    QCOMPARE(price ? noError : price.error(), error);
    if (!price)
        return;
    QCOMPARE(price->units(8).value_or(-2), units);
    QCOMPARE(price->decimals(), decimals);
}

void TickFileValuesTest::pricesAreRounded()
{
    const auto units = [](const char *text, int decimals) { return tickFilePrice(text)->units(decimals).value_or(-2); };
    QCOMPARE(units("12.345", 2), qint64(1235)); // half up, whatever a double would say
    QCOMPARE(units("12.34499999999999", 2), qint64(1234));
    QCOMPARE(units("0.0000012345678", 12), qint64(1'234'568));
    QCOMPARE(units("0.00000123456749999", 12), qint64(1'234'567));
    QCOMPARE(units("0.9999999999995", 12), qint64(1'000'000'000'000));
    QCOMPARE(units("-12.345", 2), qint64(-1235)); // half away from zero
    QCOMPARE(units("-12.344", 2), qint64(-1234));
    QCOMPARE(units("-0.004", 2), qint64(0));
    QCOMPARE(units("-90071992.54740993", 8), qint64(-2));
    QCOMPARE(units("1.5", 0), qint64(2));
    QCOMPARE(units("0.999999999", 8), qint64(1'0000'0000));
    QCOMPARE(units("9007199254740992", 0), qint64(1) << 53);
    QCOMPARE(units("9007199254740991.5", 0), qint64(1) << 53);
    QCOMPARE(units("9007199254740992.5", 0), qint64(-2));
    QCOMPARE(units("90071992.54740993", 8), qint64(-2));
    QCOMPARE(units("900719925.4740993", 8), qint64(-2));
}

void TickFileValuesTest::meanPrices()
{
    const auto mean = [](const char *one, const char *other) {
        const TickFilePrice price = TickFilePrice::mean(*tickFilePrice(one), *tickFilePrice(other));
        return PriceGrid(price.decimals(), 1).text(price.units(price.decimals()).value_or(0));
    };
    QCOMPARE(mean("1.10", "1.11"), QByteArray("1.105"));
    QCOMPARE(mean("-37.65", "-37.60"), QByteArray("-37.625"));
    QCOMPARE(mean("-1.5", "2.25"), QByteArray("0.375"));
    QCOMPARE(mean("-0.5", "0.25"), QByteArray("-0.125"));
    QCOMPARE(mean("-0.5", "2.25"), QByteArray("0.875"));
    QCOMPARE(mean("-0.25", "2.25"), QByteArray("1.00"));
    QCOMPARE(mean("0.25", "-3.5"), QByteArray("-1.625"));
}

void TickFileValuesTest::pricesAreOrdered()
{
    const QByteArrayList ascending{"-37.63", "-37.6", "-0.5", "-0.25", "0", "0.25", "1"};
    for (qsizetype i = 1; i < ascending.size(); ++i)
        QVERIFY2(*tickFilePrice(ascending.at(i - 1)) < *tickFilePrice(ascending.at(i)), ascending.at(i).constData());
    QVERIFY(tickFilePrice("-37.63")->isNearly(*tickFilePrice("-37.6300001")));
    QVERIFY(!tickFilePrice("-37.63")->isNearly(*tickFilePrice("-37.64")));
}

void TickFileValuesTest::sizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("units"); // of 8 decimals; -1: an error; at most 100
    QTest::addColumn<int>("decimals");
    QTest::addColumn<int>("needed");
    const qint64 one = 1'0000'0000;
    const auto row = [](const char *name, const char *text, qint64 units, int decimals = 0, int needed = 0) {
        QTest::newRow(name) << QByteArray(text) << units << decimals << needed;
    };
    row("thousands", "0.068K", 68 * one);
    row("thousands with decimals", "0.0681239K", 68'1239'0000, 4, 4);
    row("millions", "0.00002m", 20 * one);
    row("billions", "1e-8B", 10 * one);
    row("a letter alone", "K", -1);
    row("two letters", "1KM", -1);
    row("zero", "0", 0);
    row("zero with decimals", "0.00", 0, 2);
    row("one", "1", one);
    row("a fraction", "0.012", 120'0000, 3, 3);
    row("zeros at the end", "2.500", 2'5000'0000, 3, 1);
    row("nothing but zeros at the end", "100.00", 100 * one, 2);
    row("ten decimals", "0.0123456789", 123'4568, 9, 9);
    row("too small to be told", "1e-400", 1, 9, 9);
    row("exponent", "1e2", 100 * one);
    row("too large", "101", -1);
    row("negative", "-1", -1);
    row("negative zero", "-0.0", 0, 1);
    row("words", "many", -1);
}

void TickFileValuesTest::sizes()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, units);
    QFETCH(int, decimals);
    QFETCH(int, needed);
    const auto read = tickFileSize(text, 100);
    QCOMPARE(bool(read), units >= 0);
    if (!read)
        return;
    QCOMPARE(read->units(8, SizeScale::largest).value_or(0), quint64(units));
    QCOMPARE(read->decimals(), decimals);
    QCOMPARE(read->neededDecimals(), needed);
}

void TickFileValuesTest::sizesAreRounded()
{
    const auto units = [](const char *text, int decimals) {
        const auto size = tickFileSize(text, TickFileQuote::largestSize(true));
        return qint64(size->units(decimals, SizeScale::largest).value_or(0));
    };
    QCOMPARE(units("2.5", 0), qint64(3));
    QCOMPARE(units("2.4", 0), qint64(2));
    QCOMPARE(units("0.0001", 0), qint64(1)); // only 0 becomes 0
    QCOMPARE(units("0.0001", 2), qint64(1));
    QCOMPARE(units("0.999999999", 8), qint64(1'0000'0000));
    QCOMPARE(units("90071992.54740992", 8), qint64(SizeScale::largest));
    QCOMPARE(units("90071992.54740993", 8), qint64(0)); // too large
    QCOMPARE(units("9007199254740992", 0), qint64(SizeScale::largest));
    QCOMPARE(units("9007199254740992.5", 0), qint64(0));
    QCOMPARE(units("123456789012345", 8), qint64(0));
}

void TickFileValuesTest::symbols()
{
    const auto symbol = [](const QByteArray &text) {
        const auto read = TickFileSymbol::fromText(text);
        return read ? read->toString() : QStringLiteral("none");
    };
    QCOMPARE(symbol("ACME"), QStringLiteral("ACME"));
    QCOMPARE(symbol("brk.b"), QStringLiteral("BRK.B"));
    QCOMPARE(symbol("btc/usdt:usdt"), QStringLiteral("BTC/USDT:USDT"));
    const QByteArray longest(longestSymbol, 'X');
    QCOMPARE(symbol(longest), QString::fromLatin1(longest));
    QCOMPARE(symbol(longest + 'X'), QStringLiteral("none"));
    for (const char *text : {"", "-A", "..", "A B", "\xc3\x84", "A,B"})
        QCOMPARE(symbol(text), QStringLiteral("none"));
}

void TickFileValuesTest::symbolsAreComparedWhole()
{
    const auto symbol = [](const char *text) { return *TickFileSymbol::fromText(text); };
    QVERIFY(symbol("BTC/USDT:USDT-240628") == symbol("btc/usdt:usdt-240628"));
    QCOMPARE(symbol("BTC/USDT:USDT-240628").hash(), symbol("btc/usdt:usdt-240628").hash());
    QVERIFY(symbol("BTC/USDT:USDT-240628") != symbol("BTC/USDT:USDT-240629"));
    QVERIFY(symbol("BTC/USDT") != symbol("BTC/USD"));
    QVERIFY(TickFileSymbol().isEmpty());
    QVERIFY(TickFileSymbol() != symbol("A"));
}

TICKER_TEST(TickFileValuesTest)
#include "tst_tick_file_values.moc"
