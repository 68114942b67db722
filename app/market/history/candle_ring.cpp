// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/candle_ring.h"

#include <algorithm>
#include <utility>

namespace ticker {

void CandleRing::setCapacity(std::size_t capacity)
{
    std::vector<Candle> candles(capacity);
    const std::size_t kept = std::min(m_size, capacity);
    auto end = candles.begin();
    for (const auto piece : pieces(m_size - kept, m_size))
        end = std::copy(piece.begin(), piece.end(), end);
    m_candles = std::move(candles);
    m_oldest = 0;
    m_size = kept;
}

void CandleRing::push(const Candle &candle)
{
    Q_ASSERT(capacity() > 0);
    if (isFull())
        m_oldest = indexOf(1);
    else
        ++m_size;
    newest() = candle;
}

std::size_t CandleRing::startingBefore(qint64 timeMs) const
{
    std::size_t low = 0;
    std::size_t high = m_size;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).startMs < timeMs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

CandleRing::Pieces CandleRing::pieces(std::size_t from, std::size_t end) const
{
    if (from >= end)
        return {};
    const std::size_t first = indexOf(from);
    const std::size_t unbroken = std::min(end - from, capacity() - first);
    const std::span all(m_candles);
    return {all.subspan(first, unbroken), all.first(end - from - unbroken)};
}

} // namespace ticker
