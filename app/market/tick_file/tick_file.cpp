// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file.h"

#include "instruments/price_grid.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

constexpr char toUpper(char c)
{
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

} // namespace

TickFilePrice TickFilePrice::mean(const TickFilePrice &one, const TickFilePrice &other)
{
    constexpr qint64 unit = 1'000'000'000; // of a fraction
    const qint64 whole = one.m_whole + other.m_whole;
    const qint64 fraction = (whole % 2 * unit + one.m_fraction + other.m_fraction) / 2;
    int decimals = std::max(one.m_decimals, other.m_decimals);
    qint64 place = unit;
    for (int i = 0; i < decimals; ++i)
        place /= 10;
    if (decimals < mostDecimals && fraction % place != 0)
        ++decimals;
    return {whole / 2 + fraction / unit, qint32(fraction % unit), decimals};
}

bool TickFilePrice::isNearly(const TickFilePrice &other) const
{
    constexpr double share = 1e-7;
    const auto value = [](const TickFilePrice &price) { return double(price.m_whole) + price.m_fraction / 1e9; };
    return std::abs(value(*this) - value(other)) <= share * value(other);
}

std::optional<qint64> TickFilePrice::units(int decimals) const
{
    Q_ASSERT(decimals >= 0 && decimals <= PriceGrid::mostDecimals);
    qint64 unitsPerOne = 1;
    qint64 fractionPerUnit = 1'000'000'000; // of 10^-9
    for (int i = 0; i < decimals; ++i) {
        unitsPerOne *= 10;
        fractionPerUnit /= 10;
    }
    if (m_whole > PriceGrid::largestPrice / unitsPerOne)
        return std::nullopt;
    const qint64 units = m_whole * unitsPerOne + (m_fraction + fractionPerUnit / 2) / fractionPerUnit;
    if (units > PriceGrid::largestPrice)
        return std::nullopt;
    return units;
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

} // namespace ticker
