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
    Seq,
};
constexpr std::size_t tickFields = 12;

/// The name that messages and options use: "price".
[[nodiscard]] QString tickFieldName(TickField field);

} // namespace ticker
