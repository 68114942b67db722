// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <cstddef>

namespace ticker {

/// What a column or a key of a file of ticks means.
enum class TickField : quint8 {
    Time, ///< A day, with the time of day or without.
    TimeOfDay,
    Symbol,
    Price,
    Bid,
    Ask,
    Open,
    High,
    Low,
    Close,
    Size,
    BidSize, ///< Of the best bid,
    AskSize, ///< and of the best ask.
    Side,    ///< What the taker of a trade did: buy or sell.
    Id,      ///< Of a trade.
    Seq,
};
constexpr std::size_t tickFields = 16;

/// A line plays with it as it does without. So no header is known by its name alone, and what cannot be read there is not
/// there, unless a person has named the column.
[[nodiscard]] constexpr bool isBesidePrice(TickField field)
{
    return field >= TickField::BidSize && field <= TickField::Id;
}

/// The name that messages and options use: "price".
[[nodiscard]] QString tickFieldName(TickField field);

} // namespace ticker
