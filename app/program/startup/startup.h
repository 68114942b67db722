// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "server_values/server_config.h"
#include "settings/settings.h"
#include "settings/settings_file.h"
#include "startup/command_line.h"

namespace ticker {

/// Where the settings are: the profile's file, or the one that the command line names. That one has to be there, and all
/// of it to be understood, lest a slip of the pen start another feed than the one that was meant; if not, a sentence.
Expected<SettingsFile, QString> settingsFile(const CommandLine &commandLine);

/// Where it wants a server to listen that listens @p now.
ListenAddress wantedAddress(const CommandLine &commandLine, ListenAddress now);
/// The limits that it wants of a server that has those of @p now.
ChosenLimits wantedLimits(const CommandLine &commandLine, ChosenLimits now);

/// What the server starts with: the command line where it says something, else the settings. A seed that neither
/// gives is made up. A market that a file named by the command line holds is looked for beside that file.
ServerConfig startConfig(const CommandLine &commandLine, const Settings &settings);

/// Lets the process open as many descriptors as that many connections take, as far as the system allows. Systems start
/// programs with 1024, and the limit of connections would never be met.
void allowConnections(int connections);

} // namespace ticker
