// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/instrument.h"

#include <algorithm>

namespace ticker {

namespace {

constexpr PriceGrid wholeNumbers(0, 1);
constexpr PriceGrid cents(2, 1);
constexpr PriceGrid fiveCents(2, 5);
constexpr PriceGrid tenThousandths(4, 1);

} // namespace

int MarketSpec::indexOf(QStringView symbol) const
{
    const auto found = std::find_if(instruments.begin(), instruments.end(),
                                    [symbol](const Instrument &instrument) { return instrument.symbol == symbol; });
    return found == instruments.end() ? -1 : int(found - instruments.begin());
}

int MarketSpec::featured() const
{
    if (const int named = featuredSymbol.isEmpty() ? -1 : indexOf(featuredSymbol); named >= 0)
        return named;
    const auto found = std::find_if(instruments.begin(), instruments.end(), [](const Instrument &instrument) {
        return !std::holds_alternative<UniformModel>(instrument.model);
    });
    return found == instruments.end() ? 0 : int(found - instruments.begin());
}

/// Drifts are such that a market which runs for days stays where it is, more or less.
MarketSpec builtInMarket()
{
    const RegimeSwitchingModel sightings{{{0.0, 0.0002, 0.002}, {0.0008, 0.004, 0.02}, {-0.0004, 0.002, 0.01}}};
    const RegimeSwitchingModel friction{{{0.0002, 0.0006, 0.004}, {-0.0004, 0.002, 0.008}}};
    return {
        QStringLiteral("Twelve invented companies"),
        {
            {QStringLiteral("ACME"), QStringLiteral("Acme Rockets (invented)"), wholeNumbers, 500, UniformModel{0, 999},
             1},
            {QStringLiteral("TEAPOT"), QStringLiteral("Teapot Heavy Industries (invented)"), cents, 86'40,
             GeometricBrownianModel{0, 0.0008}, 0.9},
            {QStringLiteral("SLOTH"), QStringLiteral("Sloth Express Parcels (invented)"), fiveCents, 12'50,
             RandomWalkModel{0.05}, 0.2},
            {QStringLiteral("GOUDA"), QStringLiteral("Lunar Gouda Mining (invented)"), cents, 212'00,
             JumpDiffusionModel{0.000012, 0.0006, 0.003, -0.004, 0.012}, 0.7},
            {QStringLiteral("UPDWN"), QStringLiteral("Upside-Down Umbrellas (invented)"), cents, 45'00,
             MeanReversionModel{48, 0.005, 0.002}, 0.6},
            {QStringLiteral("NESSY"), QStringLiteral("Lake Monster Sightseeing (invented)"), cents, 150'00, sightings,
             0.5},
            {QStringLiteral("SOCKS"), QStringLiteral("Left Sock Recovery (invented)"), cents, 9'99,
             MeanReversionModel{10, 0.02, 0.004}, 0.8},
            {QStringLiteral("DUCKY"), QStringLiteral("Rubber Duck Consulting (invented)"), cents, 31'40,
             GeometricBrownianModel{0.0000002, 0.0005}, 1},
            {QStringLiteral("CHALK"), QStringLiteral("Squeaky Chalk Works (invented)"), cents, 64'00,
             RandomWalkModel{0.02}, 0.4},
            {QStringLiteral("HWORK"), QStringLiteral("Dog-Eaten Homework Insurance (invented)"), cents, 275'00,
             JumpDiffusionModel{0, 0.0004, 0.002, 0.0, 0.02}, 0.5},
            {QStringLiteral("FLOSS"), QStringLiteral("Candyfloss Cloud Storage (invented)"), tenThousandths, 3'1416,
             GeometricBrownianModel{0, 0.0012}, 0.75},
            {QStringLiteral("PERPM"), QStringLiteral("Perpetual Motion Motors (invented)"), cents, 899'00, friction,
             0.3},
        },
    };
}

} // namespace ticker
