// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/powers_of_ten.h"
#include "instruments/price_grid.h"
#include "instruments/side.h"
#include "instruments/size_scale.h"
#include "instruments/symbol.h"
#include "localized_text.h"
#include "tick_file/tick_file_extras.h"
#include "tick_file/tick_file_size.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <cstdlib>
#include <optional>
#include <vector>

namespace ticker {

// What a file of ticks or bars says, line by line. Pure values: nothing here knows a file.

/// A price as it is written: a decimal number from -PriceGrid::largestPrice to PriceGrid::largestPrice. A value.
class TickFilePrice final
{
public:
    /// More are not kept: the last one that can matter decides how the one before is rounded.
    static constexpr int mostDecimals = 13;

    constexpr TickFilePrice() = default;
    /// The fraction counts 10^-decimals and has the sign of the whole part; decimals are those that are written, zeros at the
    /// end included, at most mostDecimals.
    constexpr TickFilePrice(qint64 whole, qint64 fraction, int decimals)
        : m_whole(whole), m_fraction(fraction), m_decimals(decimals)
    {
    }

    /// Halfway between two.
    [[nodiscard]] static TickFilePrice mean(const TickFilePrice &one, const TickFilePrice &other);

    [[nodiscard]] constexpr int decimals() const { return int(m_decimals); }
    [[nodiscard]] double toDouble() const;
    /// The same but for what a calculation with doubles adds: up to a ten-millionth.
    [[nodiscard]] bool isNearly(const TickFilePrice &other) const;
    [[nodiscard]] constexpr bool isZero() const { return m_whole == 0 && m_fraction == 0; }
    /// In units of a grid with so many decimals, at most PriceGrid::mostDecimals: rounded, half away from zero.
    /// Nothing: more than PriceGrid::largestPrice, or less than its negative.
    [[nodiscard]] std::optional<qint64> units(int decimals) const
    {
        Q_ASSERT(decimals >= 0 && decimals <= PriceGrid::mostDecimals);
        const auto isTooLarge = [](qint64 units) { return std::abs(units) > PriceGrid::largestPrice; };
        qint64 units = 0;
        if (qMulOverflow(qint64(m_whole), powersOfTen[std::size_t(decimals)], &units) || isTooLarge(units))
            return std::nullopt;
        units += decimals < this->decimals() ? roundedFraction(decimals) : fraction(decimals);
        return isTooLarge(units) ? std::nullopt : std::optional(units);
    }

    /// Compares the numbers: 1.5 is 1.50.
    friend bool operator==(const TickFilePrice &a, const TickFilePrice &b) { return (a <=> b) == 0; }
    friend std::strong_ordering operator<=>(const TickFilePrice &a, const TickFilePrice &b)
    {
        return a.m_whole != b.m_whole ? a.m_whole <=> b.m_whole : a.compareFractions(b);
    }

private:
    [[nodiscard]] std::strong_ordering compareFractions(const TickFilePrice &other) const;
    [[nodiscard]] qint64 roundedFraction(int decimals) const;
    /// With at least its decimals.
    [[nodiscard]] qint64 fraction(int decimals) const
    {
        return m_fraction * powersOfTen[std::size_t(decimals - this->decimals())];
    }

    // In 16 bytes, because lines are copied with all of their prices.
    qint64 m_whole = 0;
    qint64 m_fraction : 56 = 0;
    qint64 m_decimals : 8 = 0;
};
static_assert(sizeof(TickFilePrice) == 16);

/// A symbol, as isSymbol() says. A value without a heap, for each line of a file makes one.
class TickFileSymbol final
{
public:
    constexpr TickFileSymbol() = default;
    /// Lower case becomes upper case. Nothing: this is no symbol.
    [[nodiscard]] static std::optional<TickFileSymbol> fromText(QByteArrayView text);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] QString toString() const;
    [[nodiscard]] std::size_t hash() const;
    /// Of the containers of the standard library.
    struct Hash final
    {
        std::size_t operator()(const TickFileSymbol &symbol) const { return symbol.hash(); }
    };

    friend bool operator==(const TickFileSymbol &one, const TickFileSymbol &other)
    {
        return one.view() == other.view();
    }

private:
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), qsizetype(m_size)}; }

    std::array<char, longestSymbol> m_bytes{};
    quint8 m_size = 0; ///< How many of the bytes count.
};

/// The price of one instrument, or its bar. What stands beside the price of a tick is as the file has it: a bid may be above
/// the ask.
struct TickFileQuote final
{
    TickFileSymbol symbol;
    Side side = Side::Unknown; ///< Of the taker. Here, because these three bytes take no room.
    bool hasBid = false;
    bool hasAsk = false;
    /// A tick's are the price, the bid and the ask, because lines are copied; a bar's are open, high, low, close.
    std::array<TickFilePrice, 4> prices;
    TickFileSize size; ///< Traded; 0 or nothing in the file: 0.

    // Nothing: the file does not say, or this is a bar.
    [[nodiscard]] std::optional<TickFilePrice> bid() const { return hasBid ? std::optional(prices[1]) : std::nullopt; }
    [[nodiscard]] std::optional<TickFilePrice> ask() const { return hasAsk ? std::optional(prices[2]) : std::nullopt; }

    /// Of its units, whatever they are.
    [[nodiscard]] static constexpr quint64 largestSize(bool isBar)
    {
        return SizeScale::largest * (isBar ? 4 : 1); // of a bar, which is divided into four
    }
};
static_assert(sizeof(TickFileQuote) == 152);

/// What one line says.
struct TickFileLine final
{
    quint64 line = 0;   ///< Counted from 1.
    quint64 offset = 0; ///< Of its first byte in the file.
    qint64 timeNs = 0;  ///< Since 1970, UTC.
    quint64 seq = 0;    ///< 0: none is given.
    bool isBar = false;
    std::vector<TickFileQuote> quotes; ///< At least one.
    TickFileExtrasList extras;         ///< Of each of them.
};

/// Why a line cannot be played.
struct TickFileError final
{
    quint64 line = 0;
    QString field;         ///< Such as "price"; empty: the line as a whole.
    LocalizedText message; ///< A few words that follow on the field: "-3 is negative".

    /// "line 17: size: -3 is negative".
    [[nodiscard]] LocalizedText text() const;
    /// The same without the line: "size: -3 is negative".
    [[nodiscard]] LocalizedText reason() const;
};

/// What is wrong with one field, before the line is known.
struct TickFileFault final
{
    QString field;
    LocalizedText message;
    bool isMissing = false; ///< It is not there; so the file may have been cut off.
};

} // namespace ticker
