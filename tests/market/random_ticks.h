// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "instruments/price_grid.h"
#include "instruments/quote.h"

#include <random>
#include <vector>

namespace ticker {

/// Ticks by chance: now and then a price does not begin where the last one ended, and the time stands still or goes back.
class RandomTicks final
{
public:
    static constexpr int always = 1000;

    /// Of a thousand ticks, each instrument trades in so many.
    RandomTicks(int instruments, int perThousand, quint64 seed)
        : m_random(seed), m_perThousand(perThousand), m_prices(std::size_t(instruments), 10'000)
    {
    }

    [[nodiscard]] quint64 below(quint64 bound) { return m_random() % bound; }
    const Tick &next()
    {
        ++m_tick.seq;
        m_tick.quotes.clear();
        for (std::size_t i = 0; i < m_prices.size(); ++i) {
            if (below(always) >= quint64(m_perThousand))
                continue;
            const qint64 previous = below(50) == 0 ? m_prices[i] + 7 : m_prices[i];
            m_prices[i] = below(100) == 0 ? PriceGrid::largestPrice : qint64(below(20'000)) - 2000;
            Quote &quote = m_tick.quotes.emplace_back();
            quote.instrument = quint16(i);
            quote.size = below(1000) << (below(100) == 0 ? 33 : 0);
            quote.price = m_prices[i];
            quote.previous = previous;
        }
        if (below(20) == 0)
            timeMs -= qint64(below(100'000));
        else
            timeMs += qint64(below(3));
        return m_tick;
    }
    void jumpTo(quint64 seq) { m_tick.seq = seq - 1; }

    qint64 timeMs = 1'795'377'208'008;

private:
    std::mt19937_64 m_random;
    int m_perThousand;
    std::vector<qint64> m_prices;
    Tick m_tick;
};

} // namespace ticker
