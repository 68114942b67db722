// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "localized_text.h"
#include "market_values/file_inspection.h"

#include <QStringList>

#include <vector>

namespace ticker {

/// A line of what is told of a file.
struct InspectionLine final
{
    LocalizedText label; ///< "Times"; empty: it goes on with the line before.
    LocalizedText text;
};

// For people.

/// Whether a file plays, and what is in doubt. Texts of the file are in it as they are.
[[nodiscard]] std::vector<InspectionLine> verdictLines(const FileInspection &inspection);

/// What was understood of it, likewise.
[[nodiscard]] std::vector<InspectionLine> inspectionLines(const FileInspection &inspection);

/// An item of what --columns takes: "price=close".
[[nodiscard]] QString columnItem(const QString &field, const QString &column);

/// The options that say the same: "--time-zone", "Europe/Berlin".
[[nodiscard]] QStringList readingArguments(const FileReading &reading);

/// What plays the file, for a shell.
[[nodiscard]] QString playCommand(const QString &path, const FileReading &reading);

} // namespace ticker
