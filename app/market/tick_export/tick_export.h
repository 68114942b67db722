// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "history/candle_interval.h"
#include "instruments/symbol_set.h"
#include "replay/replay_source.h"
#include "replay_file/replay_opening.h"
#include "tick_export/export_file.h"
#include "tick_export/export_rows.h"
#include "tick_export/interval_bars.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace ticker {

/// Writes what a file would play to another file, as ticks or bars, in slices. What it writes plays to the same prices,
/// sizes, symbols and times. Any one thread; owned by who exports. If it is deleted before isDone(), nothing remains.
///
/// All rows of a file look the same: times have as many decimals as the one that needs most, and CSV has a column for
/// what any of them has. If a later tick needs more, the file is begun again.
class TickExport final
{
public:
    struct Options final
    {
        QString from;          ///< Any file that can be played.
        ReplayOptions reading; ///< How it is read.
        QString to;
        ExportFormat format;
        std::optional<CandleInterval> bars; ///< Nothing: ticks, or the bars that are in the file.
        bool overwrite = false;             ///< Else a file that exists is an error.
    };

    /// What was written.
    struct Summary final
    {
        quint64 rows = 0;
        qint64 firstTimeNs = 0;   ///< Of the first row, since 1970;
        qint64 lastTimeNs = 0;    ///< of the last.
        QByteArray firstTimeText; ///< As ReplaySource's.
        LocalizedText skipped;    ///< As SkippedLines::summary().
    };

    /// Why it failed: a sentence for people.
    struct Error final
    {
        bool isReading = false; ///< The file that is read is to blame, not the one that is written.
        LocalizedText why;
    };

    [[nodiscard]] static Expected<std::unique_ptr<TickExport>, Error> begin(const Options &options);

    /// Works for about this time. After an error there is no more to do.
    [[nodiscard]] std::optional<Error> work(std::chrono::nanoseconds atMost);
    /// It stopped working because nothing more has come through a pipe yet: try again in a moment.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// The share of the file that was read, first to sort it if it is not in the order of time.
    [[nodiscard]] double progress() const;
    [[nodiscard]] const Summary &summary() const { return m_summary; }

private:
    TickExport(const Options &options, ReplayOpening opening, std::unique_ptr<ExportFile> file);

    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> readTick();
    [[nodiscard]] std::optional<Error> finish();
    [[nodiscard]] ExportColumns columnsFor(const ReplayTick &tick) const;
    [[nodiscard]] std::optional<Error> restart(const ExportColumns &columns);
    void writeTick(const ReplayTick &tick);
    void writeFileBars();
    void addToBars(const ReplayTick &tick);
    void writeBars();
    void noteRow(qint64 timeNs);
    [[nodiscard]] std::optional<Error> flush();

    Options m_options;
    ReplayOpening m_opening;
    std::unique_ptr<ExportFile> m_file;
    std::optional<ReplaySource> m_source; ///< When the file has been opened.
    ExportRows m_rows;
    std::optional<IntervalBars> m_bars;
    QByteArray m_block;                 ///< To be written.
    std::optional<qint64> m_tickTimeNs; ///< Of the last tick,
    quint64 m_tickSeq = 0;              ///< its number,
    SymbolSet m_tickSymbols;            ///< and its instruments.
    Summary m_summary;
    bool m_isWaiting = false;
    bool m_isDone = false;
};

} // namespace ticker
