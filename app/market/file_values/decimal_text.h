// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <optional>

namespace ticker {

/// The digits of a decimal number, as they are written, and where its point is, so that nothing is lost to a double. A
/// value; it refers to the text.
struct DecimalText final
{
    static constexpr int mostExponent = 10'000; ///< Beyond it every number is 0 or too large.

    QByteArrayView whole;
    QByteArrayView fraction;
    int exponent = 0;
    bool isNegative = false;

    /// With a sign or without, with a point, and with an exponent. Nothing: this is no number.
    [[nodiscard]] static std::optional<DecimalText> fromText(QByteArrayView text);

    /// How many digits stand before the point when the exponent is applied.
    [[nodiscard]] qsizetype pointAt() const { return whole.size() + exponent; }
    [[nodiscard]] qsizetype size() const { return whole.size() + fraction.size(); }
    /// The digit at a place; beyond the ends there are zeros.
    [[nodiscard]] int at(qsizetype place) const
    {
        if (place < 0 || place >= size())
            return 0;
        return (place < whole.size() ? whole[place] : fraction[place - whole.size()]) - '0';
    }
    [[nodiscard]] bool isZero() const;
    /// The part before the point, if it is at most `largest`.
    [[nodiscard]] std::optional<quint64> wholePart(quint64 largest) const;
    /// So many digits behind the point, at most 18, as a number.
    [[nodiscard]] qint64 fractionPart(int count) const;
};

} // namespace ticker
