// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ticker {

/// The price of an instrument at one tick.
struct Quote final
{
    QString symbol;
    int price = 0;     ///< 0 to 999.
    quint64 seq = 0;   ///< The tick's number, from 1; 0: no tick yet.
    qint64 timeMs = 0; ///< Milliseconds since 1970, UTC, by the wall clock.

    friend bool operator==(const Quote &, const Quote &) = default;
};

} // namespace ticker
