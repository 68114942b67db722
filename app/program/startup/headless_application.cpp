// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/headless_application.h"

#include "startup/activity_journal.h"
#include "startup/console.h"
#include "startup/program_outcome.h"
#include "startup/startup.h"
#include "startup/termination_signals.h"
#include "ticker/server_thread.h"

#include <QCoreApplication>
#include <QTimer>

#include <memory>

namespace ticker {

namespace {

void quitOnFailure(const ServerStatus &status)
{
    if (status.state == ServerStatus::State::Failed)
        QCoreApplication::exit(1);
}

/// False: it was to be opened and cannot be, which has been told.
bool openJournal(ActivityJournal &journal, const CommandLine &commandLine, Console &console)
{
    QObject::connect(&journal, &ActivityJournal::failed, &console, &Console::printError);
    if (commandLine.logFile.isEmpty())
        return true;
    const auto problem = journal.open(commandLine.logFile, console);
    if (problem)
        console.printError(*problem);
    return !problem;
}

} // namespace

int runHeadless(const CommandLine &commandLine, Console &console, int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const auto file = settingsFile(commandLine);
    if (!file) {
        console.printError(file.error());
        return 1;
    }
    const SettingsFile::Loaded loaded = file->load();
    if (loaded.warning)
        console.printError(*loaded.warning);

    const ServerConfig config = startConfig(commandLine, loaded.settings);
    allowConnections(config.limits.maxConnections);
    ActivityJournal journal; // outlives the server
    if (!openJournal(journal, commandLine, console))
        return 1;
    ProgramOutcome outcome{commandLine.exitAtEnd};
    auto server = std::make_unique<ServerThread>(config);
    if (!commandLine.logFile.isEmpty())
        QObject::connect(server->server(), &TickerServer::activityHappened, &journal, &ActivityJournal::append);
    QObject::connect(server->server(), &TickerServer::statusChanged, &console, &Console::printStatus);
    QObject::connect(server->server(), &TickerServer::statusChanged, &application, &quitOnFailure);
    QObject::connect(server->server(), &TickerServer::reported, &console, &Console::printError);
    QObject::connect(server->server(), &TickerServer::recordingFailed, &application,
                     [&] { outcome.isRecorded = false; });
    if (commandLine.exitAtEnd) {
        QObject::connect(server->server(), &TickerServer::playbackEnded, &application, [&](bool isWhole) {
            outcome.isPlayed = isWhole;
            QCoreApplication::quit();
        });
    }

    TerminationSignals signals_;
    QObject::connect(&signals_, &TerminationSignals::received, &application, &QCoreApplication::quit);
    server->start();
    if (commandLine.duration)
        QTimer::singleShot(*commandLine.duration, Qt::PreciseTimer, &application, &QCoreApplication::quit);
    const int code = QCoreApplication::exec();
    server.reset();
    // What it said at its end, after the event loop: that a recording could not be finished, for one.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::MetaCall);
    return outcome.exitCode(code);
}

} // namespace ticker
