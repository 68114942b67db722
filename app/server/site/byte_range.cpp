// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site/byte_range.h"

#include <algorithm>
#include <limits>

namespace ticker {

namespace {

constexpr QByteArrayView unit = "bytes=";

/// Digits only; a number that is too large is the largest.
std::optional<qint64> readPosition(const QByteArray &text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.isEmpty() || !std::all_of(text.cbegin(), text.cend(), isDigit))
        return std::nullopt;
    bool fits = false;
    const qint64 position = text.toLongLong(&fits);
    return fits ? position : std::numeric_limits<qint64>::max();
}

} // namespace

std::optional<ByteRange> readByteRange(const QByteArray &field, qint64 fileSize)
{
    if (field.left(unit.size()).compare(unit, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const QByteArray range = field.mid(unit.size()).trimmed();
    const qsizetype dash = range.indexOf('-');
    if (dash < 0)
        return std::nullopt;
    const auto last = readPosition(range.mid(dash + 1));
    if (dash == 0) { // the last ones
        if (!last)
            return std::nullopt;
        const qint64 size = std::min(*last, fileSize);
        return ByteRange{fileSize - size, size};
    }
    const auto first = readPosition(range.left(dash));
    const bool isOpen = dash == range.size() - 1;
    if (!first || (!last && !isOpen) || (last && *last < *first))
        return std::nullopt;
    if (*first >= fileSize)
        return ByteRange{fileSize, 0};
    const qint64 end = isOpen || *last >= fileSize ? fileSize : *last + 1;
    return ByteRange{*first, end - *first};
}

} // namespace ticker
