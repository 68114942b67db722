// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/market.h"

#include <cmath>

namespace ticker::test {

using Kind = MarketEvent::Kind;

constexpr int every = MarketEvent::everyInstrument;
constexpr qint64 start = 10'000'000'000;

/// Each model, on a grid so fine that rounding hides nothing. At 1 they always trade.
inline MarketSpec specOfModels(double activity)
{
    MarketSpec spec;
    const std::vector<PriceModel> models{UniformModel{50, 150},
                                         RandomWalkModel{0.5},
                                         GeometricBrownianModel{0, 0.01},
                                         MeanReversionModel{100, 0.01, 0.01},
                                         JumpDiffusionModel{0, 0.01, 0.1, 0, 0.02},
                                         RegimeSwitchingModel{{{0, 0.01, 0.1}, {0, 0.02, 0.1}}},
                                         GarchModel{0, 0.01, 0.1, 0.8}};
    for (std::size_t i = 0; i < models.size(); ++i)
        spec.instruments.push_back({QStringLiteral("M%1").arg(i), {}, PriceGrid(8, 1), start, models[i], activity});
    return spec;
}

// Their places in it.
constexpr int uniform = 0;
constexpr int walk = 1;
constexpr int brownian = 2;
constexpr int reverting = 3;
constexpr int jumping = 4;
constexpr int switching = 5;
constexpr int clustering = 6;
constexpr int modelCount = 7;

inline double price(const Market &market, int instrument)
{
    return double(market.quotes()[std::size_t(instrument)].price);
}

/// Two markets of the same, of which one has events.
struct Pair final
{
    explicit Pair(double activity = 1) : plain(specOfModels(activity), 3), eventful(specOfModels(activity), 3) { }

    void advance(int ticks = 1)
    {
        for (int tick = 0; tick < ticks; ++tick) {
            plain.advance();
            eventful.advance();
        }
    }
    [[nodiscard]] double ratio(int instrument) const { return price(eventful, instrument) / price(plain, instrument); }

    Market plain;
    Market eventful;
};

inline bool isNear(double value, double expected)
{
    return std::abs(value / expected - 1) < 1e-7;
}

} // namespace ticker::test
