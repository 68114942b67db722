// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "startup/command_line.h"

namespace ticker {

class Console;

/// Exports a file, without a server and without a display. SIGINT and SIGTERM stop it; then nothing is left behind. Returns
/// the exit code: 0, or 1 if there is no complete file.
int runExport(const CommandLine &commandLine, Console &console, int &argc, char **argv);

} // namespace ticker
