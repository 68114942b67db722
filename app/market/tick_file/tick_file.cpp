// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

constexpr qint64 powerOfTen(int exponent)
{
    return powersOfTen[std::size_t(exponent)];
}

constexpr char toUpper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

} // namespace

TickFilePrice TickFilePrice::mean(const TickFilePrice &one, const TickFilePrice &other)
{
    const int most = std::max(one.decimals(), other.decimals());
    const int decimals = std::min(most + 1, mostDecimals); // half of an odd digit is one more
    const qint64 unit = powerOfTen(decimals);
    const qint64 whole = one.m_whole + other.m_whole;
    const qint64 fraction = (whole % 2 * unit + one.fraction(decimals) + other.fraction(decimals)) / 2;
    qint64 carried = whole / 2 + fraction / unit;
    qint64 rest = fraction % unit;
    if (carried > 0 && rest < 0) {
        --carried;
        rest += unit;
    } else if (carried < 0 && rest > 0) {
        ++carried;
        rest -= unit;
    }
    return decimals > most && rest % 10 == 0 ? TickFilePrice(carried, rest / 10, most)
                                             : TickFilePrice(carried, rest, decimals);
}

std::strong_ordering TickFilePrice::compareFractions(const TickFilePrice &other) const
{
    const int most = std::max(decimals(), other.decimals());
    return fraction(most) <=> other.fraction(most);
}

double TickFilePrice::toDouble() const
{
    return double(m_whole) + double(m_fraction) / double(powerOfTen(decimals()));
}

bool TickFilePrice::isNearly(const TickFilePrice &other) const
{
    constexpr double share = 1e-7;
    return std::abs(toDouble() - other.toDouble()) <= share * std::abs(other.toDouble());
}

qint64 TickFilePrice::roundedFraction(int decimals) const
{
    const qint64 unit = powerOfTen(this->decimals() - decimals);
    return (m_fraction + (m_fraction < 0 ? -unit / 2 : unit / 2)) / unit;
}

std::optional<TickFileSymbol> TickFileSymbol::fromText(QByteArrayView text)
{
    if (text.size() > longestSymbol)
        return std::nullopt;
    TickFileSymbol symbol;
    std::transform(text.begin(), text.end(), symbol.m_bytes.begin(), toUpper);
    symbol.m_size = quint8(text.size());
    if (!isSymbol(symbol.view()))
        return std::nullopt;
    return symbol;
}

QString TickFileSymbol::toString() const
{
    return QString::fromLatin1(view());
}

std::size_t TickFileSymbol::hash() const
{
    return qHashBits(m_bytes.data(), m_size);
}

LocalizedText TickFileError::text() const
{
    return field.isEmpty() ? LocalizedText::tr("line %1: %2").arg(line).arg(message)
                           : LocalizedText::tr("line %1: %2: %3").arg(line).arg(field).arg(message);
}

LocalizedText TickFileError::reason() const
{
    return field.isEmpty() ? message : LocalizedText::tr("%1: %2").arg(field).arg(message);
}

} // namespace ticker
