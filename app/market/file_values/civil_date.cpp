// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dates of CivilTimeReader.
#include "file_values/civil_time_reader.h"
#include "file_values/time_names.h"

#include <chrono>

namespace ticker {

namespace {
constexpr int monthsOfYear = 12;
} // namespace

bool CivilTimeReader::readDate()
{
    constexpr qsizetype yearDigits = 4;
    switch (const qsizetype digits = countDigits()) {
    case 0:
        return readMonthName();
    case 1:
    case 2:
        return readYearLast();
    case yearDigits:
        return readYearFirst();
    default:
        return readCompact(digits);
    }
}

/// 20240102, or with the time behind it: 202401020930, 20240102093000, 20240102093000123.
bool CivilTimeReader::readCompact(qsizetype digits)
{
    constexpr qsizetype dateDigits = 8;
    if (digits < dateDigits)
        return false;
    const int year = takeNumber(4);
    const int month = takeNumber(2);
    const int day = takeNumber(2);
    if (!setDate(year, month, day))
        return false;
    m_isCompact = digits == dateDigits; // FIX has 20240102-09:30:00
    return m_isCompact || readCompactClock(digits - dateDigits);
}

bool CivilTimeReader::readYearFirst()
{
    const int year = takeNumber(4);
    const char separator = peek();
    if (separator != '-' && separator != '/' && separator != '.' && separator != ' ')
        return false;
    skip(1);
    int month = monthOf(peekWord());
    if (month > 0)
        skip(peekWord().size());
    else if (!takeOneOrTwo(&month))
        return false;
    int day = 0;
    return take(separator) && takeOneOrTwo(&day) && setDate(year, month, day);
}

bool CivilTimeReader::readYearLast()
{
    int first = 0;
    if (!takeOneOrTwo(&first))
        return false;
    const char separator = peek();
    if (separator != '-' && separator != '/' && separator != '.' && separator != ' ')
        return false;
    skip(1);
    if (separator == '.')
        skipSpaces(); // 2. Jan 2024
    if (const QByteArrayView word = peekWord(); !word.isEmpty()) {
        const int month = monthOf(word);
        skip(word.size());
        int year = 0;
        const bool isNext = month > 0 && (take(separator) || take(' ') || take(','));
        skipSpaces();
        return isNext && readYear(&year) && setDate(year, month, first);
    }
    int second = 0;
    int year = 0;
    if (!takeOneOrTwo(&second) || !take(separator) || !readYear(&year))
        return false;
    return setDayAndMonth(year, first, second, separator);
}

bool CivilTimeReader::setDayAndMonth(int year, int first, int second, char separator)
{
    const bool isDayFirst = separator == '.' || m_order == DateOrder::DayFirst
        || (m_order == DateOrder::Undecided && first > monthsOfYear);
    const bool mayBeOpen = separator != '.' && first <= monthsOfYear && second <= monthsOfYear;
    m_result.isDayMonthOpen = mayBeOpen && first != second;
    m_result.isDayMonthEqual = mayBeOpen && first == second;
    return isDayFirst ? setDate(year, second, first) : setDate(year, first, second);
}

/// Jan 2, 2024
bool CivilTimeReader::readMonthName()
{
    const QByteArrayView word = peekWord();
    const int month = monthOf(word);
    if (month == 0)
        return false;
    skip(word.size());
    (void)take('.');
    const bool hasSeparator = take(' ') || take('-');
    skipSpaces();
    int day = 0;
    int year = 0;
    if (!hasSeparator || !takeOneOrTwo(&day))
        return false;
    const bool isNext = take(',') || take(' ') || take('-');
    skipSpaces();
    return isNext && readYear(&year) && setDate(year, month, day);
}

bool CivilTimeReader::readYear(int *year)
{
    constexpr qsizetype yearDigits = 4;
    const qsizetype digits = countDigits();
    if (digits == 2)
        m_fault = CivilTimeFault::TwoDigitYear;
    if (digits != yearDigits)
        return false;
    *year = takeNumber(digits);
    return true;
}

bool CivilTimeReader::setDate(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok()) {
        m_fault = CivilTimeFault::NoSuchDay;
        return false;
    }
    m_result.day = std::chrono::sys_days(date).time_since_epoch().count();
    return true;
}

} // namespace ticker
