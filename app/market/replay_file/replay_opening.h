// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay_file/date_order_search.h"
#include "replay_file/replay_file.h"
#include "replay_file/replay_options.h"
#include "replay_file/replay_start.h"
#include "replay_file/row_order_search.h"
#include "row_order/line_sorter.h"
#include "tick_file/tick_file_reader.h"

#include <chrono>
#include <memory>
#include <optional>

namespace ticker {

/// Finds out how a file is to be read. Of most files the start tells; others must be seen as a whole first: where a later
/// date says whether the day or the month comes first, and where lines are not in the order of time. That takes a while, so
/// it is done in slices; so is waiting for what comes through a pipe. Any one thread; owned by who opens the file.
class ReplayOpening final
{
public:
    enum class Step : quint8 {
        Done,
        AwaitingStart, ///< Of a pipe, or of a file that is followed.
        FindingDateOrder,
        CheckingOrder, ///< It may be sorted by symbol.
        Sorting,
    };

    /// Looks at the start, which takes milliseconds. Fails when there is no such file, it is none (a folder, a device), or its
    /// start does not say how to read it. Of a pipe it only looks at what has come.
    [[nodiscard]] static Expected<ReplayOpening, ReplayError> begin(const QString &path, const ReplayOptions &options);

    [[nodiscard]] Step step() const { return m_step; }
    /// The share of the step that is done.
    [[nodiscard]] double progress() const;
    /// Works for about this time, but never past the start that was awaited. Why the file cannot be played.
    [[nodiscard]] std::optional<ReplayError> work(std::chrono::nanoseconds atMost);
    /// It stopped working because nothing more has come yet: try again in a moment.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }

    /// In which order the lines of the file are; when it is done. Whoever reads it gets them in that of time.
    enum class Order : quint8 {
        OfTime, ///< Nearly, at least.
        NewestFirst,
        BySymbol,
        Other,
    };
    [[nodiscard]] Order order() const { return m_orderOfLines; }

    /// Without its folder.
    [[nodiscard]] const QString &name() const { return m_name; }
    /// What is read; null while its start is awaited. When it is done, its lines are in the order of time.
    [[nodiscard]] std::shared_ptr<ReplayFile> file() const { return m_file; }
    /// By which options; when it is done.
    [[nodiscard]] const ReplayOptions &options() const { return m_options; }

private:
    ReplayOpening(const QString &path, const ReplayOptions &options);

    [[nodiscard]] std::optional<ReplayError> begin(const std::shared_ptr<QFile> &file, const QString &path);
    [[nodiscard]] std::optional<ReplayError> awaitStart();
    [[nodiscard]] std::optional<ReplayError> lookAtStart();
    [[nodiscard]] bool hasOpenDateOrder(QByteArrayView start, bool isWhole);
    [[nodiscard]] bool hasEqualDates(const TickLayout &layout, QByteArrayView head);
    [[nodiscard]] std::optional<ReplayError> lookAtOrder(QByteArrayView start, bool isWhole);
    [[nodiscard]] TickFileReader readerFromTheEnd() const;
    [[nodiscard]] bool endsWithAnotherSymbol(const RowOrderSearch &start);
    void begin(Step step);
    [[nodiscard]] std::optional<ReplayError> readBlock();
    [[nodiscard]] std::optional<ReplayError> takeLines();
    [[nodiscard]] std::optional<ReplayError> finish();

    QString m_name;
    std::unique_ptr<ReplayStart> m_start; ///< While that is awaited.
    std::shared_ptr<ReplayFile> m_file;
    ReplayOptions m_options;
    Step m_step = Step::Done;
    LineSorter::Ties m_ties = LineSorter::Ties::AsTheyCome;
    Order m_orderOfLines = Order::OfTime;
    quint64 m_offset = 0; ///< Of what is read next in this step.
    bool m_atEnd = false;
    bool m_isWaiting = false;
    bool m_areDatesSeen = false; ///< All of them.
    std::optional<DateOrderSearch> m_dates;
    std::optional<RowOrderSearch> m_order;
    std::unique_ptr<TickFileReader> m_reader;
    std::unique_ptr<LineSorter> m_sorter;
    qint64 m_timeNs = beforeAllTimes; ///< Of the last line.
};

} // namespace ticker
