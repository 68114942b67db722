// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle.h"
#include "history/candle_interval.h"
#include "tick_export/export_rows.h"

#include <vector>

namespace ticker {

/// Adds trades up to bars of an interval, as CandleBook does, but of one interval only, and it keeps none of the past. Times
/// do not run backwards. A value; part of TickExport.
class IntervalBars final
{
public:
    explicit IntervalBars(CandleInterval interval) : m_interval(interval) { }

    /// Whether a trade at that time begins another interval. Then take() first.
    [[nodiscard]] bool isComplete(qint64 timeNs) const { return m_hasBars && startOf(timeNs) != m_startMs; }
    void add(std::size_t instrument, qint64 timeNs, qint64 price, quint64 size);

    /// When the bars begin, in ns since 1970.
    [[nodiscard]] qint64 startNs() const;
    /// Those of the instruments that traded, in their order; then there are none.
    [[nodiscard]] std::vector<ExportBar> take();

private:
    struct Sum final
    {
        Candle candle;
        quint64 volume = 0; ///< In place of the candle's, which ends where a JSON number would lose its last digit.
    };

    /// In ms, of the interval that a time is in.
    [[nodiscard]] qint64 startOf(qint64 timeNs) const;

    CandleInterval m_interval;
    bool m_hasBars = false;
    qint64 m_startMs = 0;
    std::vector<Sum> m_sums; ///< By instrument.
};

} // namespace ticker
