// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace ticker {

/// In what an instrument's sizes and volumes are counted: a size is a whole number of *units*, of which there are ten to
/// the power of decimals() to 1, so that it is exact: 0.012 is 12 with three decimals. A value.
class SizeScale final
{
public:
    static constexpr int mostDecimals = 8;
    /// In units. Beyond it a double, and so a JSON number, could not tell two neighbouring sizes apart.
    static constexpr quint64 largest = quint64(1) << 53;

    constexpr SizeScale() = default;
    /// From 0 to mostDecimals.
    constexpr explicit SizeScale(int decimals) : m_decimals(decimals) { }

    [[nodiscard]] constexpr int decimals() const { return m_decimals; }
    [[nodiscard]] quint64 unitsPerOne() const;
    [[nodiscard]] double toDouble(quint64 units) const;

    /// Appends a size as a JSON number without an exponent and without zeros at the end: "0.012", "1500".
    void appendTo(QByteArray &text, quint64 units) const;
    [[nodiscard]] QByteArray text(quint64 units) const;
    /// Appends the same with all of its decimals: "0.01200000".
    void appendWithZeros(QByteArray &text, quint64 units) const;

    friend bool operator==(const SizeScale &, const SizeScale &) = default;

private:
    int m_decimals = 0;
};

} // namespace ticker
