// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>

namespace ticker {

constexpr qsizetype longestSymbol = 16;

/// Whether an instrument may have this symbol: 1 to 16 of A-Z 0-9 . - _, a letter or digit first.
[[nodiscard]] inline bool isSymbol(const QString &text)
{
    const auto isLetterOrDigit = [](QChar c) {
        return (c >= QLatin1Char('A') && c <= QLatin1Char('Z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
    };
    return !text.isEmpty() && text.size() <= longestSymbol && isLetterOrDigit(text.front())
        && std::all_of(text.begin(), text.end(), [&](QChar c) {
               return isLetterOrDigit(c) || c == QLatin1Char('.') || c == QLatin1Char('-') || c == QLatin1Char('_');
           });
}

} // namespace ticker
