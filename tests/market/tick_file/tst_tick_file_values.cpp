// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_values.h"
#include "ticker_test.h"

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
    void sizes_data();
    void sizes();
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
    QTest::newRow("tiny") << QByteArray("1e-400") << qint64(0) << 9 << noError;
    QTest::newRow("zero") << QByteArray("0.00") << qint64(0) << 2 << noError;
    QTest::newRow("largest that fits") << QByteArray("90071992.54740992") << (qint64(1) << 53) << 8 << noError;
    QTest::newRow("negative") << QByteArray("-3") << qint64(-1) << 0 << QStringLiteral("-3 is negative");
    QTest::newRow("NaN") << QByteArray("NaN") << qint64(-1) << 0 << QStringLiteral("NaN is not a number");
    QTest::newRow("infinite") << QByteArray("inf") << qint64(-1) << 0 << QStringLiteral("inf is not a number");
    QTest::newRow("hexadecimal") << QByteArray("0x10") << qint64(-1) << 0 << QStringLiteral("0x10 is not a number");
    QTest::newRow("comma") << QByteArray("12,5") << qint64(-1) << 0 << QStringLiteral("12,5 is not a number");
    QTest::newRow("two points") << QByteArray("1.2.3") << qint64(-1) << 0 << QStringLiteral("1.2.3 is not a number");
    QTest::newRow("half an exponent") << QByteArray("1e") << qint64(-1) << 0 << QStringLiteral("1e is not a number");
    QTest::newRow("sign alone") << QByteArray("+") << qint64(-1) << 0 << QStringLiteral("+ is not a number");
    QTest::newRow("too large") << QByteArray("1e400") << qint64(-1) << 0
                               << QStringLiteral("1e400 is more than 9007199254740992");
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
    QCOMPARE(units("1.5", 0), qint64(2));
    QCOMPARE(units("0.999999999", 8), qint64(1'0000'0000));
    QCOMPARE(units("9007199254740992", 0), qint64(1) << 53);
    QCOMPARE(units("9007199254740991.5", 0), qint64(1) << 53);
    QCOMPARE(units("9007199254740992.5", 0), qint64(-2));
    QCOMPARE(units("90071992.54740993", 8), qint64(-2));
    QCOMPARE(units("900719925.4740993", 8), qint64(-2));
}

void TickFileValuesTest::sizes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("size"); // -1: an error; at most 100
    QTest::newRow("thousands") << QByteArray("0.068K") << 68;
    QTest::newRow("millions") << QByteArray("0.00002m") << 20;
    QTest::newRow("billions") << QByteArray("1e-8B") << 10;
    QTest::newRow("a letter alone") << QByteArray("K") << -1;
    QTest::newRow("two letters") << QByteArray("1KM") << -1;
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("one") << QByteArray("1") << 1;
    QTest::newRow("a little") << QByteArray("0.0001") << 1;
    QTest::newRow("rounded up") << QByteArray("2.5") << 3;
    QTest::newRow("rounded down") << QByteArray("2.4") << 2;
    QTest::newRow("exponent") << QByteArray("1e2") << 100;
    QTest::newRow("largest") << QByteArray("100.9") << 100;
    QTest::newRow("too large") << QByteArray("101") << -1;
    QTest::newRow("negative") << QByteArray("-1") << -1;
    QTest::newRow("words") << QByteArray("many") << -1;
}

void TickFileValuesTest::sizes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, size);
    const auto read = tickFileSize(text, 100);
    QCOMPARE(read ? int(*read) : -1, size);
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
