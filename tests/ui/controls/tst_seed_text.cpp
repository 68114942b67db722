// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_text.h"
#include "ticker_test.h"

#include <QSet>

#include <limits>

using namespace ticker;

class TestSeedText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seeds_data();
    void seeds();
    void otherTexts_data();
    void otherTexts();
    void newOnesAreShortAndDiffer();
};

void TestSeedText::seeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("seed");
    QTest::newRow("least") << QStringLiteral("0") << quint64(0);
    QTest::newRow("usual") << QStringLiteral("4048762617") << quint64(4'048'762'617);
    QTest::newRow("more than a signed number takes") << QStringLiteral("9223372036854775808") << (quint64(1) << 63U);
    QTest::newRow("largest") << QStringLiteral("18446744073709551615") << std::numeric_limits<quint64>::max();
    QTest::newRow("leading zeros") << QStringLiteral("007") << quint64(7);
    QTest::newRow("pasted with blanks") << QStringLiteral(" \t42\n") << quint64(42);
}

void TestSeedText::seeds()
{
    QFETCH(QString, text);
    QTEST(seed_text::parse(text).value_or(0x5eed), "seed");
}

void TestSeedText::otherTexts_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "-1", "+1", "1.5", "1e3", "0x10", "1,000", "1 000", "4 2", "42 ACME", "ACME",
                             "18446744073709551616", "99999999999999999999999"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("Arabic digits") << QStringLiteral(u"\u0664\u0662");
    QTest::newRow("wide digits") << QStringLiteral(u"\uff14\uff12");
    QTest::newRow("a null character") << QString(QChar(u'\0')) + QStringLiteral("42");
}

void TestSeedText::otherTexts()
{
    QFETCH(QString, text);
    QVERIFY(!seed_text::parse(text));
}

void TestSeedText::newOnesAreShortAndDiffer()
{
    constexpr int draws = 100;
    QSet<quint64> seeds;
    for (int i = 0; i < draws; ++i) {
        const quint64 seed = seed_text::random();
        QVERIFY(QString::number(seed).size() <= 10);
        seeds.insert(seed);
    }
    QVERIFY(seeds.size() > draws - 3); // by chance two in a million million runs
}

TICKER_CORE_TEST(TestSeedText)
#include "tst_seed_text.moc"
