// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace ticker {

/// What the page with the prices wants remembered between two starts.
struct PricesSettings final
{
    static constexpr int usualSeconds = 300;
    static constexpr int allSeconds = 0;

    QByteArray header;                  ///< QHeaderView::saveState() of the table; empty for the default columns.
    QByteArray splitter;                ///< QSplitter::saveState(); empty for the default sizes.
    std::optional<QStringList> charted; ///< Which symbols are in the chart; nothing: nobody has chosen yet.
    int seconds = usualSeconds;         ///< How much time the chart shows, or allSeconds.
    bool relative = false;              ///< In per cent, not in prices.

    friend bool operator==(const PricesSettings &, const PricesSettings &) = default;
};

} // namespace ticker
