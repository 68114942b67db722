// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/file_times.h"
#include "file_values/read_civil_time.h"
#include "ticker_test.h"

#include <QDateTime>

#include <limits>

using namespace ticker;

namespace {

constexpr qint64 second = 1'000'000'000;
constexpr qint64 none = std::numeric_limits<qint64>::min();

qint64 utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text) + QLatin1Char('Z'), Qt::ISODateWithMs).toMSecsSinceEpoch()
        * 1'000'000;
}

QString errorOf(const FileTimes::Result &result)
{
    return result ? QStringLiteral("none") : result.error().english();
}

} // namespace

/// Times as files have them.
class FileTimesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void times_data();
    void times();
    void shapes_data();
    void shapes();
    void dayOrMonthFirst();
    void excelSerials();
    void twoColumns_data();
    void twoColumns();
    void zones();
    void clocksThatAreChanged();
    void clocksThatAreChangedFromTheEnd();
    void whatIsWrong_data();
    void whatIsWrong();
    void anyBytes();
};

void FileTimesTest::times_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("time");
    constexpr qint64 day = 20'458 * 86'400 * second; // 2026-01-05
    QTest::newRow("seconds") << QByteArray("1767571200") << day;
    QTest::newRow("decimal seconds") << QByteArray("1767571200.25") << day + second / 4;
    QTest::newRow("decimal seconds, 9 digits") << QByteArray("1767571200.123456789") << day + 123'456'789;
    QTest::newRow("ms") << QByteArray("1767571200001") << day + 1'000'000;
    QTest::newRow("decimal ms") << QByteArray("1767571200001.5") << day + 1'500'000;
    QTest::newRow("us") << QByteArray("1767571200000002") << day + 2'000;
    QTest::newRow("ns") << QByteArray("1767571200000000003") << day + 3;
    QTest::newRow("with an exponent") << QByteArray("1.7675712e9") << day;
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("last second") << QByteArray("9223372035") << 9'223'372'035 * second;
    QTest::newRow("second beyond") << QByteArray("9223372036") << none;
    QTest::newRow("last ns") << QByteArray("9223372036854775807") << std::numeric_limits<qint64>::max();
    QTest::newRow("ns beyond") << QByteArray("9223372036854775808") << none;
    QTest::newRow("largest second") << QByteArray("99999999998") << none;
    QTest::newRow("smallest ms") << QByteArray("100000000000") << 100'000'000 * second;
    QTest::newRow("smallest us") << QByteArray("100000000000000") << 100'000'000 * second;
    QTest::newRow("smallest ns") << QByteArray("100000000000000000") << 100'000'000 * second;
    QTest::newRow("day") << QByteArray("2026-01-05") << day;
    QTest::newRow("minute") << QByteArray("2026-01-05T09:30") << day + 34'200 * second;
    QTest::newRow("Z") << QByteArray("2026-01-05T09:30:01Z") << day + 34'201 * second;
    QTest::newRow("space, fraction") << QByteArray("2026-01-05 09:30:00.5") << day + 34'200 * second + second / 2;
    QTest::newRow("offset") << QByteArray("2026-01-05T09:30:00+01:00") << day + 30'600 * second;
    QTest::newRow("offset without colon") << QByteArray("2026-01-05T09:30:00-0530") << day + 54'000 * second;
    QTest::newRow("offset of hours") << QByteArray("2026-01-05T09:30-05") << day + 52'200 * second;
    QTest::newRow("leap day") << QByteArray("2024-02-29") << 19'782 * 86'400 * second;
    QTest::newRow("no leap day") << QByteArray("2026-02-29") << none;
    QTest::newRow("month 13") << QByteArray("2026-13-01") << none;
    QTest::newRow("hour 24") << QByteArray("2026-01-05T24:00") << none;
    QTest::newRow("after 2262") << QByteArray("2263-01-01") << none;
    QTest::newRow("hour alone") << QByteArray("2026-01-05T09") << none;
    QTest::newRow("more behind it") << QByteArray("2026-01-05T09:30Zx") << none;
    QTest::newRow("point without digits") << QByteArray("2026-01-05T09:30:00.") << none;
    QTest::newRow("words") << QByteArray("today") << none;
    QTest::newRow("before 1970") << QByteArray("1969-12-31") << -86'400 * second;
    QTest::newRow("before 1970 by its offset") << QByteArray("1970-01-01T00:00+01:00") << -3600 * second;
    QTest::newRow("seconds before 1970") << QByteArray("-252322200.5") << -252'322'200 * second - second / 2;
    QTest::newRow("first day") << QByteArray("1700-01-01") << utc("1700-01-01T00:00:00");
    QTest::newRow("before the first day") << QByteArray("1699-12-31") << none;
}

