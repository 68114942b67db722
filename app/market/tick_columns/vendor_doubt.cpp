// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/vendor_doubt.h"

#include <QRegularExpression>

#include <algorithm>

namespace ticker {

namespace {

bool isPrice(TickField field)
{
    return field >= TickField::Price && field <= TickField::Close;
}

/// Databento counts prices in 10^-9, unless it was told to write them with decimals.
bool isFixedPoint(const QByteArray &cell)
{
    constexpr qsizetype fewestDigits = 7;
    return cell.size() >= fewestDigits && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

LocalizedText fixedPoint()
{
    return LocalizedText::tr("the prices are whole numbers of 10^-9; have Databento write decimals (pretty_px)");
}

} // namespace

std::optional<LocalizedText> vendorDoubt(const QByteArrayList &names, const std::vector<QByteArrayList> &rows,
                                         const TickLayout &layout, const TickReadOptions &options)
{
    if (!names.contains("publisher_id") || rows.empty()) // Databento
        return std::nullopt;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const auto isFixed = [i](const QByteArrayList &row) { return isFixedPoint(row.value(qsizetype(i))); };
        if (layout.columns[i] && isPrice(*layout.columns[i]) && std::ranges::all_of(rows, isFixed))
            return fixedPoint();
    }
    const qsizetype action = names.indexOf("action");
    const auto isTrade = [action](const QByteArrayList &row) { return row.value(action) == "T"; };
    const bool isGiven = std::ranges::find(options.columns, TickField::Price, &GivenColumn::field)
        != options.columns.end();
    if (action < 0 || isGiven || !layout.hasColumn(TickField::Price) || std::ranges::all_of(rows, isTrade))
        return std::nullopt;
    return LocalizedText::tr("not all lines are trades: the price is often that of an order; play the bid and the ask "
                             "by --columns bid=bid_px_00,ask=ask_px_00");
}

std::optional<LocalizedText> vendorDoubt(QByteArrayView firstLine)
{
    static const QRegularExpression price(
        QStringLiteral(R"x("(?:price|open|high|low|close)"\s*:\s*"?[0-9]{7,}"?\s*[,}])x"));
    if (!firstLine.contains("\"publisher_id\"") || !price.match(QString::fromLatin1(firstLine)).hasMatch())
        return std::nullopt;
    return fixedPoint();
}

} // namespace ticker
