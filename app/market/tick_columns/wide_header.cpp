// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/wide_header.h"

#include "tick_columns/column_names.h"

#include <algorithm>

namespace ticker {

QByteArrayList WideHeader::instruments() const
{
    QByteArrayList found;
    for (const QByteArray &symbol : symbols) {
        if (!symbol.isEmpty() && !found.contains(symbol))
            found.append(symbol);
    }
    return found;
}

QList<qsizetype> WideHeader::columnsOf(const QByteArray &symbol) const
{
    QList<qsizetype> own{0};
    for (qsizetype i = 1; i < names.size(); ++i) {
        if (symbols[i] == symbol)
            own.append(i);
    }
    return own;
}

std::optional<WideHeader> findWideHeader(const std::array<QByteArrayList, WideHeader::lines> &lines)
{
    const auto &[first, second, last] = lines;
    const auto isEmptyBehind = [](const QByteArrayList &row) {
        return std::all_of(row.begin() + 1, row.end(), [](const QByteArray &cell) { return cell.isEmpty(); });
    };
    if (last.size() < 2 || first.size() != last.size() || second.size() != last.size() || !isEmptyBehind(last))
        return std::nullopt;
    const auto time = columnMeaning(last.front());
    if (!time || time->field != TickField::Time)
        return std::nullopt;
    const auto areNames = [](const QByteArrayList &row) {
        return std::any_of(row.begin() + 1, row.end(), isHeaderName);
    };
    const bool isFirst = areNames(first);
    WideHeader header{isFirst ? first : second, isFirst ? second : first};
    const auto isEmpty = [](const QByteArray &cell) { return cell.isEmpty(); };
    if (isFirst == areNames(second) || std::any_of(header.symbols.begin() + 1, header.symbols.end(), isEmpty))
        return std::nullopt;
    header.names.front() = last.front();
    header.symbols.front().clear();
    return header;
}

} // namespace ticker
