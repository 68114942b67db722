// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tick_file/tick_file.h"

namespace ticker {

/// How many decimals an instrument gets by what the start of its file says of it. A value; a part of ReplaySource.
class SeenDecimals final
{
public:
    void add(const TickFileQuote &quote, bool isBar);

    /// Of its prices: as many as the one with the most has, but at least so many. More than eight are kept only where a
    /// price a million times as high as the highest would still fit: else they are what a calculation with doubles adds.
    [[nodiscard]] int ofPrices(int atLeast = 0) const;

    /// Of its sizes: as many as the one with the most has, but at least so many, and at most so many that one a hundred
    /// times as large as the largest would still fit. Zeros at the end count where even a million times fits. In bars, two
    /// more make that a quarter of a volume is exact.
    [[nodiscard]] int ofSizes(int atLeast = 0) const;

    /// Of prices of which only these few were seen: more than they have are likely to come.
    [[nodiscard]] int toExpect() const;

private:
    void addSize(const TickFileSize &size, bool isBar);

    int m_prices = 0;
    double m_highest = 0;   ///< Of the prices.
    int m_sizes = 0;        ///< Without zeros at the end,
    int m_writtenSizes = 0; ///< and with them.
    double m_largest = 0;   ///< Of the sizes.
};

} // namespace ticker
