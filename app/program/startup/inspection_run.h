// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "market_values/file_inspection.h"

#include <QStringList>

namespace ticker {

class Console;
struct CommandLine;

/// What was understood of a file, as lines in English with their labels in a column.
[[nodiscard]] QStringList inspectionReport(const FileInspection &inspection);

/// Reads the file that --inspect names and prints that. Returns the exit code: 0, or 1 if not all of it plays.
[[nodiscard]] int runInspection(const CommandLine &commandLine, Console &console);

} // namespace ticker
