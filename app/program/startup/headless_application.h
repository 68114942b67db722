// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "startup/command_line.h"

namespace ticker {

class Console;

/// Serves without a display until SIGINT or SIGTERM. Returns the exit code: 0, or 1 when it could not serve or a
/// recording failed.
int runHeadless(const CommandLine &commandLine, Console &console, int &argc, char **argv);

} // namespace ticker
