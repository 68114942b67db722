// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/price_grid.h"

#include "instruments/powers_of_ten.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace ticker {

namespace {

/// As many digits as the largest price has.
constexpr qint64 mostDigits = 16;

bool isDigit(char character)
{
    return character >= '0' && character <= '9';
}

/// The digits of a number between its first and last that are not 0, and the power of ten which they are multiplied
/// with.
class DecimalReader final
{
public:
    explicit DecimalReader(QByteArrayView text) : m_rest(text) { }

    /// Whether the text is a number without a minus. If its digits do not fit, isLong().
    bool read()
    {
        if (m_rest.startsWith('+'))
            m_rest = m_rest.sliced(1);
        const bool digitsBefore = readDigits(0);
        bool digitsBehind = false;
        if (m_rest.startsWith('.')) {
            m_rest = m_rest.sliced(1);
            digitsBehind = readDigits(-1);
        }
        if (!digitsBefore && !digitsBehind)
            return false;
        m_exponent += m_zeros;
        return m_rest.isEmpty() || (readExponent() && m_rest.isEmpty());
    }

    [[nodiscard]] bool isLong() const { return m_digits > mostDigits; }
    [[nodiscard]] qint64 digits() const { return m_value; }
    [[nodiscard]] qint64 exponent() const { return m_exponent; }

private:
    /// Each digit changes the exponent by so much: behind the point by -1.
    bool readDigits(int exponentPerDigit)
    {
        qsizetype count = 0;
        for (; count < m_rest.size() && isDigit(m_rest[count]); ++count) {
            m_exponent += exponentPerDigit;
            takeDigit(m_rest[count] - '0');
        }
        m_rest = m_rest.sliced(count);
        return count > 0;
    }

    void takeDigit(int digit)
    {
        if (digit == 0) {
            m_zeros += m_digits > 0 ? 1 : 0;
            return;
        }
        m_digits += m_zeros + 1;
        if (!isLong())
            m_value = m_value * powersOfTen[std::size_t(m_zeros + 1)] + digit;
        m_zeros = 0;
    }

    bool readExponent()
    {
        if (!m_rest.startsWith('e') && !m_rest.startsWith('E'))
            return false;
        m_rest = m_rest.sliced(1);
        const bool isNegative = m_rest.startsWith('-');
        if (isNegative || m_rest.startsWith('+'))
            m_rest = m_rest.sliced(1);
        constexpr qint64 beyondAnyText = qint64(1) << 60;
        qsizetype count = 0;
        qint64 value = 0;
        for (; count < m_rest.size() && isDigit(m_rest[count]); ++count)
            value = std::min(value * 10 + (m_rest[count] - '0'), beyondAnyText / 16);
        m_rest = m_rest.sliced(count);
        m_exponent += isNegative ? -value : value;
        return count > 0;
    }

    QByteArrayView m_rest;
    qint64 m_value = 0;
    qint64 m_digits = 0; ///< From the first that is not 0 to the last such one.
    qint64 m_zeros = 0;  ///< Behind that.
    qint64 m_exponent = 0;
};

} // namespace

double PriceGrid::unitsPerOne() const
{
    return double(powersOfTen[std::size_t(m_decimals)]);
}

qint64 PriceGrid::nearest(double price) const
{
    const double multiple = price * unitsPerOne() / double(m_tickSize);
    const qint64 highest = largestPrice / m_tickSize;
    if (!(multiple >= 1))
        return m_tickSize;
    if (multiple >= double(highest))
        return highest * m_tickSize;
    // Exact: below 2^53 a double less its whole part is one.
    const qint64 whole = qint64(multiple);
    const bool roundUp = multiple - double(whole) >= 0.5;
    return (whole + (roundUp ? 1 : 0)) * m_tickSize;
}

QByteArray PriceGrid::text(qint64 units) const
{
    QByteArray text;
    appendTo(text, units);
    return text;
}

void PriceGrid::appendTo(QByteArray &text, qint64 units) const
{
    Q_ASSERT(units >= -largestPrice && units <= largestPrice);
    constexpr std::size_t room = 24; // a sign, 16 digits and a point
    std::array<char, room> digits{};
    std::size_t begin = room;
    qint64 rest = std::abs(units);
    for (int written = 0; rest > 0 || written <= m_decimals; ++written) {
        if (written == m_decimals && m_decimals > 0)
            digits[--begin] = '.';
        digits[--begin] = char('0' + rest % 10);
        rest /= 10;
    }
    if (units < 0)
        digits[--begin] = '-';
    text.append(&digits[begin], qsizetype(room - begin));
}

std::optional<qint64> PriceGrid::fromText(QByteArrayView text) const
{
    DecimalReader reader(text);
    // More digits than the largest price has: too much if they are before the unit, else no multiple of it.
    if (!reader.read() || reader.isLong())
        return std::nullopt;
    if (reader.digits() == 0)
        return 0;
    const qint64 exponent = reader.exponent() + m_decimals;
    if (exponent < 0 || exponent > mostDigits)
        return std::nullopt;
    const qint64 power = powersOfTen[std::size_t(exponent)];
    if (reader.digits() > largestPrice / power)
        return std::nullopt;
    return reader.digits() * power;
}

} // namespace ticker
