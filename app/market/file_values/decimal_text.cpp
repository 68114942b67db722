// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_values/decimal_text.h"

#include <algorithm>

namespace ticker {

namespace {

qsizetype countDigits(QByteArrayView text)
{
    return std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) - text.begin();
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
        exponent = std::min(exponent * 10 + (c - '0'), DecimalText::mostExponent);
    return isNegative ? -exponent : exponent;
}

} // namespace

std::optional<DecimalText> DecimalText::fromText(QByteArrayView text)
{
    DecimalText decimal;
    decimal.isNegative = text.startsWith('-');
    if (decimal.isNegative || text.startsWith('+'))
        text = text.sliced(1);
    decimal.whole = text.first(countDigits(text));
    text = text.sliced(decimal.whole.size());
    if (text.startsWith('.')) {
        text = text.sliced(1);
        decimal.fraction = text.first(countDigits(text));
        text = text.sliced(decimal.fraction.size());
    }
    if (decimal.size() == 0)
        return std::nullopt;
    if (text.startsWith('e') || text.startsWith('E')) {
        const auto exponent = readExponent(text.sliced(1));
        if (!exponent)
            return std::nullopt;
        decimal.exponent = *exponent;
        text = {};
    }
    if (!text.isEmpty())
        return std::nullopt;
    return decimal;
}

bool DecimalText::isZero() const
{
    const auto isNull = [](char c) { return c == '0'; };
    return std::all_of(whole.begin(), whole.end(), isNull) && std::all_of(fraction.begin(), fraction.end(), isNull);
}

std::optional<quint64> DecimalText::wholePart(quint64 largest) const
{
    quint64 number = 0;
    constexpr qsizetype digitsThatFit = 19;
    if (exponent == 0 && whole.size() <= digitsThatFit) { // as nearly all numbers are
        for (const char c : whole)
            number = number * 10 + quint64(c - '0');
        return number <= largest ? std::optional(number) : std::nullopt;
    }
    const qsizetype end = pointAt();
    for (qsizetype place = 0; place < end; ++place) {
        const auto digit = quint64(at(place));
        if (number > (largest - digit) / 10)
            return std::nullopt;
        number = number * 10 + digit;
        if (number == 0 && place >= size())
            break; // 0e9999
    }
    return number;
}

qint64 DecimalText::fractionPart(int count) const
{
    qint64 number = 0;
    const qsizetype point = pointAt();
    const qsizetype written = std::clamp<qsizetype>(size() - point, 0, count);
    for (qsizetype i = 0; i < written; ++i)
        number = number * 10 + at(point + i);
    for (qsizetype i = written; i < count; ++i)
        number *= 10;
    return number;
}

} // namespace ticker
