// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tape.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace ticker;

class TapeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenPrices_data();
    void goldenPrices();
    void randomAccess();
    void uniform();
    void neighboursAreIndependent();
};

/// Computed once; they must never change: users rely on --seed.
void TapeTest::goldenPrices_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<QList<int>>("prices");

    QTest::newRow("zero") << quint64(0) << QList<int>{705, 568, 381, 579, 903, 237, 206, 650, 153, 270};
    QTest::newRow("one") << quint64(1) << QList<int>{655, 77, 406, 618, 414, 579, 115, 824, 625, 339};
    QTest::newRow("42") << quint64(42) << QList<int>{828, 246, 471, 398, 944, 935, 462, 639, 800, 488};
    QTest::newRow("largest") << quint64(~quint64(0)) << QList<int>{349, 994, 496, 892, 361, 54, 911, 772, 205, 979};
}

void TapeTest::goldenPrices()
{
    QFETCH(quint64, seed);
    QFETCH(QList<int>, prices);
    const Tape tape(seed);
    QCOMPARE(tape.seed(), seed);
    QList<int> actual;
    for (quint64 tick = 1; tick <= 10; ++tick)
        actual.append(tape.headlinePrice(tick));
    QCOMPARE(actual, prices);
}

void TapeTest::randomAccess()
{
    const Tape tape(7);
    const int later = tape.headlinePrice(1'000'000);
    const int first = tape.headlinePrice(1);
    QCOMPARE(tape.headlinePrice(1'000'000), later);
    QCOMPARE(Tape(7).headlinePrice(1), first);
    QVERIFY(tape.headlinePrice(~quint64(0)) < 1000);
}

void TapeTest::uniform()
{
    constexpr int ticks = 1'000'000;
    std::array<int, 1000> counts{};
    const Tape tape(2024);
    for (int tick = 1; tick <= ticks; ++tick)
        ++counts.at(std::size_t(tape.headlinePrice(quint64(tick))));

    const double expected = ticks / 1000.0;
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - expected) * (count - expected) / expected;
    // 999 degrees of freedom: mean 999, standard deviation 44.7. Too even would be as wrong as too uneven.
    QVERIFY2(std::abs(chiSquare - 999) < 4 * 44.7, qPrintable(QString::number(chiSquare)));
}

void TapeTest::neighboursAreIndependent()
{
    constexpr int ticks = 100'000;
    const Tape tape(2024);
    double sum = 0;
    for (int tick = 1; tick <= ticks; ++tick)
        sum += (tape.headlinePrice(quint64(tick)) - 499.5) * (tape.headlinePrice(quint64(tick) + 1) - 499.5);
    const double correlation = sum / ticks / ((1000.0 * 1000.0 - 1) / 12);
    QVERIFY2(std::abs(correlation) < 4 / std::sqrt(ticks), qPrintable(QString::number(correlation)));
}

QTEST_APPLESS_MAIN(TapeTest)
#include "tst_tape.moc"
