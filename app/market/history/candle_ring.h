// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace ticker {

/// The newest candles of one instrument and interval, by ascending start. A value.
class CandleRing final
{
public:
    /// Oldest first, in at most two pieces.
    using Pieces = std::array<std::span<const Candle>, 2>;

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t capacity() const { return m_candles.size(); }
    [[nodiscard]] bool isFull() const { return m_size == capacity(); }
    /// Moves all to a larger or a smaller place; the newest ones stay.
    void setCapacity(std::size_t capacity);

    /// In place of the oldest one, when it is full. The capacity is more than 0.
    void push(const Candle &candle);
    /// There is one.
    [[nodiscard]] Candle &newest() { return m_candles[indexOf(m_size - 1)]; }
    /// The oldest is 0.
    [[nodiscard]] const Candle &at(std::size_t place) const { return m_candles[indexOf(place)]; }
    /// Forgets all but so many of the oldest ones; there are at least as many.
    void keepOldest(std::size_t candles) { m_size = candles; }
    /// How many of them start before that time.
    [[nodiscard]] std::size_t startingBefore(qint64 timeMs) const;
    /// Those from one place up to another.
    [[nodiscard]] Pieces pieces(std::size_t from, std::size_t end) const;

private:
    [[nodiscard]] std::size_t indexOf(std::size_t place) const
    {
        const std::size_t index = m_oldest + place;
        return index < capacity() ? index : index - capacity();
    }

    std::vector<Candle> m_candles; ///< All that there is place for.
    std::size_t m_oldest = 0;
    std::size_t m_size = 0;
};

} // namespace ticker
