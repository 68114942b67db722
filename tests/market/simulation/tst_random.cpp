// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/random.h"
#include "ticker_test.h"

#include <QSet>

#include <array>
#include <cmath>

using namespace ticker;

class RandomTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenValues();
    void hashOfPublishedVectors_data();
    void hashOfPublishedVectors();
    void streamsOfSymbols();
    void dependsOnEachInput();
    void uniformIsOpenAndExact();
    void uniformIsUniform();
    void normalHasItsMoments();
    void staysBelowTheBound_data();
    void staysBelowTheBound();
    void largeBoundsAreReachedEvenly();
    void rejectionsTakeFarDraws();
};

/// Computed once; they must never change, or every tape would.
void RandomTest::goldenValues()
{
    QCOMPARE(CounterRandom(0).bits(0), quint64(0x33fe8bd4f9c57863));
    QCOMPARE(CounterRandom(1).bits(1), quint64(0xa7ed8821dca10c0e));
    QCOMPARE(CounterRandom(42).bits(7, 3), quint64(0xa18ee6159be602f6));
    QCOMPARE(CounterRandom(42).uniform(7, 3), 0x1.431dcc2b37cc1p-1);
    QCOMPARE(CounterRandom(42).normal(7, 3), 0x1.56c4392470f77p-2);
    QCOMPARE(CounterRandom(42).below(1000, 7), quint64(462));
    QCOMPARE(CounterRandom(42).below((quint64(1) << 40) + 12'345, 7, 3), quint64(732'999'031'653));
    QCOMPARE(CounterRandom::ofSymbol(42, u"ACME").bits(1), quint64(0x5ffbd9b808e391cd));
    QCOMPARE(CounterRandom::ofSymbol(42, u"TEAPOT").bits(10'000, 16), quint64(0xc7bb7859a59ed3fb));
    QCOMPARE(CounterRandom::ofSector(42, u"ACME").bits(1), quint64(0x0d5617a842ca6cc1));
    QCOMPARE(CounterRandom::ofMarket(42).bits(1), quint64(0x4d514e6391c9f494));
}

/// Of the authors' own test suite.
void RandomTest::hashOfPublishedVectors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint64>("hash");
    QTest::newRow("nothing") << QByteArray() << quint64(0xcbf29ce484222325);
    QTest::newRow("a") << QByteArray("a") << quint64(0xaf63dc4c8601ec8c);
    QTest::newRow("foobar") << QByteArray("foobar") << quint64(0x85944171f73967e8);
}

void RandomTest::hashOfPublishedVectors()
{
    QFETCH(QByteArray, text);
    QFETCH(quint64, hash);
    QCOMPARE(fnv1a64(text), hash);
}

/// Seed and symbol both count, in UTF-8, and the stream is none of the plain ones.
void RandomTest::streamsOfSymbols()
{
    QSet<quint64> seen{CounterRandom(0).bits(1), CounterRandom(1).bits(1)};
    for (quint64 seed = 0; seed < 10; ++seed) {
        for (const auto symbol : {u"A", u"B", u"AB", u"BA", u"a", u"\u00c4"})
            seen.insert(CounterRandom::ofSymbol(seed, symbol).bits(1));
    }
    QCOMPARE(seen.size(), qsizetype(62));
    QCOMPARE(CounterRandom::ofSymbol(3, u"\u00c4").bits(1),
             CounterRandom(CounterRandom(3).bits(fnv1a64("\xc3\x84"))).bits(1));
}

void RandomTest::dependsOnEachInput()
{
    QSet<quint64> seen;
    for (quint64 seed = 0; seed < 10; ++seed) {
        for (quint64 counter = 0; counter < 10; ++counter) {
            for (quint64 draw = 0; draw < 10; ++draw)
                seen.insert(CounterRandom(seed).bits(counter, draw));
        }
    }
    QCOMPARE(seen.size(), qsizetype(1000));
}

void RandomTest::uniformIsOpenAndExact()
{
    const CounterRandom random(11);
    for (quint64 counter = 0; counter < 100'000; ++counter) {
        const double value = random.uniform(counter);
        QVERIFY(value > 0 && value < 1);
        const quint64 multiple = (random.bits(counter) >> 11) | 1;
        QCOMPARE(quint64(value * 0x1p53), multiple);
    }
}

/// Its mean and variance, and as many in each hundredth: 99 degrees of freedom, within 4 standard deviations.
void RandomTest::uniformIsUniform()
{
    constexpr int numbers = 1'000'000;
    constexpr int classes = 100;
    const CounterRandom random(12);
    std::array<int, classes> counts{};
    double sum = 0;
    double squares = 0;
    for (quint64 counter = 0; counter < numbers; ++counter) {
        const double value = random.uniform(counter, 5);
        ++counts.at(std::size_t(value * classes));
        sum += value - 0.5;
        squares += (value - 0.5) * (value - 0.5);
    }
    QVERIFY(std::abs(sum / numbers) < 4 * std::sqrt(1.0 / 12 / numbers));
    QVERIFY(std::abs(squares / numbers - 1.0 / 12) < 4 * std::sqrt(1.0 / 180 / numbers));
    constexpr double expected = double(numbers) / classes;
    double chiSquare = 0;
    for (const int count : counts)
        chiSquare += (count - expected) * (count - expected) / expected;
    QVERIFY2(std::abs(chiSquare - 99) < 4 * std::sqrt(2 * 99.0), qPrintable(QString::number(chiSquare)));
}

/// The mean of z^n is 0, 1, 0, 3 with the variances 1, 2, 15, 96; within 4 standard errors. Neighbours do not
/// correlate.
void RandomTest::normalHasItsMoments()
{
    constexpr int numbers = 1'000'000;
    const CounterRandom random(13);
    std::array<double, 4> sums{};
    double products = 0;
    double before = 0;
    for (quint64 counter = 0; counter < numbers; ++counter) {
        const double value = random.normal(counter, 16);
        double power = 1;
        for (double &sum : sums)
            sum += power *= value;
        products += before * value;
        before = value;
    }
    constexpr std::array<double, 4> means{0, 1, 0, 3};
    constexpr std::array<double, 4> variances{1, 2, 15, 96};
    for (std::size_t n = 0; n < sums.size(); ++n)
        QVERIFY2(std::abs(sums.at(n) / numbers - means.at(n)) < 4 * std::sqrt(variances.at(n) / numbers),
                 qPrintable(QString::number(sums.at(n) / numbers)));
    QVERIFY(std::abs(products / numbers) < 4 / std::sqrt(numbers));
}

void RandomTest::staysBelowTheBound_data()
{
    QTest::addColumn<quint64>("bound");
    QTest::newRow("one") << quint64(1);
    QTest::newRow("two") << quint64(2);
    QTest::newRow("thousand") << quint64(1000);
    // Nearly half of all draws are rejected here.
    QTest::newRow("just above the half") << quint64(0x80000001);
    QTest::newRow("largest of 32 bits") << quint64(0xffffffff);
    QTest::newRow("2^32") << (quint64(1) << 32);
    QTest::newRow("just above 2^32") << (quint64(1) << 32) + 1;
    QTest::newRow("largest") << ~quint64(0);
}

void RandomTest::staysBelowTheBound()
{
    QFETCH(quint64, bound);
    const CounterRandom random(5);
    for (quint64 counter = 0; counter < 10'000; ++counter)
        QVERIFY(random.below(bound, counter) < bound);
}

/// Of three equal parts each gets a third: 2 degrees of freedom, a chance of error of 1 in 10,000.
void RandomTest::largeBoundsAreReachedEvenly()
{
    for (const quint64 third : {quint64(1) << 30, quint64(1) << 50}) {
        constexpr int numbers = 300'000;
        const CounterRandom random(third);
        std::array<int, 3> counts{};
        for (quint64 counter = 0; counter < numbers; ++counter)
            ++counts.at(random.below(3 * third, counter) / third);
        double chiSquare = 0;
        for (const int count : counts)
            chiSquare += (count - numbers / 3.0) * (count - numbers / 3.0) / (numbers / 3.0);
        QVERIFY2(chiSquare < 18.4, qPrintable(QString::number(chiSquare)));
    }
}

/// So they are nobody else's numbers: a bound of 2^31 + 1 is rejected half of the time.
void RandomTest::rejectionsTakeFarDraws()
{
    constexpr quint64 bound = 0x80000001;
    const CounterRandom random(6);
    int rejected = 0;
    for (quint64 counter = 0; counter < 1000; ++counter) {
        const auto scaled = [&](quint64 draw) { return (random.bits(counter, draw) >> 32) * bound; };
        const bool isRejected = quint32(scaled(0)) < quint32(-quint32(bound)) % quint32(bound);
        rejected += isRejected ? 1 : 0;
        if (!isRejected)
            QCOMPARE(random.below(bound, counter), scaled(0) >> 32);
        else
            QVERIFY(random.below(bound, counter) != scaled(1) >> 32);
    }
    QVERIFY2(rejected > 400 && rejected < 600, qPrintable(QString::number(rejected)));
}

TICKER_TEST(RandomTest)
#include "tst_random.moc"
