// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/instrument.h"

#include <array>
#include <bit>
#include <compare>

namespace ticker {

/// Some instruments of a market, by their places in it. A value of 64 bytes, whatever is in it.
class SymbolSet final
{
public:
    /// The first ones, so many.
    [[nodiscard]] static SymbolSet firstOf(std::size_t count)
    {
        SymbolSet set;
        for (std::size_t i = 0; i < count; ++i)
            set.insert(int(i));
        return set;
    }

    void insert(int instrument) { word(instrument) |= bit(instrument); }
    void remove(int instrument) { word(instrument) &= ~bit(instrument); }
    void clear() { m_words = {}; }
    [[nodiscard]] bool contains(int instrument) const
    {
        return (m_words[std::size_t(instrument) / wordBits] & bit(instrument)) != 0;
    }
    [[nodiscard]] bool isEmpty() const { return *this == SymbolSet(); }
    [[nodiscard]] int size() const
    {
        int count = 0;
        for (const quint64 word : m_words)
            count += std::popcount(word);
        return count;
    }

    SymbolSet &operator|=(const SymbolSet &other)
    {
        for (std::size_t i = 0; i < words; ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    SymbolSet &operator-=(const SymbolSet &other)
    {
        for (std::size_t i = 0; i < words; ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }
    [[nodiscard]] friend SymbolSet operator&(SymbolSet one, const SymbolSet &other)
    {
        for (std::size_t i = 0; i < words; ++i)
            one.m_words[i] &= other.m_words[i];
        return one;
    }

    /// Calls for each place in it, in their order.
    template<typename Visitor>
    void forEach(const Visitor &visit) const
    {
        for (std::size_t i = 0; i < words; ++i) {
            for (quint64 rest = m_words[i]; rest != 0; rest &= rest - 1)
                visit(int(i * wordBits) + std::countr_zero(rest));
        }
    }

    friend auto operator<=>(const SymbolSet &, const SymbolSet &) = default;

private:
    static constexpr std::size_t wordBits = 64;
    static constexpr std::size_t words = (MarketSpec::mostInstruments + wordBits - 1) / wordBits;

    [[nodiscard]] quint64 &word(int instrument) { return m_words[std::size_t(instrument) / wordBits]; }
    [[nodiscard]] static quint64 bit(int instrument) { return quint64(1) << (std::size_t(instrument) % wordBits); }

    std::array<quint64, words> m_words{};
};

} // namespace ticker
