// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless_application.h"

#include "console.h"
#include "server_thread.h"
#include "settings_file.h"
#include "startup.h"
#include "termination_signals.h"

#include <QCoreApplication>
#include <QTimer>

namespace ticker {

namespace {

void quitOnFailure(const ServerStatus &status)
{
    if (status.state == ServerStatus::State::Failed)
        QCoreApplication::exit(1);
}

} // namespace

int runHeadless(const CommandLine &commandLine, int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const SettingsFile::Loaded loaded = SettingsFile(commandLine.profile).load();
    if (loaded.warning)
        printError(*loaded.warning);

    const ServerConfig config = startConfig(commandLine, loaded.settings);
    allowConnections(config.limits.maxConnections);
    ServerThread server(config);
    QObject::connect(server.server(), &TickerServer::statusChanged, &application, &printStatus);
    QObject::connect(server.server(), &TickerServer::statusChanged, &application, &quitOnFailure);
    QObject::connect(server.server(), &TickerServer::reported, &application, &printError);

    TerminationSignals signals_;
    QObject::connect(&signals_, &TerminationSignals::received, &application, &QCoreApplication::quit);
    server.start();
    if (commandLine.duration)
        QTimer::singleShot(*commandLine.duration, Qt::PreciseTimer, &application, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace ticker
