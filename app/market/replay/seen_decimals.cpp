// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/seen_decimals.h"

#include "instruments/powers_of_ten.h"
#include "instruments/price_grid.h"
#include "instruments/size_scale.h"

#include <algorithm>
#include <cmath>

namespace ticker {

namespace {

constexpr int usualDecimals = 8;
/// How many times as much must fit.
constexpr double room = 1e6;
constexpr double roomOfSizes = 100;
/// Of a quarter: 0.25.
constexpr int decimalsOfQuarters = 2;

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
    addSize(quote.size, isBar);
}

void SeenDecimals::addSize(const TickFileSize &size, bool isBar)
{
    const int needed = size.neededDecimals();
    m_sizes = std::max(m_sizes, isBar && needed > 0 ? needed + decimalsOfQuarters : needed);
    m_writtenSizes = std::max(m_writtenSizes, isBar ? 0 : size.decimals());
    m_largest = std::max(m_largest, size.toDouble());
}

int SeenDecimals::ofPrices(int atLeast) const
{
    const int most = std::max(decimalsThatFit(m_highest * room, PriceGrid::mostDecimals), usualDecimals);
    return std::min(std::max(m_prices, atLeast), most);
}

int SeenDecimals::ofSizes(int atLeast) const
{
    const int wanted = std::min(std::max(m_sizes, atLeast),
                                decimalsThatFit(m_largest * roomOfSizes, SizeScale::mostDecimals));
    const int zeros = std::min(m_writtenSizes, decimalsThatFit(m_largest * room, SizeScale::mostDecimals));
    return std::max(wanted, zeros);
}

int SeenDecimals::toExpect() const
{
    constexpr double smallCoin = 1;
    constexpr double currency = 1000; // 1.08765, 151.234
    if (m_highest < smallCoin)
        return usualDecimals;
    constexpr int ofCurrencies = 5;
    constexpr int ofCents = 2;
    return m_highest < currency ? ofCurrencies : ofCents;
}

} // namespace ticker
