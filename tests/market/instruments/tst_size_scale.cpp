// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/size_scale.h"
#include "ticker_test.h"

using namespace ticker;

class SizeScaleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts_data();
    void texts();
    void numbers();
};

void SizeScaleTest::texts_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<quint64>("units");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("withZeros");
    const auto row = [](int decimals, quint64 units, const char *text, const char *withZeros) {
        QTest::addRow("%d: %s", decimals, text) << decimals << units << QByteArray(text) << QByteArray(withZeros);
    };
    row(0, 0, "0", "0");
    row(0, 1500, "1500", "1500");
    row(0, SizeScale::largest, "9007199254740992", "9007199254740992");
    row(3, 0, "0", "0.000");
    row(3, 12, "0.012", "0.012");
    row(3, 500, "0.5", "0.500");
    row(3, 1'500'000, "1500", "1500.000");
    row(3, 1'500'010, "1500.01", "1500.010");
    row(8, 1, "0.00000001", "0.00000001");
    row(8, 1'200'000, "0.012", "0.01200000");
    row(8, SizeScale::largest, "90071992.54740992", "90071992.54740992");
}

void SizeScaleTest::texts()
{
    QFETCH(int, decimals);
    QFETCH(quint64, units);
    QTEST(SizeScale(decimals).text(units), "text");
    QByteArray text("x");
    SizeScale(decimals).appendWithZeros(text, units);
    QFETCH(QByteArray, withZeros);
    QCOMPARE(text, 'x' + withZeros);
}

void SizeScaleTest::numbers()
{
    QCOMPARE(SizeScale(3).toDouble(12), 0.012);
    QCOMPARE(SizeScale().toDouble(1500), 1500.0);
    QCOMPARE(SizeScale(8).unitsPerOne(), quint64(1'0000'0000));
}

TICKER_TEST(SizeScaleTest)
#include "tst_size_scale.moc"
