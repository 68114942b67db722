// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_values/civil_time.h"

#include <QByteArrayView>

#include <algorithm>

namespace ticker {

/// Takes a date and a time of day apart, from their start on: what is behind readCivilTime().
class CivilTimeReader final
{
public:
    CivilTimeReader(QByteArrayView text, DateOrder order) : m_rest(text), m_order(order) { }

    [[nodiscard]] bool readAll();
    [[nodiscard]] bool readTimeOfDayAlone();
    [[nodiscard]] const CivilTime &result() const { return m_result; }
    [[nodiscard]] CivilTimeFault fault() const { return m_fault; }

private:
    [[nodiscard]] static constexpr bool isDigit(char c) { return c >= '0' && c <= '9'; }
    [[nodiscard]] static constexpr bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    [[nodiscard]] bool readDate();
    [[nodiscard]] bool readCompact(qsizetype digits);
    [[nodiscard]] bool readYearFirst();
    [[nodiscard]] bool readYearLast();
    [[nodiscard]] bool readMonthName();
    [[nodiscard]] bool readYear(int *year);
    [[nodiscard]] bool setDate(int year, int month, int day);
    [[nodiscard]] bool setDayAndMonth(int year, int first, int second, char separator);

    [[nodiscard]] bool readClock();
    [[nodiscard]] bool readCompactClock(qsizetype digits);
    [[nodiscard]] bool readFraction(qint64 *nanosecond);
    [[nodiscard]] bool readHalfOfDay(int *hour);
    [[nodiscard]] bool setClock(int hour, int minute, int second, qint64 nanosecond);

    [[nodiscard]] bool readZone();
    [[nodiscard]] bool readOffset();

    [[nodiscard]] qsizetype countDigits() const
    {
        return std::find_if_not(m_rest.begin(), m_rest.end(), isDigit) - m_rest.begin();
    }
    [[nodiscard]] QByteArrayView peekWord() const
    {
        return m_rest.first(std::find_if_not(m_rest.begin(), m_rest.end(), isLetter) - m_rest.begin());
    }
    [[nodiscard]] char peek() const { return m_rest.isEmpty() ? '\0' : m_rest.front(); }
    void skip(qsizetype count) { m_rest = m_rest.sliced(count); }
    void skipSpaces()
    {
        while (m_rest.startsWith(' '))
            skip(1);
    }
    [[nodiscard]] bool take(char c)
    {
        if (!m_rest.startsWith(c))
            return false;
        skip(1);
        return true;
    }
    /// A number of so many digits, all that there are or the first of them.
    [[nodiscard]] int takeNumber(qsizetype digits)
    {
        int number = 0;
        for (const char c : m_rest.first(digits))
            number = number * 10 + (c - '0');
        skip(digits);
        return number;
    }
    /// One or two digits, with nothing but something else behind them.
    [[nodiscard]] bool takeOneOrTwo(int *number)
    {
        const qsizetype digits = countDigits();
        if (digits < 1 || digits > 2)
            return false;
        *number = takeNumber(digits);
        return true;
    }

    QByteArrayView m_rest;
    DateOrder m_order;
    CivilTime m_result;
    CivilTimeFault m_fault = CivilTimeFault::NoTime;
    bool m_isCompact = false;
};

} // namespace ticker
