// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "startup/command_line.h"

namespace ticker {

class Console;

/// Serves without a display until SIGINT or SIGTERM, or the end of a file. Returns the exit code: 0, 1 when it could not
/// serve or a recording failed, or 5 when the file was not played to its end.
int runHeadless(const CommandLine &commandLine, Console &console, int &argc, char **argv);

} // namespace ticker
