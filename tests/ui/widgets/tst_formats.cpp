// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_values/tick_interval.h"
#include "ticker_test.h"
#include "widgets/formats.h"

using namespace ticker;

class TestFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytes_data();
    void bytes();
    void duration_data();
    void duration();
    void rate_data();
    void rate();
    void interval_data();
    void interval();
    void price();
    void followsTheLocale();
};

void TestFormats::bytes_data()
{
    QTest::addColumn<quint64>("number");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("exact");
    QTest::newRow("none") << quint64(0) << QStringLiteral("0 bytes") << QStringLiteral("0 bytes");
    QTest::newRow("one") << quint64(1) << QStringLiteral("1 bytes") << QStringLiteral("1 byte");
    QTest::newRow("below 1 kB") << quint64(999) << QStringLiteral("999 bytes") << QStringLiteral("999 bytes");
    QTest::newRow("1 kB") << quint64(1000) << QStringLiteral("1.0 kB") << QStringLiteral("1,000 bytes");
    QTest::newRow("megabytes") << quint64(1'234'567) << QStringLiteral("1.2 MB") << QStringLiteral("1,234,567 bytes");
    QTest::newRow("gigabytes") << quint64(5'600'000'000) << QStringLiteral("5.6 GB")
                               << QStringLiteral("5,600,000,000 bytes");
}

void TestFormats::bytes()
{
    QFETCH(quint64, number);
    QTEST(formats::bytes(number, QLocale(QLocale::English)), "text");
    QTEST(formats::exactBytes(number, QLocale(QLocale::English)), "exact");
}

void TestFormats::duration_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-1) << QStringLiteral("0 s");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0 s");
    QTest::newRow("not yet one") << qint64(999) << QStringLiteral("0 s");
    QTest::newRow("seconds") << qint64(12'345) << QStringLiteral("12 s");
    QTest::newRow("last second") << qint64(59'999) << QStringLiteral("59 s");
    QTest::newRow("a minute") << qint64(60'000) << QStringLiteral("1 min 0 s");
    QTest::newRow("minutes") << qint64(200'000) << QStringLiteral("3 min 20 s");
    QTest::newRow("last minute") << qint64(3'599'999) << QStringLiteral("59 min 59 s");
    QTest::newRow("hours") << qint64(7'500'000) << QStringLiteral("2 h 5 min");
    QTest::newRow("a day") << qint64(86'400'000) << QStringLiteral("1 d 0 h");
    QTest::newRow("days") << qint64(100'800'000) << QStringLiteral("1 d 4 h");
}

void TestFormats::duration()
{
    QFETCH(qint64, ms);
    QTEST(formats::duration(std::chrono::milliseconds(ms), QLocale(QLocale::English)), "text");
}

void TestFormats::rate_data()
{
    QTest::addColumn<double>("hertz");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QStringLiteral("0 ticks/s");
    QTest::newRow("slowest") << 0.01 << QStringLiteral("0.01 ticks/s");
    QTest::newRow("a third") << 1.0 / 3 << QStringLiteral("0.333 ticks/s");
    QTest::newRow("one") << 1.0 << QStringLiteral("1 tick/s");
    QTest::newRow("nearly one") << 0.9999 << QStringLiteral("1 tick/s");
    QTest::newRow("twenty") << 20.0 << QStringLiteral("20 ticks/s");
    QTest::newRow("nearly twenty") << 19.96 << QStringLiteral("20 ticks/s");
    QTest::newRow("measured") << 19.84 << QStringLiteral("19.8 ticks/s");
    QTest::newRow("hundreds") << 915.4 << QStringLiteral("915 ticks/s");
    QTest::newRow("fastest") << 10'000.0 << QStringLiteral("10,000 ticks/s");
    QTest::newRow("not a number") << qQNaN() << QStringLiteral("0 ticks/s");
}

void TestFormats::rate()
{
    QFETCH(double, hertz);
    QTEST(formats::rate(hertz, QLocale(QLocale::English)), "text");
}

void TestFormats::interval_data()
{
    QTest::addColumn<double>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("shortest") << 0.1 << QStringLiteral("0.1 ms");
    QTest::newRow("a third") << 1.0 / 3 << QStringLiteral("0.333 ms");
    QTest::newRow("fifty") << 50.0 << QStringLiteral("50 ms");
    QTest::newRow("a second") << 1000.0 << QStringLiteral("1000 ms");
    QTest::newRow("longest") << 100'000.0 << QStringLiteral("100000 ms");
}

void TestFormats::interval()
{
    QFETCH(double, ms);
    QTEST(formats::interval(*TickInterval::fromMilliseconds(ms), QLocale(QLocale::English)), "text");
}

void TestFormats::price()
{
    const QLocale english(QLocale::English);
    QCOMPARE(formats::price(0, 0, english), QStringLiteral("0"));
    QCOMPARE(formats::price(999, 0, english), QStringLiteral("999"));
    QCOMPARE(formats::price(101.25, 2, english), QStringLiteral("101.25"));
    QCOMPARE(formats::price(101.5, 2, english), QStringLiteral("101.50"));
    QCOMPARE(formats::price(-37.63, 2, english), QStringLiteral("-37.63"));
    QCOMPARE(formats::price(0.0000012345, 10, english), QStringLiteral("0.0000012345"));
}

void TestFormats::followsTheLocale()
{
    const QLocale german(QLocale::German);
    QCOMPARE(formats::bytes(1'234'567, german), QStringLiteral("1,2 MB"));
    QCOMPARE(formats::count(12'345, german), QStringLiteral("12.345"));
    QCOMPARE(formats::rate(0.5, german), QStringLiteral("0,5 ticks/s"));
    QCOMPARE(formats::price(101.25, 2, german), QStringLiteral("101,25"));
}

TICKER_CORE_TEST(TestFormats)
#include "tst_formats.moc"
