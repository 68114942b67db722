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

/// In which words it is told: by default those of the command line.
struct InspectionWords final
{
    QString arrow = QStringLiteral(" -> ");
    QString (*titleOf)(const QString &field) = nullptr; ///< Null: the field is named as --columns names it.
    bool nameOptions = true;                            ///< What is to be said otherwise, and by which option.
};

/// What was understood of it, likewise.
[[nodiscard]] std::vector<InspectionLine> inspectionLines(const FileInspection &inspection,
                                                          const InspectionWords &words = {});

/// Lines that are left out for the same reason: "3 x price: missing, first on line 2".
[[nodiscard]] LocalizedText skippedText(const SkippedKind &kind);

/// "2024-01-02 09:30:00", with milliseconds if there are any.
[[nodiscard]] QString utcText(qint64 nsSince1970);

/// An item of what --columns takes: "price=close".
[[nodiscard]] QString columnItem(const QString &field, const QString &column);

/// The options that say the same: "--time-zone", "Europe/Berlin".
[[nodiscard]] QStringList readingArguments(const FileReading &reading);

/// What plays the file, for a shell.
[[nodiscard]] QString playCommand(const QString &path, const FileReading &reading);

} // namespace ticker
