// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command_line.h"
#include "server_config.h"
#include "settings.h"

namespace ticker {

/// What the server starts with: the command line where it says something, else the settings. A seed that neither
/// gives is made up.
ServerConfig startConfig(const CommandLine &commandLine, const Settings &settings);

/// Lets the process open as many descriptors as that many connections take, as far as the system allows. Systems start
/// programs with 1024, and the limit of connections would never be met.
void allowConnections(int connections);

} // namespace ticker
