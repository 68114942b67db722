// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/market_update.h"

/// Values for the tests of the page with the prices.
namespace ticker::samples {

constexpr qint64 nowMs = 1'795'377'208'000;
constexpr qint64 tickMs = 50;

inline QList<InstrumentInfo> instruments(int count = 3)
{
    const QStringList known{QStringLiteral("ACME"), QStringLiteral("MOON"), QStringLiteral("ROCK")};
    QList<InstrumentInfo> all;
    for (int i = 0; i < count; ++i) {
        const QString symbol = i < known.size() ? known.at(i) : QStringLiteral("SYM%1").arg(i);
        all.append({symbol, symbol + QStringLiteral(" Works"), i == 0 ? 0 : 2});
    }
    return all;
}

/// Up by one with the last trade, and by that much since the day began.
inline InstrumentPrice price(int instrument, double price, double change = 3)
{
    return {instrument, price, price - 1, price - change, price + 10, price - change - 5, 40, 1000, false};
}

/// All the instruments, with their prices, 100 more each.
inline MarketUpdate market(int count = 3, quint64 tape = 1)
{
    MarketUpdate update;
    update.tape = tape;
    update.timeMs = nowMs;
    update.instruments = instruments(count);
    for (int i = 0; i < count; ++i)
        update.prices.append(price(i, 100 * (i + 1), i == 1 ? -2.5 : 3));
    return update;
}

/// A line that rises by one with each point, up to a price at a time.
inline QList<PricePoint> rising(int points, double last, qint64 lastMs = nowMs, qint64 stepMs = tickMs)
{
    QList<PricePoint> line;
    for (int i = points - 1; i >= 0; --i)
        line.append({lastMs - i * stepMs, last - i});
    return line;
}

inline MarketUpdate charted(const QString &symbol, const QList<PricePoint> &points, bool isAnew = true)
{
    MarketUpdate update;
    update.tape = 1;
    update.timeMs = points.isEmpty() ? nowMs : points.last().timeMs;
    update.charted.append({symbol, isAnew, {}, points});
    return update;
}

} // namespace ticker::samples
