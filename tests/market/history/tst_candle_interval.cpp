// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/candle_interval.h"
#include "ticker_test.h"

#include <array>

using namespace ticker;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr std::array lengths{second,      5 * second,  15 * second, 30 * second, minute, 5 * minute,
                             15 * minute, 30 * minute, hour,        4 * hour,    day};
/// A multiple of every interval.
constexpr qint64 midnight = 20'780 * day;

} // namespace

class CandleIntervalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intervalsHaveTexts();
    void otherTextsAreNone_data();
    void otherTextsAreNone();
    void startsAreMultiples();
};

void CandleIntervalTest::intervalsHaveTexts()
{
    const std::array<QByteArrayView, 11> texts{"1s", "5s", "15s", "30s", "1m", "5m", "15m", "30m", "1h", "4h", "1d"};
    QCOMPARE(candleIntervals.size(), texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        QCOMPARE(std::size_t(candleIntervals[i]), i);
        QCOMPARE(candleIntervalMs(candleIntervals[i]), lengths[i]);
        QCOMPARE(candleIntervalText(candleIntervals[i]), texts[i]);
        QVERIFY(candleIntervalFromText(texts[i]) == candleIntervals[i]);
    }
}

void CandleIntervalTest::otherTextsAreNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("unit alone") << QByteArray("s");
    QTest::newRow("number alone") << QByteArray("1");
    QTest::newRow("no such number") << QByteArray("2m");
    QTest::newRow("another way to say it") << QByteArray("60s");
    QTest::newRow("upper case") << QByteArray("1M");
    QTest::newRow("blank before") << QByteArray(" 1m");
    QTest::newRow("blank after") << QByteArray("1m ");
    QTest::newRow("zero byte after") << QByteArray("1m\0", 3);
    QTest::newRow("beginning of one") << QByteArray("15");
    QTest::newRow("leading zero") << QByteArray("01m");
}

void CandleIntervalTest::otherTextsAreNone()
{
    QFETCH(QByteArray, text);
    QVERIFY(!candleIntervalFromText(text));
}

void CandleIntervalTest::startsAreMultiples()
{
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        const qint64 length = lengths[i];
        for (const qint64 start : {qint64(0), length, -length, -7 * length, midnight, midnight - length}) {
            for (const qint64 within : {qint64(0), qint64(1), length / 2, length - 1})
                QCOMPARE(candleStartMs(candleIntervals[i], start + within), start);
        }
    }
}

TICKER_TEST(CandleIntervalTest)
#include "tst_candle_interval.moc"
