// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"
#include "replay_file/replay_options.h"
#include "tick_columns/tick_layout.h"

#include <QByteArrayView>

#include <optional>

namespace ticker {

/// The first rows of a file, and what was understood of them. A value.
struct FileSample final
{
    std::optional<TickLayout> layout; ///< Nothing: the start does not say how to read the file.
    std::vector<FileInspection::Column> columns;
    std::vector<QStringList> rows; ///< Without a layout each is a line.
    FileInspection::Times times = FileInspection::Times::Numbers;
    bool hasSymbols = false;
};

/// By the start of a file, as lines of UTF-8. Where a person has to say how it is read, an answer is tried, so that the
/// columns can be shown. Pure.
[[nodiscard]] FileSample takeSample(QByteArrayView start, bool isWhole, const ReplayOptions &options);

} // namespace ticker
