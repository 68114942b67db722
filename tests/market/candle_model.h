// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle_book.h"

#include "instruments/quote.h"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace ticker {

using Candles = std::vector<Candle>;

inline constexpr qint64 second = 1000;
inline constexpr qint64 minute = 60 * second;
inline constexpr qint64 hour = 60 * minute;
inline constexpr qint64 day = 24 * hour;
inline constexpr std::array lengths{second,      5 * second,  15 * second, 30 * second, minute, 5 * minute,
                                    15 * minute, 30 * minute, hour,        4 * hour,    day};

/// All candles of all intervals, or the newest so many of each, made one trade at a time.
class CandleModel final
{
public:
    explicit CandleModel(int instruments, std::size_t kept = std::numeric_limits<std::size_t>::max())
        : m_kept(kept), m_series(std::size_t(instruments))
    {
    }

    void append(const Tick &tick, qint64 timeMs)
    {
        for (const Quote &quote : tick.quotes) {
            forgetYetToCome(m_series[quote.instrument], timeMs);
            for (std::size_t i = 0; i < lengths.size(); ++i)
                append(m_series[quote.instrument][i], lengths[i], quote, timeMs);
        }
    }
    [[nodiscard]] const Candles &all(int instrument, CandleInterval interval) const
    {
        return m_series[std::size_t(instrument)][std::size_t(interval)];
    }
    /// What is asked for of the newest `kept` candles.
    [[nodiscard]] Candles candles(int instrument, CandleInterval interval, std::size_t kept,
                                  CandleBook::Query query) const
    {
        const Candles &series = all(instrument, interval);
        Candles found;
        for (std::size_t i = series.size() - std::min(kept, series.size()); i < series.size(); ++i) {
            if (series[i].startMs >= query.fromMs && series[i].startMs < query.beforeMs)
                found.push_back(series[i]);
        }
        while (found.size() > query.limit)
            found.erase(found.begin());
        return found;
    }

private:
    static qint64 startOf(qint64 timeMs, qint64 length)
    {
        const qint64 start = timeMs - timeMs % length;
        return start > timeMs ? start - length : start;
    }
    static void forgetYetToCome(std::array<Candles, lengths.size()> &series, qint64 timeMs)
    {
        const qint64 now = startOf(timeMs, second);
        if (series[0].empty() || now >= series[0].back().startMs - 10 * second)
            return;
        for (Candles &candles : series)
            std::erase_if(candles, [now](const Candle &candle) { return candle.startMs > now; });
    }
    void append(Candles &series, qint64 length, const Quote &quote, qint64 timeMs) const
    {
        const qint64 start = startOf(timeMs, length);
        if (series.empty() || start > series.back().startMs) {
            series.push_back({start, quote.price, quote.price, quote.price, quote.price, 0, 0});
            if (series.size() > m_kept)
                series.erase(series.begin());
        }
        Candle &newest = series.back();
        newest.high = std::max(newest.high, quote.price);
        newest.low = std::min(newest.low, quote.price);
        newest.close = quote.price;
        newest.volume = std::min(newest.volume + quote.size, SizeScale::largest);
        newest.trades += 1;
    }

    std::size_t m_kept;
    std::vector<std::array<Candles, lengths.size()>> m_series;
};

} // namespace ticker