void FileTimesTest::times()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, time);
    const auto read = FileTimes({}).read(text);
    QCOMPARE(read ? *read : none, time);
    if (!read)
        QVERIFY(read.error().english().startsWith(QString::fromLatin1(text)));
}

void FileTimesTest::shapes_data()
{
    QTest::addColumn<qint64>("time");
    const auto is = [](const char *text, const char *time) { QTest::addRow("%s", text) << utc(time); };
    is("20240102", "2024-01-02T00:00:00");
    is("20240102 093000123", "2024-01-02T09:30:00.123");
    is("20140101 21:55:34.404", "2014-01-01T21:55:34.404");
    is("20120201 000000", "2012-02-01T00:00:00");
    is("20240102-09:30:00.5", "2024-01-02T09:30:00.500");
    is("20240102T093000", "2024-01-02T09:30:00");
    is("20240102T093000Z", "2024-01-02T09:30:00");
    is("202401020930", "2024-01-02T09:30:00");
    is("20240102093000", "2024-01-02T09:30:00");
    is("20240102093000123", "2024-01-02T09:30:00.123");
    is("2024.01.02 09:30", "2024-01-02T09:30:00");
    is("2024.01.02 09:30:00.250", "2024-01-02T09:30:00.250");
    is("2024/01/02 9:30", "2024-01-02T09:30:00");
    is("2024/1/2", "2024-01-02T00:00:00");
    is("2018-05-14 9:30", "2018-05-14T09:30:00");
    is("02.01.2024", "2024-01-02T00:00:00");
    is("2.1.2024 9:05", "2024-01-02T09:05:00");
    is("01.01.2018 00:01:00.000", "2018-01-01T00:01:00");
    is("01.01.2018 00:01:00.000 GMT+0100", "2017-12-31T23:01:00");
    is("01/19/2018", "2018-01-19T00:00:00");
    is("19/01/2018", "2018-01-19T00:00:00");
    is("1/19/2018 9:30 PM", "2018-01-19T21:30:00");
    is("01/19/2018 12:00:01 AM", "2018-01-19T00:00:01");
    is("01/19/2018 12:30pm", "2018-01-19T12:30:00");
    is("03/03/2024", "2024-03-03T00:00:00");
    is("Jan 02, 2024", "2024-01-02T00:00:00");
    is("January 2, 2024, 9:30 AM", "2024-01-02T09:30:00");
    is("2-Jan-2024", "2024-01-02T00:00:00");
    is("02 Jan 2024 09:30:00", "2024-01-02T09:30:00");
    is("2. Dec 2024", "2024-12-02T00:00:00");
    is("2024-Jan-02", "2024-01-02T00:00:00");
    is("Tue Jan 2 2024", "2024-01-02T00:00:00");
    is("Tue, 02 Jan 2024 09:30:00 GMT", "2024-01-02T09:30:00");
    is("2018-05-14 00:00:01 UTC", "2018-05-14T00:00:01");
    is("2018-05-14 00:00:01+0000", "2018-05-14T00:00:01");
    is("2018-05-14 00:00:01 +05:30", "2018-05-13T18:30:01");
    is("2018-05-14 02:00:01+2", "2018-05-14T00:00:01");
    is("2024-01-02T09:30:00-05:00[America/New_York]", "2024-01-02T14:30:00");
    is("2021/11/12 10:36 CET", "2021-11-12T09:36:00");
    is("2021/11/11 16:00 EST", "2021-11-11T21:00:00");
    is("2024-07-02 16:00 ET", "2024-07-02T20:00:00");
    is("2024-01-02 16:00 ET", "2024-01-02T21:00:00");
    is("2024-07-02 16:00 Europe/Berlin", "2024-07-02T14:00:00");
    is("2024-01-02 09:30:00:123", "2024-01-02T09:30:00.123");
    is("2024-01-02 09:30:00,123", "2024-01-02T09:30:00.123");
    is("2024-01-02_09:30", "2024-01-02T09:30:00");
    is("2024-01-02Z", "2024-01-02T00:00:00");
    is("2024-01-02   09:30", "2024-01-02T09:30:00");
}

void FileTimesTest::shapes()
{
    QFETCH(qint64, time);
    const auto read = FileTimes({}).read(QTest::currentDataTag());
    QVERIFY2(read, qPrintable(errorOf(read)));
    QCOMPARE(*read, time);
}

