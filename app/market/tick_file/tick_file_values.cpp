// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_values.h"

#include "instruments/price_grid.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <limits>

namespace ticker {

namespace {

constexpr qint64 largestTime = std::numeric_limits<qint64>::max();
constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
constexpr int digitsOfNanoseconds = 9;

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr qint64 powerOfTen(int exponent)
{
    qint64 power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

/// The digits of a number without a sign, as they are written, and where its point is.
struct Digits final
{
    static constexpr int mostExponent = 10'000; ///< Beyond it every number is 0 or too large.

    QByteArrayView whole;
    QByteArrayView fraction;
    int exponent = 0;
    bool isNegative = false;

    [[nodiscard]] static std::optional<Digits> fromText(QByteArrayView text);

    /// How many digits stand before the point when the exponent is applied.
    [[nodiscard]] qsizetype pointAt() const { return whole.size() + exponent; }
    [[nodiscard]] qsizetype size() const { return whole.size() + fraction.size(); }
    /// The digit at a place; beyond the ends there are zeros.
    [[nodiscard]] int at(qsizetype place) const
    {
        if (place < 0 || place >= size())
            return 0;
        return (place < whole.size() ? whole[place] : fraction[place - whole.size()]) - '0';
    }
    [[nodiscard]] bool isZero() const
    {
        const auto isNull = [](char c) { return c == '0'; };
        return std::all_of(whole.begin(), whole.end(), isNull) && std::all_of(fraction.begin(), fraction.end(), isNull);
    }
};

qsizetype countDigits(QByteArrayView text)
{
    return std::find_if_not(text.begin(), text.end(), isDigit) - text.begin();
}

std::optional<int> readExponent(QByteArrayView text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    if (text.isEmpty() || countDigits(text) != text.size())
        return std::nullopt;
    int exponent = 0;
    for (const char c : text)
        exponent = std::min(exponent * 10 + (c - '0'), Digits::mostExponent);
    return isNegative ? -exponent : exponent;
}

std::optional<Digits> Digits::fromText(QByteArrayView text)
{
    Digits digits;
    digits.isNegative = text.startsWith('-');
    if (digits.isNegative || text.startsWith('+'))
        text = text.sliced(1);
    digits.whole = text.first(countDigits(text));
    text = text.sliced(digits.whole.size());
    if (text.startsWith('.')) {
        text = text.sliced(1);
        digits.fraction = text.first(countDigits(text));
        text = text.sliced(digits.fraction.size());
    }
    if (digits.size() == 0)
        return std::nullopt;
    if (text.startsWith('e') || text.startsWith('E')) {
        const auto exponent = readExponent(text.sliced(1));
        if (!exponent)
            return std::nullopt;
        digits.exponent = *exponent;
        text = {};
    }
    if (!text.isEmpty())
        return std::nullopt;
    return digits;
}

/// The part before the point, if it is at most `largest`.
std::optional<quint64> wholePart(const Digits &digits, quint64 largest)
{
    quint64 number = 0;
    const qsizetype end = digits.pointAt();
    for (qsizetype place = 0; place < end; ++place) {
        const auto digit = quint64(digits.at(place));
        if (number > (largest - digit) / 10)
            return std::nullopt;
        number = number * 10 + digit;
        if (number == 0 && place >= digits.size())
            break; // 0e9999
    }
    return number;
}

/// So many digits behind the point.
qint32 fractionPart(const Digits &digits, int count)
{
    qint32 number = 0;
    for (int i = 0; i < count; ++i)
        number = number * 10 + digits.at(digits.pointAt() + i);
    return number;
}

LocalizedText noNumber(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a number").arg(quotedForPeople(text));
}

LocalizedText negative(QByteArrayView text)
{
    return LocalizedText::tr("%1 is negative").arg(quotedForPeople(text));
}

LocalizedText tooLarge(QByteArrayView text, quint64 largest)
{
    return LocalizedText::tr("%1 is more than %2").arg(quotedForPeople(text)).arg(QString::number(largest));
}

LocalizedText noTime(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not a time (a number since 1970, or like 2026-01-05T09:30:00Z)")
        .arg(quotedForPeople(text));
}

LocalizedText outOfTime(QByteArrayView text)
{
    return LocalizedText::tr("%1 is not between 1970 and 2262").arg(quotedForPeople(text));
}

Expected<qint64, LocalizedText> timeOfNumber(QByteArrayView text)
{
    const auto digits = Digits::fromText(text);
    if (!digits)
        return noTime(text);
    if (digits->isNegative)
        return outOfTime(text);
    const auto whole = wholePart(*digits, quint64(largestTime));
    if (!whole)
        return outOfTime(text);
    int decimals = digitsOfNanoseconds; // of the unit: a second has 9, a nanosecond 0
    for (quint64 limit = quint64(powerOfTen(11)); decimals > 0 && *whole >= limit; limit *= 1000)
        decimals -= 3;
    const qint64 unit = powerOfTen(decimals);
    if (*whole > quint64(largestTime / unit) - 1 && unit > 1)
        return outOfTime(text);
    return qint64(*whole) * unit + fractionPart(*digits, decimals);
}

/// Takes a text apart, from its start on.
class Scanner final
{
public:
    explicit Scanner(QByteArrayView text) : m_text(text) { }

    [[nodiscard]] bool atEnd() const { return m_text.isEmpty(); }
    [[nodiscard]] bool take(char c)
    {
        if (!m_text.startsWith(c))
            return false;
        m_text = m_text.sliced(1);
        return true;
    }
    /// Exactly so many digits.
    [[nodiscard]] bool take(int count, int *number)
    {
        if (countDigits(m_text.first(std::min<qsizetype>(count, m_text.size()))) != count)
            return false;
        *number = 0;
        for (int i = 0; i < count; ++i)
            *number = *number * 10 + (m_text[i] - '0');
        m_text = m_text.sliced(count);
        return true;
    }
    [[nodiscard]] QByteArrayView takeDigits()
    {
        const QByteArrayView digits = m_text.first(countDigits(m_text));
        m_text = m_text.sliced(digits.size());
        return digits;
    }

private:
    QByteArrayView m_text;
};

struct Clock final
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    qint32 nanosecond = 0;
    int offsetMinutes = 0;
};

bool readOffset(Scanner *scanner, Clock *clock)
{
    if (scanner->atEnd() || scanner->take('Z') || scanner->take('z'))
        return scanner->atEnd();
    const bool isWest = scanner->take('-');
    int hours = 0;
    int minutes = 0;
    if ((!isWest && !scanner->take('+')) || !scanner->take(2, &hours))
        return false;
    if (!scanner->atEnd()) {
        (void)scanner->take(':');
        if (!scanner->take(2, &minutes))
            return false;
    }
    clock->offsetMinutes = (hours * 60 + minutes) * (isWest ? -1 : 1);
    return scanner->atEnd() && hours < 24 && minutes < 60;
}

bool readClock(Scanner *scanner, Clock *clock)
{
    if (scanner->atEnd())
        return true;
    if (!scanner->take('T') && !scanner->take('t') && !scanner->take(' '))
        return false;
    if (!scanner->take(2, &clock->hour) || !scanner->take(':') || !scanner->take(2, &clock->minute))
        return false;
    if (scanner->take(':')) {
        if (!scanner->take(2, &clock->second))
            return false;
        if (scanner->take('.')) {
            Digits digits;
            digits.fraction = scanner->takeDigits();
            if (digits.fraction.isEmpty())
                return false;
            clock->nanosecond = fractionPart(digits, digitsOfNanoseconds);
        }
    }
    // A leap second is the next minute's first, as in Unix time.
    return clock->hour < 24 && clock->minute < 60 && clock->second <= 60 && readOffset(scanner, clock);
}

Expected<qint64, LocalizedText> timeOfDate(QByteArrayView text)
{
    Scanner scanner(text);
    int year = 0;
    int month = 0;
    int day = 0;
    Clock clock;
    if (!scanner.take(4, &year) || !scanner.take('-') || !scanner.take(2, &month) || !scanner.take('-')
        || !scanner.take(2, &day) || !readClock(&scanner, &clock))
        return noTime(text);
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!date.ok())
        return LocalizedText::tr("%1 is not a day in the calendar").arg(quotedForPeople(text));
    constexpr qint64 secondsPerDay = 86'400;
    const qint64 days = std::chrono::sys_days(date).time_since_epoch().count();
    const qint64 seconds = days * secondsPerDay + clock.hour * 3600 + clock.minute * 60 + clock.second
        - clock.offsetMinutes * 60;
    if (seconds < 0 || seconds >= largestTime / nanosecondsPerSecond)
        return outOfTime(text);
    return seconds * nanosecondsPerSecond + clock.nanosecond;
}

} // namespace

