// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file.h"

#include "instruments/powers_of_ten.h"
#include "instruments/price_grid.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

/// Of a price: what its fraction counts, to 1.
constexpr qint64 fractionUnits = powersOfTen[TickFilePrice::mostDecimals];

constexpr bool isLetterOrDigit(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

constexpr char toUpper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

} // namespace

TickFilePrice TickFilePrice::mean(const TickFilePrice &one, const TickFilePrice &other)
{
    const qint64 whole = one.m_whole + other.m_whole;
    const qint64 fraction = (whole % 2 * fractionUnits + one.m_fraction + other.m_fraction) / 2;
    int decimals = std::max(one.decimals(), other.decimals());
    const qint64 place = powersOfTen[std::size_t(mostDecimals - decimals)];
    if (decimals < mostDecimals && fraction % place != 0)
        ++decimals;
    const qint64 carried = whole / 2 + fraction / fractionUnits;
    const qint64 rest = fraction % fractionUnits;
    if (carried > 0 && rest < 0)
        return {carried - 1, rest + fractionUnits, decimals};
    if (carried < 0 && rest > 0)
        return {carried + 1, rest - fractionUnits, decimals};
    return {carried, rest, decimals};
}

double TickFilePrice::toDouble() const
{
    return double(m_whole) + double(m_fraction) / double(fractionUnits);
}

bool TickFilePrice::isNearly(const TickFilePrice &other) const
{
    constexpr double share = 1e-7;
    return std::abs(toDouble() - other.toDouble()) <= share * std::abs(other.toDouble());
}

std::optional<qint64> TickFilePrice::units(int decimals) const
{
    Q_ASSERT(decimals >= 0 && decimals <= PriceGrid::mostDecimals);
    const qint64 unitsPerOne = powersOfTen[std::size_t(decimals)];
    const qint64 fractionPerUnit = fractionUnits / unitsPerOne;
    const bool isNegative = m_whole < 0 || m_fraction < 0;
    const qint64 whole = isNegative ? -m_whole : m_whole;
    const qint64 fraction = isNegative ? -m_fraction : m_fraction;
    if (whole > PriceGrid::largestPrice / unitsPerOne)
        return std::nullopt;
    const qint64 units = whole * unitsPerOne + (fraction + fractionPerUnit / 2) / fractionPerUnit;
    if (units > PriceGrid::largestPrice)
        return std::nullopt;
    return isNegative ? -units : units;
}

std::optional<TickFileSymbol> TickFileSymbol::fromText(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > mostBytes)
        return std::nullopt;
    TickFileSymbol symbol;
    std::transform(text.begin(), text.end(), symbol.m_bytes.begin(), toUpper);
    const auto isAllowed = [](char c) { return isLetterOrDigit(c) || c == '.' || c == '-' || c == '_'; };
    const auto end = symbol.m_bytes.begin() + text.size();
    if (!isLetterOrDigit(symbol.m_bytes.front()) || !std::all_of(symbol.m_bytes.begin(), end, isAllowed))
        return std::nullopt;
    return symbol;
}

QString TickFileSymbol::toString() const
{
    const auto end = std::find(m_bytes.begin(), m_bytes.end(), '\0');
    return QString::fromLatin1(m_bytes.data(), end - m_bytes.begin());
}

std::size_t TickFileSymbol::hash() const
{
    return qHashBits(m_bytes.data(), m_bytes.size());
}

LocalizedText TickFileError::text() const
{
    return field.isEmpty() ? LocalizedText::tr("line %1: %2").arg(line).arg(message)
                           : LocalizedText::tr("line %1: %2: %3").arg(line).arg(field).arg(message);
}

} // namespace ticker
