// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_export/time_text.h"

#include <chrono>

namespace ticker {

namespace {

constexpr qint64 nsPerSecond = 1'000'000'000;
constexpr int digitsOfNs = 9;
constexpr int digitsOfStep = 3; ///< Milliseconds, microseconds, nanoseconds.

/// Of a time that may be before 1970.
qint64 nsOfSecond(qint64 timeNs)
{
    const qint64 rest = timeNs % nsPerSecond;
    return rest < 0 ? rest + nsPerSecond : rest;
}

void writeDigits(char *to, int digits, unsigned number)
{
    for (int i = digits - 1; i >= 0; --i) {
        to[i] = char('0' + number % 10);
        number /= 10;
    }
}

} // namespace

int TimeText::decimalsOf(qint64 timeNs)
{
    constexpr qint64 step = 1000;
    qint64 rest = nsOfSecond(timeNs);
    if (rest == 0)
        return 0;
    int decimals = digitsOfNs;
    for (; rest % step == 0; rest /= step)
        decimals -= digitsOfStep;
    return decimals;
}

void TimeText::append(QByteArray &text, qint64 timeNs, int decimals)
{
    Q_ASSERT(decimals >= 0 && decimals <= digitsOfNs);
    const qint64 rest = nsOfSecond(timeNs);
    if (const qint64 second = timeNs / nsPerSecond - (timeNs < 0 && rest != 0 ? 1 : 0); second != m_second)
        setSecond(second);
    text.append(m_text.data(), qsizetype(length));
    if (decimals > 0) {
        std::array<char, 1 + digitsOfNs> fraction{'.'};
        writeDigits(&fraction[1], digitsOfNs, unsigned(rest));
        text.append(fraction.data(), 1 + decimals);
    }
    text.append('Z');
}

void TimeText::setSecond(qint64 second)
{
    using namespace std::chrono;
    m_second = second;
    const sys_seconds moment{seconds(second)};
    const sys_days day = floor<days>(moment);
    const year_month_day date(day);
    const hh_mm_ss time(moment - day);
    m_text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0', 'T', '0', '0', ':', '0', '0', ':', '0', '0'};
    writeDigits(&m_text[0], 4, unsigned(int(date.year()))); // years of files have four digits
    writeDigits(&m_text[5], 2, unsigned(date.month()));
    writeDigits(&m_text[8], 2, unsigned(date.day()));
    writeDigits(&m_text[11], 2, unsigned(time.hours().count()));
    writeDigits(&m_text[14], 2, unsigned(time.minutes().count()));
    writeDigits(&m_text[17], 2, unsigned(time.seconds().count()));
}

} // namespace ticker
