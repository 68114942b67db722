// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "random.h"

#include <QSet>
#include <QTest>

using namespace ticker;

class RandomTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenValues();
    void dependsOnEachInput();
    void staysBelowTheBound_data();
    void staysBelowTheBound();
};

/// Computed once; they must never change, or every tape would.
void RandomTest::goldenValues()
{
    QCOMPARE(CounterRandom(0).bits(0), quint64(0x33fe8bd4f9c57863));
    QCOMPARE(CounterRandom(1).bits(1), quint64(0xa7ed8821dca10c0e));
    QCOMPARE(CounterRandom(42).bits(7, 3), quint64(0xa18ee6159be602f6));
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

void RandomTest::staysBelowTheBound_data()
{
    QTest::addColumn<quint32>("bound");
    QTest::newRow("one") << quint32(1);
    QTest::newRow("two") << quint32(2);
    QTest::newRow("thousand") << quint32(1000);
    // Nearly half of all draws are rejected here.
    QTest::newRow("just above the half") << quint32(0x80000001);
    QTest::newRow("largest") << quint32(0xffffffff);
}

void RandomTest::staysBelowTheBound()
{
    QFETCH(quint32, bound);
    const CounterRandom random(5);
    for (quint64 counter = 0; counter < 10'000; ++counter)
        QVERIFY(random.below(bound, counter) < bound);
}

QTEST_APPLESS_MAIN(RandomTest)
#include "tst_random.moc"
