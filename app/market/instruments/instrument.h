// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/correlation_matrix.h"
#include "instruments/day_shape.h"
#include "instruments/price_grid.h"
#include "instruments/price_model.h"
#include "instruments/sector.h"
#include "instruments/size_scale.h"

#include <QString>

#include <vector>

namespace ticker {

/// Something with a price.
struct Instrument final
{
    QString symbol; ///< Short and unique: "ACME".
    QString name;   ///< For people.
    PriceGrid grid;
    qint64 startPrice = 10'000; ///< Before the first tick, in units of the grid, a multiple of its tick size.
    PriceModel model;
    double activity = 1; ///< The share of ticks in which it trades, more than 0, at most 1.
    SizeScale sizes{};   ///< Whole numbers, but for what a file says.
    QString sector = {}; ///< One of the market's, by its name; empty: what moves it is its own alone.
    double spread = 0;   ///< At the usual volatility, in money; 0: a tick size, and trades are at the model's price.
    double depth = 500;  ///< The mean size at a price of the order book, from 1 to mostDepth.

    static constexpr double mostDepth = 1e9;

    friend bool operator==(const Instrument &, const Instrument &) = default;
};

/// What a market is made of: with a seed it determines the tape. A value, checked by whoever makes it from a file.
struct MarketSpec final
{
    static constexpr int mostInstruments = 500;
    static constexpr int mostSectors = 50;

    QString name;                        ///< For people.
    std::vector<Instrument> instruments; ///< 1 to mostInstruments; the first one is the headline.
    quint32 ticksPerDay = 23'400;        ///< After so many ticks a new day opens: 6.5 hours at one a second.
    std::vector<Sector> sectors = {};    ///< At most mostSectors.
    /// Of any two sectors, from 0 to 1, by a factor of the whole market: two instruments of different sectors have the
    /// correlation sqrt(r1 r2) times this one, where r1 and r2 are those within their sectors.
    double marketCorrelation = 0.5;
    CorrelationMatrix sectorCorrelations = {}; ///< In its place, of each pair of sectors; empty: there is none.
    DayShape dayShape = {};                    ///< Flat, unless somebody asks for a U.
    QString featuredSymbol = {};               ///< Of one of them, or empty: see featured().

    [[nodiscard]] const Instrument &headline() const { return instruments.front(); }
    /// The place of the one to show first to somebody who has chosen none: the one that is named, or else the first that moves
    /// like a share (its model is not uniform), or else the headline.
    [[nodiscard]] int featured() const;
    /// The place of a symbol, case-sensitive; -1: there is none. Linear: for files and requests, not for ticks.
    [[nodiscard]] int indexOf(QStringView symbol) const;
    /// The place of a sector; -1: there is none. Linear.
    [[nodiscard]] int indexOfSector(QStringView name) const;

    friend bool operator==(const MarketSpec &, const MarketSpec &) = default;
};

/// Twelve invented companies, of which the headline is the tutorial's uniform price from 0 to 999.
[[nodiscard]] MarketSpec builtInMarket();

} // namespace ticker
