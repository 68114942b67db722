// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "instruments/instrument.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

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

int MarketSpec::indexOfSector(QStringView name) const
{
    const auto found = std::find_if(sectors.begin(), sectors.end(),
                                    [name](const Sector &sector) { return sector.name == name; });
    return found == sectors.end() ? -1 : int(found - sectors.begin());
}

/// Drifts are such that a market which runs for days stays where it is, more or less. TEAPOT looks like a share: in an hour it
/// moves over some 2 % at one tick a second, over some 8 % at 20.
MarketSpec builtInMarket()
{
    const RegimeSwitchingModel sightings{{{0.0, 0.0002, 0.002}, {0.0008, 0.004, 0.02}, {-0.0004, 0.002, 0.01}}};
    const RegimeSwitchingModel friction{{{0.0002, 0.0006, 0.004}, {-0.0004, 0.002, 0.008}}};
    MarketSpec market{
        QStringLiteral("Twelve invented companies"),
        {
            {QStringLiteral("ACME"), QStringLiteral("Acme Rockets (invented)"), wholeNumbers, 500, UniformModel{0, 999},
             1},
            {QStringLiteral("TEAPOT"), QStringLiteral("Teapot Heavy Industries (invented)"), cents, 86'40,
             GarchModel{0, 0.0002, 0.06, 0.93}, 0.9},
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
             GarchModel{0, 0.0012, 0.1, 0.88}, 0.75},
            {QStringLiteral("PERPM"), QStringLiteral("Perpetual Motion Motors (invented)"), cents, 899'00, friction,
             0.3},
        },
    };
    const auto put = [&market](const Sector &sector, std::initializer_list<QStringView> symbols) {
        market.sectors.push_back(sector);
        for (const QStringView symbol : symbols)
            market.instruments[std::size_t(market.indexOf(symbol))].sector = sector.name;
    };
    put({QStringLiteral("Improbable Industry"), 0.6}, {u"TEAPOT", u"GOUDA", u"PERPM"});
    put({QStringLiteral("Household Mysteries"), 0.4}, {u"UPDWN", u"SOCKS", u"CHALK"});
    put({QStringLiteral("Dubious Services"), 0.5}, {u"SLOTH", u"NESSY", u"DUCKY", u"HWORK", u"FLOSS"});
    const std::initializer_list<std::pair<QStringView, double>> spreads{
        {u"TEAPOT", 0.02}, {u"GOUDA", 0.06}, {u"UPDWN", 0.03},   {u"NESSY", 0.05}, {u"SOCKS", 0.01},
        {u"DUCKY", 0.02},  {u"HWORK", 0.08}, {u"FLOSS", 0.0006}, {u"PERPM", 0.3}};
    for (const auto &[symbol, spread] : spreads)
        market.instruments[std::size_t(market.indexOf(symbol))].spread = spread;
    return market;
}

} // namespace ticker
