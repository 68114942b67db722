// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/candle.h"
#include "instruments/instrument.h"
#include "replay/replay_source.h"
#include "tick_export/export_format.h"
#include "tick_export/time_text.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace ticker {

/// The prices of an instrument within an interval.
struct ExportBar final
{
    std::size_t instrument = 0;
    qint64 open = 0;
    qint64 high = 0;
    qint64 low = 0;
    qint64 close = 0;
    quint64 volume = 0;
    std::optional<quint32> ticks; ///< Nothing: a bar of the file, of which it is not known.
};

/// What the rows of a file have, each the same.
struct ExportColumns final
{
    enum class Kind : quint8 {
        Unknown, ///< As the first tick is.
        Ticks,
        FileBars, ///< As the file has them.
        Bars,     ///< Of an interval.
    };

    Kind kind = Kind::Unknown;
    int timeDecimals = 0;
    bool hasSeq = false;

    friend bool operator==(const ExportColumns &, const ExportColumns &) = default;
};

/// Writes ticks and bars as rows of CSV or JSON Lines. One thread; part of TickExport.
class ExportRows final
{
public:
    ExportRows(ExportFormat::Rows rows, const ExportColumns &columns) : m_rows(rows), m_columns(columns) { }

    [[nodiscard]] const ExportColumns &columns() const { return m_columns; }
    /// The first line of CSV.
    void appendHeader(QByteArray &text) const;
    /// The instruments are those of the market; it may have got more since the last call, with the others unchanged.
    void appendTick(QByteArray &text, const MarketSpec &spec, const ReplayTick &tick, const ReplayQuote &quote);
    void appendBar(QByteArray &text, const MarketSpec &spec, qint64 timeNs, const ExportBar &bar);

private:
    [[nodiscard]] bool isCsv() const { return m_rows == ExportFormat::Rows::Csv; }
    void beginRow(QByteArray &text, qint64 timeNs);
    void appendSymbol(QByteArray &text, const MarketSpec &spec, std::size_t instrument);
    void appendKey(QByteArray &text, const char *key) const;
    void endRow(QByteArray &text) const;

    ExportFormat::Rows m_rows;
    ExportColumns m_columns;
    TimeText m_time;
    std::vector<QByteArray> m_symbols; ///< As they stand in a row, by instrument.
};

} // namespace ticker
