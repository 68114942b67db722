// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/symbol.h"
#include "localized_text.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <compare>
#include <optional>
#include <vector>

namespace ticker {

// What a file of ticks or bars says, line by line. Pure values: nothing here knows a file.

/// A price as it is written: a decimal number from 0 to PriceGrid::largestPrice. A value.
class TickFilePrice final
{
public:
    /// More are not kept: the last one that can matter decides how the one before is rounded.
    static constexpr int mostDecimals = 9;

    constexpr TickFilePrice() = default;
    /// The fraction counts 10^-9; decimals are those that are written, zeros at the end included, at most mostDecimals.
    constexpr TickFilePrice(qint64 whole, qint32 fraction, int decimals)
        : m_whole(whole), m_fraction(fraction), m_decimals(decimals)
    {
    }

    /// Halfway between two.
    [[nodiscard]] static TickFilePrice mean(const TickFilePrice &one, const TickFilePrice &other);

    [[nodiscard]] constexpr int decimals() const { return m_decimals; }
    /// The same but for what a calculation with doubles adds: up to a ten-millionth.
    [[nodiscard]] bool isNearly(const TickFilePrice &other) const;
    [[nodiscard]] constexpr bool isZero() const { return m_whole == 0 && m_fraction == 0; }
    /// In units of a grid with so many decimals, at most PriceGrid::mostDecimals: rounded, half up. Nothing: more than
    /// PriceGrid::largestPrice.
    [[nodiscard]] std::optional<qint64> units(int decimals) const;

    /// Compares the numbers: 1.5 is 1.50.
    friend constexpr bool operator==(const TickFilePrice &a, const TickFilePrice &b) { return (a <=> b) == 0; }
    friend constexpr std::strong_ordering operator<=>(const TickFilePrice &a, const TickFilePrice &b)
    {
        return a.m_whole != b.m_whole ? a.m_whole <=> b.m_whole : a.m_fraction <=> b.m_fraction;
    }

private:
    qint64 m_whole = 0;
    qint32 m_fraction = 0;
    int m_decimals = 0;
};

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

    friend bool operator==(const TickFileSymbol &one, const TickFileSymbol &other)
    {
        return one.view() == other.view();
    }

private:
    [[nodiscard]] QByteArrayView view() const { return {m_bytes.data(), qsizetype(m_size)}; }

    std::array<char, longestSymbol> m_bytes{};
    quint8 m_size = 0; ///< How many of the bytes count.
};

/// The price of one instrument, or its bar.
struct TickFileQuote final
{
    TickFileSymbol symbol;
    std::array<TickFilePrice, 4> prices; ///< A tick's is the first; a bar's are open, high, low, close.
    quint64 size = 0; ///< Traded; 0 or nothing in the file: 0. At most largestSize, of a bar four times that.

    static constexpr quint64 largestSize = 0xffff'ffff;
};

/// What one line says.
struct TickFileLine final
{
    quint64 line = 0;   ///< Counted from 1.
    quint64 offset = 0; ///< Of its first byte in the file.
    qint64 timeNs = 0;  ///< Since 1970, UTC.
    quint64 seq = 0;    ///< 0: none is given.
    bool isBar = false;
    std::vector<TickFileQuote> quotes; ///< At least one.
};

/// Why a line cannot be played.
struct TickFileError final
{
    quint64 line = 0;
    QString field;         ///< Such as "price"; empty: the line as a whole.
    LocalizedText message; ///< A few words that follow on the field: "-3 is negative".

    /// "line 17: price: -3 is negative".
    [[nodiscard]] LocalizedText text() const;
};

/// What is wrong with one field, before the line is known.
struct TickFileFault final
{
    QString field;
    LocalizedText message;
    bool isMissing = false; ///< It is not there; so the file may have been cut off.
};

} // namespace ticker
