// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/number_style.h"
#include "ticker_test.h"

using namespace ticker;

/// Points and commas in numbers.
class NumberStyleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void styles_data();
    void styles();
    void plainNumbers_data();
    void plainNumbers();
};

void NumberStyleTest::styles_data()
{
    QTest::addColumn<QByteArrayList>("numbers");
    QTest::addColumn<QByteArray>("style"); // the point and the grouping; empty: it cannot be told
    const auto is = [](const QByteArrayList &numbers, const char *style) {
        QTest::addRow("%s", numbers.join(' ').constData()) << numbers << QByteArray(style);
    };
    is({}, ".");
    is({"12", "12.5"}, ".");
    is({"1.234"}, ".");
    is({"1.23e5"}, ".");
    is({"12,5"}, ",.");
    is({"0,125"}, ",.");
    is({"1234,567"}, ",.");
    is({"1.234,5"}, ",.");
    is({"1.000", "12,5"}, ",.");
    is({"1.234.567"}, ",.");
    is({"1,234.5"}, ".,");
    is({"1,234,567"}, ".,");
    is({"1,234", "12.5"}, ".,");
    is({"1,234", "0.5", "-3"}, ".,");
    is({"1,234"}, "");
    is({"1,234", "1.234"}, "");
    is({"12,5", "12.5"}, "");
    is({"1,234", "n/a", "Total: 5,5"}, "");
    is({"-12,5", "$1.234,50"}, ",.");
    is({"1.2.3"}, "."); // which is no number, and says nothing
    is({"1,2,3", "1.5"}, ".");
    is({"12,34,567"}, ".,");
}

void NumberStyleTest::styles()
{
    QFETCH(QByteArrayList, numbers);
    QFETCH(QByteArray, style);
    NumberStyleFinder finder;
    for (const QByteArray &number : numbers)
        finder.see(number);
    const auto found = finder.style();
    QCOMPARE(found.has_value(), !style.isEmpty());
    if (!found)
        return;
    QCOMPARE(found->point, style.at(0));
    QCOMPARE(found->grouping, style.size() > 1 ? style.at(1) : '\0');
}

void NumberStyleTest::plainNumbers_data()
{
    QTest::addColumn<char>("point");
    QTest::addColumn<char>("grouping");
    QTest::addColumn<QByteArray>("plain");
    const auto is = [](const char *text, const char *plain, char point = '.', char grouping = '\0') {
        QTest::addRow("%s", text) << point << grouping << QByteArray(plain);
    };
    is("12.5", "12.5");
    is("-1.5e-3", "-1.5e-3");
    is("$12.50", "12.50");
    is("-$12.50", "-12.50");
    is("\xe2\x82\xac 12.50", "12.50");
    is("12.50 \xe2\x82\xac", "12.50");
    is("1 234.5", "1234.5");
    is("1'234.5", "1234.5");
    is("1\xc2\xa0"
       "234.5",
       "1234.5");
    is("1,234.5", "1234.5", '.', ',');
    is("1.234,5", "1234.5", ',', '.');
    is("12,5", "12.5", ',', '.');
    is("12,5,", "12.5.", ',', '.'); // which is no number
    is("abc", "abc");
    // What ends with a question mark is no number: its groups are none of thousands.
    is("12,34,567.5", "1234567.5", '.', ',');
    is("1,234,567", "1234567", '.', ',');
    is("1,5", "15?", '.', ',');
    is("1,2,3", "123?", '.', ',');
    is("1,23,4567", "1234567?", '.', ',');
    is("1,234,56", "123456?", '.', ',');
    is("12,34,567,890", "1234567890?", '.', ',');
    is("1234,567", "1234567?", '.', ',');
    is("1.2.3", "123?", ',', '.');
    is("110'16", "11016?");
    is("110 16", "11016?");
    is("1 234 567", "1234567");
    is("1.234 567", "1.234567?");
    is("1,234.567,8", "1234.5678?", '.', ',');
    is("12$345", "12345");
}

void NumberStyleTest::plainNumbers()
{
    QFETCH(char, point);
    QFETCH(char, grouping);
    QFETCH(QByteArray, plain);
    QByteArray scratch;
    const QByteArray text(QTest::currentDataTag());
    QCOMPARE((NumberStyle{point, grouping}).plain(text, &scratch), QByteArrayView(plain));
}

TICKER_TEST(NumberStyleTest)
#include "tst_number_style.moc"
