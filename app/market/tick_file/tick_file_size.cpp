// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_size.h"

#include "instruments/powers_of_ten.h"
#include "instruments/size_scale.h"

#include <QtNumeric>

#include <cstddef>

namespace ticker {

int TickFileSize::neededDecimals() const
{
    int decimals = m_decimals;
    for (qint32 fraction = m_fraction; decimals > 0 && fraction % 10 == 0; fraction /= 10)
        --decimals;
    return decimals;
}

double TickFileSize::toDouble() const
{
    return double(m_whole) + double(m_fraction) / double(powersOfTen[std::size_t(m_decimals)]);
}

std::optional<quint64> TickFileSize::scaled(int decimals, quint64 largest) const
{
    Q_ASSERT(decimals >= 0 && decimals <= SizeScale::mostDecimals);
    quint64 units = 0;
    if (qMulOverflow(m_whole, quint64(powersOfTen[std::size_t(decimals)]), &units) || units > largest)
        return std::nullopt;
    if (decimals >= m_decimals) {
        units += quint64(m_fraction * powersOfTen[std::size_t(decimals - m_decimals)]);
    } else {
        const qint64 unit = powersOfTen[std::size_t(m_decimals - decimals)];
        units += quint64((m_fraction + unit / 2) / unit);
    }
    if (units > largest)
        return std::nullopt;
    return units == 0 && !isZero() ? 1 : units;
}

} // namespace ticker
