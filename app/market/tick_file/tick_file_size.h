// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>

namespace ticker {

/// A size as it is written: a decimal number from 0 on. A value.
class TickFileSize final
{
public:
    /// More are not kept: the last one decides how the one before is rounded.
    static constexpr int mostDecimals = 9;

    constexpr TickFileSize() = default;
    /// The fraction counts 10^-decimals; decimals are those that are written, zeros at the end included, at most mostDecimals.
    constexpr TickFileSize(quint64 whole, qint32 fraction, int decimals)
        : m_whole(whole), m_fraction(fraction), m_decimals(decimals)
    {
    }

    [[nodiscard]] constexpr bool isZero() const { return m_whole == 0 && m_fraction == 0; }
    [[nodiscard]] constexpr int decimals() const { return m_decimals; }
    /// Without zeros at the end.
    [[nodiscard]] int neededDecimals() const;
    [[nodiscard]] double toDouble() const;
    /// In units of a scale with so many decimals, at most SizeScale::mostDecimals: rounded, half up, but at least one unless
    /// it is 0. Nothing: more than `largest`.
    [[nodiscard]] std::optional<quint64> units(int decimals, quint64 largest) const
    {
        if (decimals > 0 || m_decimals > 0)
            return scaled(decimals, largest);
        return m_whole <= largest ? std::optional(m_whole) : std::nullopt; // as most are
    }

private:
    [[nodiscard]] std::optional<quint64> scaled(int decimals, quint64 largest) const;

    quint64 m_whole = 0;
    qint32 m_fraction = 0;
    int m_decimals = 0;
};

} // namespace ticker