void FileTimesTest::dayOrMonthFirst()
{
    const auto time = [](DateOrder order, const char *text) {
        const auto read = FileTimes({order, {}, false}).read(text);
        return read ? *read : none;
    };
    QCOMPARE(time(DateOrder::DayFirst, "01/02/2024"), utc("2024-02-01T00:00:00"));
    QCOMPARE(time(DateOrder::MonthFirst, "01/02/2024"), utc("2024-01-02T00:00:00"));
    QCOMPARE(time(DateOrder::MonthFirst, "01-02-2024 9:30"), utc("2024-01-02T09:30:00"));
    QCOMPARE(time(DateOrder::Undecided, "01-02-2024 9:30"), none);
    QVERIFY(!FileTimes({}).read("01/02/2024", "9:30"));
    QCOMPARE(time(DateOrder::MonthFirst, "01.02.2024"), utc("2024-02-01T00:00:00"));
    QCOMPARE(time(DateOrder::DayFirst, "01/19/2024"), none); // against what the file says elsewhere
    QCOMPARE(time(DateOrder::MonthFirst, "19/01/2024"), none);
    const auto isOpen = [](const char *text) { return readCivilTime(text, DateOrder::Undecided)->isDayMonthOpen; };
    QVERIFY(isOpen("1/2/2024 9:30") && isOpen("12-11-2024"));
    QVERIFY(!isOpen("1/13/2024") && !isOpen("13/1/2024") && !isOpen("2/2/2024") && !isOpen("01.02.2024"));
}

void FileTimesTest::excelSerials()
{
    FileTimes times({DateOrder::Undecided, {}, true});
    QCOMPARE(*times.read("45293"), utc("2024-01-02T00:00:00"));
    QCOMPARE(*times.read("45293.395833333336"), utc("2024-01-02T09:30:00"));
    QCOMPARE(*times.read("45293.3958449074"), utc("2024-01-02T09:30:01"));
    QVERIFY(!times.read("-1") && !times.read("1704187800"));
    QCOMPARE(*times.read("2024-01-02"), utc("2024-01-02T00:00:00")); // a text is one
}

void FileTimesTest::twoColumns_data()
{
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<QByteArray>("timeOfDay");
    QTest::addColumn<qint64>("time");
    const auto is = [](const char *date, const char *timeOfDay, const char *time) {
        QTest::addRow("%s | %s", date, timeOfDay) << QByteArray(date) << QByteArray(timeOfDay) << utc(time);
    };
    is("2011.12.08", "18:49", "2011-12-08T18:49:00");
    is("20240102", "153000", "2024-01-02T15:30:00");
    is("20240102", "93000", "2024-01-02T09:30:00");
    is("20240102", "930", "2024-01-02T09:30:00");
    is("20240102", "0", "2024-01-02T00:00:00");
    is("20240102", "000500", "2024-01-02T00:05:00");
    is("20240102", "153000123", "2024-01-02T15:30:00.123");
    is("20240102", "153000.5", "2024-01-02T15:30:00.500");
    is("02.01.2024", "9:30 PM", "2024-01-02T21:30:00");
    is("2021/11/12", "10:36 CET", "2021-11-12T09:36:00");
    is("2024-01-02 00:00:00", "09:30:00", "2024-01-02T09:30:00");
    is("2024-01-02 00:00:00+01:00", "09:30:00", "2024-01-02T08:30:00");
}

void FileTimesTest::twoColumns()
{
    QFETCH(QByteArray, date);
    QFETCH(QByteArray, timeOfDay);
    QFETCH(qint64, time);
    const auto read = FileTimes({}).read(date, timeOfDay);
    QVERIFY2(read, qPrintable(errorOf(read)));
    QCOMPARE(*read, time);
}

