// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/civil_time_reader.h"

#include "file_values/time_names.h"

#include <algorithm>

namespace ticker {

bool CivilTimeReader::readAll()
{
    if (const QByteArrayView word = peekWord(); isWeekday(word) && monthOf(word) == 0) {
        skip(word.size());
        (void)take(',');
        skipSpaces();
    }
    constexpr qsizetype longestHour = 2;
    const qsizetype digits = countDigits();
    const bool isClockAlone = digits <= longestHour && digits > 0 && m_rest.size() > digits && m_rest[digits] == ':';
    if (!isClockAlone) {
        if (!readDate())
            return false;
        if (m_rest.isEmpty())
            return true;
        if (!m_result.nanosecondOfDay) {
            const bool hasMark = take('T') || take('t') || take('_') || take(',') || (m_isCompact && take('-'));
            const bool hasSpace = peek() == ' ';
            skipSpaces();
            if (!hasMark && !hasSpace)
                return isLetter(peek()) && readZone(); // 2024-01-02Z
        }
    }
    if (isDigit(peek()) && !m_result.nanosecondOfDay && !readClock())
        return false;
    return readZone();
}

bool CivilTimeReader::readTimeOfDayAlone()
{
    const qsizetype digits = countDigits();
    const bool isCompact = digits > 0 && (m_rest.size() == digits || m_rest[digits] != ':');
    return (isCompact ? readCompactClock(digits) : readClock()) && readZone();
}

// The time of day

bool CivilTimeReader::readClock()
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    qint64 nanosecond = 0;
    constexpr qsizetype shortestCompact = 4;
    if (const qsizetype digits = countDigits(); digits >= shortestCompact)
        return readCompactClock(digits);
    if (!takeOneOrTwo(&hour) || !take(':') || countDigits() != 2)
        return false;
    minute = takeNumber(2);
    if (take(':')) {
        if (countDigits() != 2)
            return false;
        second = takeNumber(2);
        if (!readFraction(&nanosecond))
            return false;
    }
    return readHalfOfDay(&hour) && setClock(hour, minute, second, nanosecond);
}

/// 930, 0930, 93000, 093000, 093000123, with a fraction or without; and 0, which is midnight.
bool CivilTimeReader::readCompactClock(qsizetype digits)
{
    constexpr qsizetype withSeconds = 6;
    int hour = 0;
    int minute = 0;
    int second = 0;
    qint64 nanosecond = 0;
    if (digits == 1 && peek() == '0') {
        skip(1);
    } else if (digits == 3 || digits == 4) {
        hour = takeNumber(digits - 2);
        minute = takeNumber(2);
    } else if (digits >= withSeconds - 1 && digits <= withSeconds + CivilTime::digitsOfNanoseconds) {
        hour = takeNumber(digits == withSeconds - 1 ? 1 : 2);
        minute = takeNumber(2);
        second = takeNumber(2);
        qsizetype places = 0;
        for (; isDigit(peek()); ++places)
            nanosecond = nanosecond * 10 + takeNumber(1);
        for (; places > 0 && places < CivilTime::digitsOfNanoseconds; ++places)
            nanosecond *= 10;
    } else {
        return false;
    }
    if (nanosecond == 0 && !readFraction(&nanosecond))
        return false;
    return setClock(hour, minute, second, nanosecond);
}

/// Behind a point or, as some write it, a comma or a colon; digits beyond nanoseconds are cut off.
bool CivilTimeReader::readFraction(qint64 *nanosecond)
{
    if (!take('.') && !take(',') && !take(':'))
        return true;
    const qsizetype digits = countDigits();
    if (digits == 0)
        return false;
    for (int i = 0; i < CivilTime::digitsOfNanoseconds; ++i)
        *nanosecond = *nanosecond * 10 + (i < digits ? m_rest[i] - '0' : 0);
    skip(digits);
    return true;
}

/// AM or PM, if one stands there.
bool CivilTimeReader::readHalfOfDay(int *hour)
{
    constexpr int noon = 12;
    QByteArrayView rest = m_rest;
    while (rest.startsWith(' '))
        rest = rest.sliced(1);
    if (rest.size() < 2 || (rest.size() > 2 && isLetter(rest[2])))
        return true;
    const QByteArrayView half = rest.first(2);
    const bool isMorning = half.compare("am", Qt::CaseInsensitive) == 0;
    if (!isMorning && half.compare("pm", Qt::CaseInsensitive) != 0)
        return true;
    m_rest = rest.sliced(2);
    if (*hour < 1 || *hour > noon)
        return false;
    *hour = *hour % noon + (isMorning ? 0 : noon);
    return true;
}

bool CivilTimeReader::setClock(int hour, int minute, int second, qint64 nanosecond)
{
    constexpr int hours = 24;
    constexpr int minutes = 60;
    if (hour >= hours || minute >= minutes || second > minutes)
        return false;
    m_result.nanosecondOfDay = (qint64(hour) * 3600 + minute * 60 + second) * CivilTime::nanosecondsPerSecond
        + nanosecond;
    return true;
}

// The zone

bool CivilTimeReader::readZone()
{
    skipSpaces();
    if (m_rest.isEmpty())
        return true;
    if (peek() == '+' || peek() == '-')
        return readOffset();
    const bool isName = std::ranges::all_of(m_rest, [](char c) {
        return isLetter(c) || isDigit(c) || c == '/' || c == '_' || c == '-' || c == '+' || c == ':';
    });
    const QByteArrayView word = peekWord();
    if (!isName || word.isEmpty())
        return false;
    if (m_rest.contains('/')) { // Europe/Berlin, Etc/GMT+1
        m_result.zone = m_rest;
        return true;
    }
    const auto minutes = offsetOfZoneName(word);
    skip(word.size());
    if (minutes && *minutes == 0 && (peek() == '+' || peek() == '-'))
        return readOffset(); // GMT+0100
    if (!m_rest.isEmpty())
        return false;
    if (minutes)
        m_result.offsetMinutes = minutes;
    else
        m_result.zone = word;
    return true;
}

/// +1, +01, +0100, +01:00, and a name in brackets behind it.
bool CivilTimeReader::readOffset()
{
    const bool isWest = take('-');
    if (!isWest)
        (void)take('+');
    int hours = 0;
    int minutes = 0;
    const qsizetype digits = countDigits();
    if (digits == 4) {
        hours = takeNumber(2);
        minutes = takeNumber(2);
    } else if (!takeOneOrTwo(&hours)) {
        return false;
    } else if (take(':')) {
        if (countDigits() != 2)
            return false;
        minutes = takeNumber(2);
    }
    constexpr int mostHours = 15;
    if (hours >= mostHours || minutes >= 60)
        return false;
    if (m_rest.startsWith('[') && m_rest.endsWith(']'))
        m_rest = {};
    m_result.offsetMinutes = (hours * 60 + minutes) * (isWest ? -1 : 1);
    return m_rest.isEmpty();
}

} // namespace ticker
