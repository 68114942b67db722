// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ticker {

/// How the numbers of a file are written: 12,345.67 or 12.345,67 or 12 345,67. A value.
struct NumberStyle final
{
    char point = '.';
    char grouping = '\0'; ///< Between thousands; none: 0. Blanks and apostrophes are ignored there in any case.

    /// The number as it is written in a program: 12345.67, without a currency sign in front. Refers to the text or to the
    /// scratch. What is no number stays none.
    [[nodiscard]] QByteArrayView plain(QByteArrayView text, QByteArray *scratch) const;

    friend bool operator==(const NumberStyle &, const NumberStyle &) = default;
};

/// Finds the style of a file from its numbers.
class NumberStyleFinder final
{
public:
    /// A cell of a column of numbers; what is no number is ignored.
    void see(QByteArrayView text);
    /// Nothing: 1,234 could be one and a bit or more than a thousand, and no other number tells.
    [[nodiscard]] std::optional<NumberStyle> style() const;

private:
    bool m_isPoint = false;       ///< A point was a decimal point,
    bool m_isComma = false;       ///< a comma was one,
    bool m_groupsByPoint = false; ///< a point stood between thousands,
    bool m_groupsByComma = false; ///< a comma did.
    bool m_hasOpenComma = false;  ///< 1,234
};

} // namespace ticker
