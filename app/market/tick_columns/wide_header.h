// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QList>

#include <array>
#include <cstddef>
#include <optional>

namespace ticker {

/// A header of three lines, as pandas writes columns of several instruments, and yfinance also those of one:
///
///     Price,Close,Close,Open,Open
///     Ticker,AAPL,MSFT,AAPL,MSFT
///     Date,,,,
///
/// The first two may be the other way round. A value.
struct WideHeader final
{
    static constexpr std::size_t lines = 3;

    QByteArrayList names;   ///< Of the columns, of which the first is that of the times.
    QByteArrayList symbols; ///< The same; the first is empty.

    /// Each once, in their order.
    [[nodiscard]] QByteArrayList instruments() const;
    /// The places of the times and of this instrument.
    [[nodiscard]] QList<qsizetype> columnsOf(const QByteArray &symbol) const;
};

/// Nothing: these lines are no such header.
[[nodiscard]] std::optional<WideHeader> findWideHeader(const std::array<QByteArrayList, WideHeader::lines> &lines);

} // namespace ticker
