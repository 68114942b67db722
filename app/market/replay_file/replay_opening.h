// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "replay_file/date_order_search.h"
#include "replay_file/replay_file.h"
#include "replay_file/replay_options.h"
#include "replay_file/row_order_search.h"
#include "row_order/line_sorter.h"
#include "tick_file/tick_file_reader.h"

#include <chrono>
#include <memory>
#include <optional>

namespace ticker {

/// Finds out how a file is to be read. Of most files the start tells; others must be seen as a whole first: where a later
/// date says whether the day or the month comes first, and where lines are not in the order of time. That takes a while, so
/// it is done in slices. Any one thread; owned by who opens the file.
class ReplayOpening final
{
public:
    enum class Step : quint8 {
        Done,
        FindingDateOrder,
        CheckingOrder, ///< It may be sorted by symbol.
        Sorting,
    };

    /// Looks at the start, which takes milliseconds. Fails when there is no such file, it is none (a folder, a device), or its
    /// start does not say how to read it.
    [[nodiscard]] static Expected<ReplayOpening, ReplayError> begin(const QString &path, const ReplayOptions &options);

    [[nodiscard]] Step step() const { return m_step; }
    /// The share of the step that is done.
    [[nodiscard]] double progress() const;
    /// Works for about this time. Why the file cannot be played.
    [[nodiscard]] std::optional<ReplayError> work(std::chrono::nanoseconds atMost);

    /// What is read, by which options; when it is done.
    [[nodiscard]] std::shared_ptr<ReplayFile> file() const { return m_file; }
    [[nodiscard]] const ReplayOptions &options() const { return m_options; }

private:
    ReplayOpening(std::shared_ptr<ReplayFile> file, const ReplayOptions &options);

    [[nodiscard]] std::optional<ReplayError> lookAtStart();
    [[nodiscard]] bool hasOpenDateOrder(QByteArrayView start, bool isWhole);
    [[nodiscard]] bool hasEqualDates(const TickLayout &layout, QByteArrayView head);
    void lookAtOrder(QByteArrayView start, bool isWhole);
    [[nodiscard]] bool endsWithAnotherSymbol(const RowOrderSearch &start);
    void begin(Step step);
    [[nodiscard]] std::optional<ReplayError> readBlock();
    [[nodiscard]] std::optional<ReplayError> takeLines();
    [[nodiscard]] std::optional<ReplayError> finish();

    std::shared_ptr<ReplayFile> m_file;
    ReplayOptions m_options;
    Step m_step = Step::Done;
    LineSorter::Ties m_ties = LineSorter::Ties::AsTheyCome;
    quint64 m_offset = 0; ///< Of what is read next in this step.
    bool m_atEnd = false;
    bool m_areDatesSeen = false; ///< All of them.
    std::optional<DateOrderSearch> m_dates;
    std::optional<RowOrderSearch> m_order;
    std::unique_ptr<TickFileReader> m_reader;
    std::unique_ptr<LineSorter> m_sorter;
    qint64 m_timeNs = beforeAllTimes; ///< Of the last line.
};

} // namespace ticker
