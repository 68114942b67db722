// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/size_scale.h"

#include "instruments/powers_of_ten.h"

#include <array>
#include <charconv>

namespace ticker {

namespace {

void appendWhole(QByteArray &text, quint64 number)
{
    constexpr std::size_t mostDigits = 20;
    std::array<char, mostDigits> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end - digits.data());
}

} // namespace

quint64 SizeScale::unitsPerOne() const
{
    return quint64(powersOfTen[std::size_t(m_decimals)]);
}

double SizeScale::toDouble(quint64 units) const
{
    return double(units) / double(unitsPerOne());
}

void SizeScale::appendTo(QByteArray &text, quint64 units) const
{
    int decimals = m_decimals;
    for (; decimals > 0 && units % 10 == 0; --decimals)
        units /= 10;
    SizeScale(decimals).appendWithZeros(text, units);
}

QByteArray SizeScale::text(quint64 units) const
{
    QByteArray text;
    appendTo(text, units);
    return text;
}

void SizeScale::appendWithZeros(QByteArray &text, quint64 units) const
{
    if (m_decimals == 0) {
        appendWhole(text, units);
        return;
    }
    const quint64 one = unitsPerOne();
    appendWhole(text, units / one);
    const qsizetype point = text.size();
    appendWhole(text, one + units % one); // the 1 before its digits keeps their zeros
    text[point] = '.';
}

} // namespace ticker