void FileTimesTest::zones()
{
    FileTimes times({DateOrder::Undecided, "America/New_York", false});
    QCOMPARE(*times.read("2024-01-02 09:30"), utc("2024-01-02T14:30:00"));
    QCOMPARE(*times.read("2024-07-02 09:30"), utc("2024-07-02T13:30:00"));
    QCOMPARE(*times.read("2024-07-02 09:44:59.5"), utc("2024-07-02T13:44:59.500"));
    QCOMPARE(*times.read("2024-07-02 09:30Z"), utc("2024-07-02T09:30:00"));
    QCOMPARE(*times.read("2024-07-02 09:30 Asia/Tokyo"), utc("2024-07-02T00:30:00"));
    QCOMPARE(*times.read("2024-07-02 09:30"), utc("2024-07-02T13:30:00"));
    QCOMPARE(*times.read("2024-07-02 09:30 CST"), utc("2024-07-02T13:30:00")); // which one it is was said
    QCOMPARE(*times.read("1720000000"), 1'720'000'000 * second);
    QVERIFY(!FileTimes({}).read("2024-07-02 09:30 CST"));
    QVERIFY(!FileTimes({}).read("2024-07-02 09:30 Nowhere/Land"));
}

void FileTimesTest::clocksThatAreChanged()
{
    FileTimes times({DateOrder::Undecided, "Europe/Berlin", false});
    QVERIFY(!times.read("2024-03-31 02:30")); // there is none
    QCOMPARE(*times.read("2024-03-31 01:59:59"), utc("2024-03-31T00:59:59"));
    QCOMPARE(*times.read("2024-03-31 03:00"), utc("2024-03-31T01:00:00"));
    const qint64 first = *times.read("2024-10-27 02:30");
    QCOMPARE(first, utc("2024-10-27T00:30:00"));
    times.setPrevious(utc("2024-10-27T00:59:00"));
    QCOMPARE(*times.read("2024-10-27 02:59:30"), utc("2024-10-27T00:59:30"));
    QCOMPARE(*times.read("2024-10-27 02:00"), utc("2024-10-27T01:00:00"));
    QCOMPARE(*times.read("2024-10-27 03:00"), utc("2024-10-27T02:00:00"));
}

/// Newest first, the second hour comes before the first one.
void FileTimesTest::clocksThatAreChangedFromTheEnd()
{
    FileTimes times({.zone = "Europe/Berlin", .isNewestFirst = true});
    const auto read = [&](const char *text) {
        const qint64 time = *times.read(text);
        times.setPrevious(time);
        return time;
    };
    QCOMPARE(read("2024-10-27 02:45"), utc("2024-10-27T01:45:00")); // it may be the last line of the file
    times.setPrevious(std::numeric_limits<qint64>::min());
    QCOMPARE(read("2024-10-27 02:30"), utc("2024-10-27T01:30:00"));
    QCOMPARE(read("2024-10-27 02:30:05"), utc("2024-10-27T01:30:05")); // a little out of order
    QCOMPARE(read("2024-10-27 02:00"), utc("2024-10-27T01:00:00"));
    QCOMPARE(read("2024-10-27 02:30"), utc("2024-10-27T00:30:00"));
    QCOMPARE(read("2024-10-27 02:00"), utc("2024-10-27T00:00:00"));
    QCOMPARE(read("2024-10-27 01:30"), utc("2024-10-26T23:30:00"));
}

void FileTimesTest::whatIsWrong_data()
{
    QTest::addColumn<QString>("error");
    const auto is = [](const char *text, const char *error) {
        QTest::addRow("%s", text) << QString::fromLatin1(text) + QString::fromLatin1(error);
    };
    is("01/02/24", " has a year of two digits; write four");
    is("2024-02-30", " is not a day in the calendar");
    is("20240230", " is not between 1700 and 2262");
    is("09:30:00", " is a time without a day");
    is("1.70419E+12", " was rounded, as spreadsheets do; write all of its digits");
    is("2024-01-02 09:30 IST",
       " is in a time zone that is not known or has several meanings; say which one it is by --time-zone");
    is("2024-01-02 9:30 XM",
       " is in a time zone that is not known or has several meanings; say which one it is by --time-zone");
    is("2024-01-02 13:30 PM", " is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)");
    is("Smarch 2, 2024", " is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)");
}

void FileTimesTest::whatIsWrong()
{
    QFETCH(QString, error);
    if (qstrcmp(QTest::currentDataTag(), "20240230") == 0) // a number of seconds as well
        QCOMPARE(*FileTimes({}).read("20240230"), 20'240'230 * second);
    else
        QCOMPARE(errorOf(FileTimes({}).read(QTest::currentDataTag())), error);
}

/// None of them makes it read beyond the text.
void FileTimesTest::anyBytes()
{
    const QByteArray alphabet("0123456789-/.: TZ+[]aApPmMJanUTCGM,_\xff");
    quint32 state = 1;
    FileTimes times({DateOrder::Undecided, "Europe/Berlin", false});
    for (int i = 0; i < 100'000; ++i) {
        QByteArray text;
        for (int length = i % 24; length > 0; --length) {
            state = state * 1'664'525 + 1'013'904'223;
            text.append(alphabet[qsizetype((state >> 8) % quint32(alphabet.size()))]);
        }
        (void)times.read(text);
        (void)times.read("2024-01-02", text);
    }
}

TICKER_TEST(FileTimesTest)
#include "tst_file_times.moc"
