// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/price_point.h"

#include <QList>
#include <QString>

namespace ticker {

/// What does not change about an instrument.
struct InstrumentInfo final
{
    QString symbol;
    QString name;         ///< For people; may be empty.
    int decimals = 2;     ///< Of its prices,
    int sizeDecimals = 0; ///< and of its sizes, at most.

    friend bool operator==(const InstrumentInfo &, const InstrumentInfo &) = default;
};

/// What an instrument has done until now.
struct InstrumentPrice final
{
    int instrument = 0; ///< Its place in the market.
    double price = 0;
    double previous = 0; ///< The price before this one.
    double open = 0;     ///< The first of the day,
    double high = 0;     ///< the highest and
    double low = 0;      ///< the lowest until now.
    double size = 0;     ///< How many were traded last; 0: it has not traded yet, and prices mean nothing.
    quint64 ticks = 0;   ///< In which it has traded.
    bool halted = false;

    friend bool operator==(const InstrumentPrice &, const InstrumentPrice &) = default;
};

/// What is new of an instrument in the chart. Points are oldest first.
struct ChartedPrices final
{
    QString symbol;
    bool isAnew = false;       ///< What was told of it before is to be forgotten.
    QList<PricePoint> earlier; ///< Come before all that were told.
    QList<PricePoint> later;   ///< Come behind them.

    friend bool operator==(const ChartedPrices &, const ChartedPrices &) = default;
};

/// What has changed in the market since it was told last, at most ten times a second and only while somebody looks.
struct MarketUpdate final
{
    /// So many instruments may be in the chart; more nobody can tell apart.
    static constexpr qsizetype mostCharted = 8;

    quint64 tape = 0;                  ///< Another one than before: all that was told is to be forgotten.
    qint64 timeMs = 0;                 ///< Of the last tick, since 1970 UTC, a generated one or not; 0: there is none.
    qint64 generatedToMs = 0;          ///< The time of the last generated tick, before which nothing was; 0: none are.
    QList<InstrumentInfo> instruments; ///< All, in the order of the market, if they are others than before; else none.
    QString featured;                  ///< With them: the symbol of the one to show while nobody has chosen any.
    QList<InstrumentPrice> prices;     ///< Those that differ from what was told, in the order of the market.
    QList<ChartedPrices> charted;

    friend bool operator==(const MarketUpdate &, const MarketUpdate &) = default;
};

} // namespace ticker
