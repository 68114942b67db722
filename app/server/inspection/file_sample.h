// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"
#include "tick_columns/tick_layout.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace ticker {

/// The first rows of a file, and what was understood of them. A value.
struct FileSample final
{
    std::optional<TickLayout> layout; ///< Nothing: it does not look like a table.
    std::vector<FileInspection::Column> columns;
    std::vector<QStringList> rows;
    std::optional<FileInspection::Row> firstRow; ///< Nothing: a person has to say how it is read.
    FileInspection::Times times = FileInspection::Times::Numbers;
    bool hasSymbols = false;
};

/// A text of the file, shortened.
[[nodiscard]] QString sampleText(QByteArrayView text);

} // namespace ticker
