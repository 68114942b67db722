// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/seed_text.h"

#include <QRandomGenerator>
#include <QString>

#include <algorithm>

namespace ticker::seed_text {

std::optional<quint64> parse(QStringView text)
{
    const QStringView digits = text.trimmed();
    const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
    if (!std::ranges::all_of(digits, isDigit))
        return std::nullopt;
    bool isNumber = false;
    const quint64 seed = digits.toULongLong(&isNumber); // neither an empty text nor one too large is a number
    return isNumber ? std::optional(seed) : std::nullopt;
}

quint64 random()
{
    return QRandomGenerator::system()->generate();
}

} // namespace ticker::seed_text
