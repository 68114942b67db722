// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/seen_decimals.h"

#include "instruments/powers_of_ten.h"
#include "instruments/price_grid.h"

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

constexpr int usualDecimals = 8;
constexpr double room = 1e6;

/// The most decimals with which a number is at most 2^53 units.
int decimalsThatFit(double number, int most)
{
    int decimals = most;
    while (decimals > 0 && number * double(powersOfTen[std::size_t(decimals)]) > double(PriceGrid::largestPrice))
        --decimals;
    return decimals;
}

} // namespace

void SeenDecimals::add(const TickFileQuote &quote, bool isBar)
{
    for (std::size_t i = 0; i < (isBar ? quote.prices.size() : 1); ++i) {
        m_prices = std::max(m_prices, quote.prices[i].decimals());
        m_highest = std::max(m_highest, std::abs(quote.prices[i].toDouble()));
    }
}

int SeenDecimals::ofPrices(int atLeast) const
{
    const int most = std::max(decimalsThatFit(m_highest * room, PriceGrid::mostDecimals), usualDecimals);
    return std::min(std::max(m_prices, atLeast), most);
}

} // namespace ticker
