// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup.h"

#include <QRandomGenerator>

namespace ticker {

ServerConfig startConfig(const CommandLine &commandLine, const Settings &settings)
{
    ServerConfig config;
    config.bindAddress = commandLine.bindAddress.value_or(settings.bindAddress);
    config.port = commandLine.port.value_or(settings.port);
    config.interval = commandLine.interval.value_or(settings.interval);
    config.webRoot = commandLine.webRoot.value_or(QString());
    config.allowedHosts = settings.allowedHosts;
    config.allowedOrigins = settings.allowedOrigins;
    config.allowNullOrigin = settings.allowNullOrigin;
    if (commandLine.seed)
        config.seed = *commandLine.seed;
    else // Ten digits at most: people copy it by hand.
        config.seed = settings.seed.value_or(QRandomGenerator::system()->generate());
    return config;
}

} // namespace ticker
