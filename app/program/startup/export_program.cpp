// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/export_program.h"

#include "instruments/instrument.h"
#include "localized_text.h"
#include "playback/replay_reading.h"
#include "startup/console.h"
#include "startup/export_text.h"
#include "startup/termination_signals.h"
#include "tick_export/tick_export.h"

#include <QCoreApplication>
#include <QTimer>

#include <chrono>

namespace ticker {

namespace {

/// Between two looks for a signal.
constexpr std::chrono::milliseconds slice{20};
/// Where nothing more has come yet.
constexpr std::chrono::milliseconds waitingPause{5};

TickExport::Options optionsOf(const CommandLine &commandLine)
{
    TickExport::Options options;
    options.from = commandLine.replayFile;
    options.reading = replayOptions(commandLine.replayReading, options.from, builtInMarket().headline().symbol);
    options.to = commandLine.exportFile;
    options.format = exportFormatOf(options.to).value_or(ExportFormat());
    options.bars = commandLine.exportBars;
    return options;
}

void printSummary(const TickExport::Summary &summary, const CommandLine &commandLine, Console &console)
{
    const auto tell = [&](const LocalizedText &what) {
        console.printError(LocalizedText::tr("%1: %2").arg(commandLine.replayFile).arg(what));
    };
    console.printError(exportedText(summary, commandLine.exportFile));
    if (const auto doubt = doubtOfTimes(summary.firstTimeNs, summary.firstTimeText))
        tell(*doubt);
    if (!summary.skipped.isEmpty())
        tell(summary.skipped);
}

} // namespace

int runExport(const CommandLine &commandLine, Console &console, int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TerminationSignals signals_;
    const TickExport::Options options = optionsOf(commandLine);
    auto begun = TickExport::begin(options);
    if (!begun) {
        console.printError(notExportedText(options, begun.error().why));
        return 1;
    }
    const std::unique_ptr<TickExport> exported = begun.takeValue();
    QTimer timer;
    const auto work = [&] {
        if (const auto error = exported->work(slice)) {
            timer.stop();
            console.printError(notExportedText(options, error->why));
            QCoreApplication::exit(1);
        } else if (exported->isDone()) {
            timer.stop();
            printSummary(exported->summary(), commandLine, console);
            QCoreApplication::exit(0);
        } else {
            timer.setInterval(exported->isWaiting() ? waitingPause : std::chrono::milliseconds(0));
        }
    };
    QObject::connect(&timer, &QTimer::timeout, &application, work);
    QObject::connect(&signals_, &TerminationSignals::received, &application, [&] {
        console.printError(LocalizedText::tr("The export was stopped."));
        QCoreApplication::exit(1);
    });
    timer.start(0);
    return QCoreApplication::exec();
}

} // namespace ticker
