// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model_samples.h"
#include "pair_correlation.h"

#include <array>
#include <cmath>

namespace ticker::test {

constexpr GeometricBrownianModel brownian{0, 0.001};

inline Instrument instrumentOf(const char *symbol, const char *sector, const PriceModel &model = brownian)
{
    return {QString::fromLatin1(symbol), {}, fineGrid, fineStart, model, 1, {}, QString::fromLatin1(sector)};
}

/// Two of iron, two of food, and one of nothing.
inline MarketSpec twoSectors(const PriceModel &model = brownian)
{
    MarketSpec spec;
    spec.sectors = {{QStringLiteral("Iron"), 0.7}, {QStringLiteral("Food"), 0.4}};
    spec.marketCorrelation = 0.6;
    spec.instruments = {instrumentOf("I1", "Iron", model), instrumentOf("F1", "Food", model),
                        instrumentOf("I2", "Iron", model), instrumentOf("F2", "Food", model),
                        instrumentOf("ONE", "", model)};
    return spec;
}

constexpr std::size_t iron1 = 0;
constexpr std::size_t food1 = 1;
constexpr std::size_t iron2 = 2;
constexpr std::size_t food2 = 3;
constexpr std::size_t one = 4;
constexpr std::array<std::pair<std::size_t, std::size_t>, 10> pairs{{{iron1, iron2},
                                                                     {food1, food2},
                                                                     {iron1, food1},
                                                                     {iron1, food2},
                                                                     {iron2, food1},
                                                                     {iron2, food2},
                                                                     {iron1, one},
                                                                     {iron2, one},
                                                                     {food1, one},
                                                                     {food2, one}}};

inline double expectedOf(std::size_t pair)
{
    return pair == 0 ? 0.7 : pair == 1 ? 0.4 : pair < 6 ? std::sqrt(0.7 * 0.4) * 0.6 : 0;
}

/// What each instrument's logarithm changes by in the next tick, of which all have a trade.
inline std::vector<double> nextChanges(Market &market)
{
    std::vector<double> changes;
    for (const Quote &quote : market.advance().quotes)
        changes.push_back(std::log(double(quote.price) / double(quote.previous)));
    return changes;
}

} // namespace ticker::test
