// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/file_times.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"
#include "file_values/text_for_people.h"
#include "file_values/time_names.h"

#include <QDateTime>

#include <algorithm>

namespace ticker {

namespace {

constexpr qint64 largestTime = std::numeric_limits<qint64>::max();
constexpr qint64 secondsPerDay = 86'400;
/// 1700-01-01, in days.
constexpr qint64 firstDay = -98'615;

LocalizedText noTime(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)")
        .arg(quotedForPeople(text));
}

LocalizedText outOfTime(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not between 1700 and 2262").arg(quotedForPeople(text));
}

LocalizedText faultText(CivilTimeFault fault, QByteArrayView text)
{
    switch (fault) {
    case CivilTimeFault::NoSuchDay:
        return LocalizedText::tr("%1 is not a day in the calendar").arg(quotedForPeople(text));
    case CivilTimeFault::TwoDigitYear:
        return LocalizedText::tr("%1 has a year of two digits; write four").arg(quotedForPeople(text));
    case CivilTimeFault::NoTime:
        break;
    }
    return noTime(text);
}

/// Of a day and a time of day in UTC; nothing: out of range.
std::optional<qint64> nanosecondsOf(qint64 day, qint64 nanosecondOfDay)
{
    const qint64 lastDay = largestTime / CivilTime::nanosecondsPerDay - 1;
    if (day < firstDay || day > lastDay)
        return std::nullopt;
    return day * CivilTime::nanosecondsPerDay + nanosecondOfDay;
}

/// Whole or with a fraction, of the unit that its size tells.
std::optional<qint64> nanosecondsOf(const DecimalText &number)
{
    const auto whole = number.wholePart(quint64(largestTime));
    if (!whole)
        return std::nullopt;
    int decimals = CivilTime::digitsOfNanoseconds; // of the unit: a second has 9, a nanosecond 0
    qint64 unit = CivilTime::nanosecondsPerSecond;
    for (quint64 limit = 100'000'000'000; decimals > 0 && *whole >= limit; limit *= 1000) {
        decimals -= 3;
        unit /= 1000;
    }
    if (*whole > quint64(largestTime / unit) - 1 && unit > 1)
        return std::nullopt;
    const qint64 time = qint64(*whole) * unit + number.fractionPart(decimals);
    return number.isNegative ? -time : time;
}

/// Days since 1899-12-30, the hours behind the point: rounded to ms, of which a double with so many digits knows no parts.
std::optional<qint64> nanosecondsOfExcel(const DecimalText &number)
{
    constexpr qint64 dayOf1970 = 25'569;
    constexpr quint64 mostDays = 200'000;
    constexpr qint64 milliseconds = 86'400'000;
    const auto whole = number.wholePart(mostDays);
    if (!whole || number.isNegative)
        return std::nullopt;
    const qint64 nanodays = number.fractionPart(CivilTime::digitsOfNanoseconds);
    const qint64 ms = (nanodays * milliseconds + CivilTime::nanosecondsPerSecond / 2) / CivilTime::nanosecondsPerSecond;
    return nanosecondsOf(qint64(*whole) - dayOf1970, ms * 1'000'000);
}

/// 1.70419E+12: the last digits of the time are gone.
bool isRounded(const DecimalText &number)
{
    constexpr qsizetype mostZeros = 3;
    return number.exponent - number.fraction.size() > mostZeros && !number.isZero();
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Such as 20240102 or 20240102093000, but not a number of seconds since 1970.
bool mayBeDate(QByteArrayView text)
{
    const qsizetype digits = text.size();
    return (digits == 8 || digits == 12 || digits == 14 || digits == 17) && isDigits(text);
}

} // namespace

FileTimes::FileTimes(const FileTimeRules &rules)
    : m_rules(rules), m_zone(rules.zone.isEmpty() ? QTimeZone::utc() : QTimeZone(rules.zone))
{
}

void FileTimes::setPrevious(qint64 timeNs)
{
    constexpr qint64 outOfOrder = 10 * CivilTime::nanosecondsPerSecond;
    constexpr qint64 none = std::numeric_limits<qint64>::min();
    m_earliestNs = std::max(timeNs, none + outOfOrder) - outOfOrder;
    m_latestNs = timeNs == none ? largestTime : std::min(timeNs, largestTime - outOfOrder) + outOfOrder;
}

FileTimes::Result FileTimes::read(QByteArrayView text)
{
    const auto number = DecimalText::fromText(text);
    if (!number) {
        const auto time = readCivilTime(text, m_rules.order);
        return time ? resolve(*time, text) : faultText(time.error(), text);
    }
    if (m_rules.hasExcelSerials) {
        const auto time = nanosecondsOfExcel(*number);
        return time ? Result(*time) : outOfTime(text);
    }
    if (isRounded(*number))
        return LocalizedText::tr("%1 was rounded, as spreadsheets do; write all of its digits")
            .arg(quotedForPeople(text));
    const auto time = nanosecondsOf(*number);
    if (mayBeDate(text) && (!time || *time < CivilTime::startOf1980 * CivilTime::nanosecondsPerSecond)) {
        const auto date = readCivilTime(text, m_rules.order);
        if (date)
            return resolve(*date, text);
    }
    return time ? Result(*time) : outOfTime(text);
}

bool FileTimes::areSame(QByteArrayView one, QByteArrayView other)
{
    const auto first = read(one);
    const auto second = read(other);
    return first && second && *first == *second;
}

FileTimes::Result FileTimes::read(QByteArrayView date, QByteArrayView timeOfDay)
{
    const auto day = readCivilTime(date, m_rules.order);
    if (!day || !day->day)
        return day ? noTime(date) : faultText(day.error(), date);
    // 00:00 behind a day stands for nothing: the other column has the time.
    if (day->nanosecondOfDay.value_or(0) != 0)
        return LocalizedText::tr("%1 has a time of day, and so has another column").arg(quotedForPeople(date));
    auto read = readTimeOfDay(timeOfDay);
    if (!read)
        return faultText(read.error(), timeOfDay);
    CivilTime time = read.takeValue();
    time.day = day->day;
    time.isDayMonthOpen = day->isDayMonthOpen;
    if (!time.offsetMinutes && time.zone.isEmpty()) {
        time.offsetMinutes = day->offsetMinutes;
        time.zone = day->zone;
    }
    return resolve(time, timeOfDay);
}

FileTimes::Result FileTimes::resolve(const CivilTime &time, QByteArrayView text)
{
    if (!time.day)
        return LocalizedText::tr("%1 is a time without a day").arg(quotedForPeople(text));
    if (time.isDayMonthOpen && m_rules.order == DateOrder::Undecided)
        return LocalizedText::tr("whether the day or the month is first in %1 cannot be told; say so by --date-order")
            .arg(quotedForPeople(text));
    const qint64 nanosecond = time.nanosecondOfDay.value_or(0);
    if (time.offsetMinutes || (time.zone.isEmpty() && m_rules.zone.isEmpty())) {
        const auto utc = nanosecondsOf(*time.day, nanosecond);
        const qint64 offset = time.offsetMinutes.value_or(0) * 60 * CivilTime::nanosecondsPerSecond;
        return utc ? Result(*utc - offset) : outOfTime(text);
    }
    const QTimeZone *zone = zoneOf(time.zone);
    if (!zone) {
        return LocalizedText::tr(
                   "%1 is in a time zone that is not known or has several meanings; say which one it is by "
                   "--time-zone")
            .arg(quotedForPeople(text));
    }
    return resolveInZone(*time.day, nanosecond, *zone, text);
}

/// Null: there is no such zone, or the name has several meanings; where the file's zone is given, that is meant.
const QTimeZone *FileTimes::zoneOf(QByteArrayView name)
{
    if (name.isEmpty())
        return &m_zone;
    if (m_otherName != name) {
        const QByteArrayView whole = zoneOfShortName(name);
        m_otherName = name.toByteArray();
        const QByteArray id = whole.isEmpty() ? m_otherName : whole.toByteArray();
        m_other = !whole.isEmpty() || id.contains('/') ? QTimeZone(id) : QTimeZone();
        m_offset = {};
    }
    if (m_other.isValid())
        return &m_other;
    return m_rules.zone.isEmpty() || name.contains('/') ? nullptr : &m_zone;
}

/// The offsets of a day before and a day after are the candidates: in autumn both may be right, in spring neither.
FileTimes::Result FileTimes::resolveInZone(qint64 day, qint64 nanosecond, const QTimeZone &zone, QByteArrayView text)
{
    constexpr qint64 span = 900; // no clock is changed within a quarter of an hour
    if (!nanosecondsOf(day, nanosecond))
        return outOfTime(text);
    const qint64 local = day * secondsPerDay + nanosecond / CivilTime::nanosecondsPerSecond;
    const qint64 rest = nanosecond % CivilTime::nanosecondsPerSecond;
    const auto at = [&](qint64 offset) { return (local - offset) * CivilTime::nanosecondsPerSecond + rest; };
    if (m_offset.zone == &zone && m_offset.span == local / span)
        return at(m_offset.seconds);
    const auto offsetAt = [&](qint64 utc) {
        return qint64(zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(utc, QTimeZone::utc())));
    };
    const qint64 before = offsetAt(local - secondsPerDay);
    const qint64 after = offsetAt(local + secondsPerDay);
    const bool isBefore = offsetAt(local - before) == before;
    const bool isAfter = offsetAt(local - after) == after;
    if (!isBefore && !isAfter) {
        return LocalizedText::tr("%1 does not exist in its time zone: the clock was put forward")
            .arg(quotedForPeople(text));
    }
    if (before == after || !isBefore || !isAfter) {
        m_offset = {&zone, local / span, isBefore ? before : after};
        return at(m_offset.seconds);
    }
    const bool isSecond = m_rules.isNewestFirst ? at(after) <= m_latestNs : at(before) < m_earliestNs;
    return at(isSecond ? after : before);
}

} // namespace ticker
