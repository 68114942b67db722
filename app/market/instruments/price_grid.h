// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <optional>

namespace ticker {

/// Where an instrument's prices lie: multiples of its tick size. A price is a whole number of *units*, of which there
/// are ten to the power of decimals() to 1, so that it is exact and the same on every machine: 12.34 is 1234 with two
/// decimals. Prices of files may be negative, down to -largestPrice. A value.
class PriceGrid final
{
public:
    static constexpr int mostDecimals = 12;
    /// Beyond it a double, and so a JSON number, could not tell two neighbouring prices apart.
    static constexpr qint64 largestPrice = qint64(1) << 53;

    constexpr PriceGrid() = default;
    /// The tick size in units, from 1 to largestPrice; the decimals from 0 to mostDecimals.
    constexpr PriceGrid(int decimals, qint64 tickSize) : m_decimals(decimals), m_tickSize(tickSize) { }

    [[nodiscard]] constexpr int decimals() const { return m_decimals; }
    /// In units.
    [[nodiscard]] constexpr qint64 tickSize() const { return m_tickSize; }
    [[nodiscard]] double unitsPerOne() const;

    /// The multiple of the tick size next to it, half away from zero, from one tick size up to largestPrice. Anything
    /// that is no number gives one tick size.
    [[nodiscard]] qint64 nearest(double price) const;
    [[nodiscard]] double toDouble(qint64 units) const { return double(units) / unitsPerOne(); }
    /// As a JSON number without an exponent and with all of its decimals: "12.30".
    [[nodiscard]] QByteArray text(qint64 units) const;
    /// Appends the same to a text.
    void appendTo(QByteArray &text, qint64 units) const;
    /// Reads a decimal number such as "12.3", "12.300", "1e2" or "+5" exactly; nothing when it is none, is not a
    /// multiple of the unit (not: of the tick size), is negative or more than largestPrice.
    [[nodiscard]] std::optional<qint64> fromText(QByteArrayView text) const;

    friend bool operator==(const PriceGrid &, const PriceGrid &) = default;

private:
    int m_decimals = 2;
    qint64 m_tickSize = 1;
};

} // namespace ticker