QString quotedForPeople(QByteArrayView text)
{
    constexpr qsizetype longest = 40;
    if (text.isEmpty())
        return QStringLiteral("\"\"");
    QString shown = QString::fromUtf8(text.first(std::min(text.size(), 4 * longest)));
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = QLatin1Char('?');
    }
    return shown.size() > longest ? shown.first(longest) + QStringLiteral("...") : shown;
}

Expected<TickFilePrice, LocalizedText> tickFilePrice(QByteArrayView text)
{
    const auto digits = Digits::fromText(text);
    if (!digits)
        return noNumber(text);
    if (digits->isNegative && !digits->isZero())
        return negative(text);
    const auto whole = wholePart(*digits, quint64(PriceGrid::largestPrice));
    if (!whole)
        return tooLarge(text, quint64(PriceGrid::largestPrice));
    const qsizetype decimals = std::clamp<qsizetype>(digits->size() - digits->pointAt(), 0,
                                                     TickFilePrice::mostDecimals);
    return TickFilePrice(qint64(*whole), fractionPart(*digits, TickFilePrice::mostDecimals), int(decimals));
}

Expected<qint64, LocalizedText> tickFileTime(QByteArrayView text)
{
    constexpr qsizetype dashOfDate = 4;
    return text.size() > dashOfDate && text[dashOfDate] == '-' ? timeOfDate(text) : timeOfNumber(text);
}

Expected<quint64, LocalizedText> tickFileSize(QByteArrayView text, quint64 largest)
{
    const auto digits = Digits::fromText(text);
    if (!digits)
        return noNumber(text);
    const bool isZero = digits->isZero();
    if (digits->isNegative && !isZero)
        return negative(text);
    const auto whole = wholePart(*digits, largest);
    if (!whole)
        return tooLarge(text, largest);
    constexpr int half = 5;
    const quint64 rounded = *whole + (digits->at(digits->pointAt()) >= half && *whole < largest ? 1 : 0);
    return std::max(rounded, quint64(isZero ? 0 : 1));
}

Expected<quint64, LocalizedText> tickFileSeq(QByteArrayView text)
{
    quint64 seq = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, seq);
    if (error != std::errc() || stop != end)
        return LocalizedText::tr("%1 is not a whole number from 0 to 2^64 - 1").arg(quotedForPeople(text));
    return seq;
}

} // namespace ticker
