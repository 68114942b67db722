// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>
#include <optional>

namespace ticker {

/// The seed of these digits; nothing: it is none. What else QString takes for a number (a sign, spaces, what follows a NUL)
/// is none here.
[[nodiscard]] inline std::optional<quint64> seedFromText(QStringView text)
{
    if (!std::ranges::all_of(text, [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }))
        return std::nullopt;
    bool isNumber = false;
    const quint64 seed = text.toULongLong(&isNumber); // neither an empty text nor one too large is a number
    return isNumber ? std::optional(seed) : std::nullopt;
}

} // namespace ticker
