// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/startup.h"

#include "settings/settings_transfer.h"
#include "whole_file.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace ticker {

namespace {

QString marketOf(const CommandLine &commandLine, const Settings &settings)
{
    if (commandLine.configFile.isEmpty())
        return settings.marketFile;
    return absolutePath(QFileInfo(commandLine.configFile).absolutePath(), settings.marketFile);
}

} // namespace

Expected<SettingsFile, QString> settingsFile(const CommandLine &commandLine)
{
    if (commandLine.configFile.isEmpty())
        return SettingsFile(commandLine.profile);
    const QString path = QFileInfo(commandLine.configFile).absoluteFilePath();
    const auto read = importSettings(path);
    if (!read)
        return QStringLiteral("--config: %1").arg(read.error());
    if (!read->notUnderstood.isEmpty()) {
        return QStringLiteral("--config: %1 has invalid values: %2.")
            .arg(path, read->notUnderstood.join(QStringLiteral(", ")));
    }
    return SettingsFile::at(path);
}

ListenAddress wantedAddress(const CommandLine &commandLine, ListenAddress now)
{
    now.address = commandLine.bindAddress.value_or(now.address);
    now.port = commandLine.port.value_or(now.port);
    return now;
}

ChosenLimits wantedLimits(const CommandLine &commandLine, ChosenLimits now)
{
    now.pingInterval = commandLine.pingInterval.value_or(now.pingInterval);
    now.pingTimeout = commandLine.pingTimeout.value_or(now.pingTimeout);
    now.slowClients = commandLine.slowClients.value_or(now.slowClients);
    return now;
}

ServerConfig startConfig(const CommandLine &commandLine, const Settings &settings)
{
    ServerConfig config;
    config.listen = wantedAddress(commandLine, settings.listen);
    config.interval = commandLine.interval.value_or(settings.interval);
    config.marketFile = commandLine.marketFile.value_or(marketOf(commandLine, settings));
    config.hasPast = !commandLine.noHistory;
    config.replay = {commandLine.replayFile, commandLine.replaySpeed, commandLine.replaySkipGaps,
                     commandLine.replayLoop, commandLine.replayReading};
    config.recordFile = commandLine.recordFile;
    config.webRoot = commandLine.webRoot.value_or(QString());
    config.access = settings.access;
    config.limits.choose(wantedLimits(commandLine, settings.limits));
    if (commandLine.seed)
        config.seed = *commandLine.seed;
    else // Ten digits at most: people copy it by hand.
        config.seed = settings.seed.value_or(QRandomGenerator::system()->generate());
    return config;
}

void allowConnections(int connections)
{
#ifdef Q_OS_UNIX
    // Listening sockets, pipes, the display, files for a moment.
    constexpr rlim_t otherDescriptors = 200;
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    const auto wanted = rlim_t(connections) + otherDescriptors;
    if (limit.rlim_cur >= wanted)
        return;
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit); // if not: accepting goes on as descriptors come free
#else
    Q_UNUSED(connections)
#endif
}

} // namespace ticker
