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

} // namespace ticker
