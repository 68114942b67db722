// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/export_program.h"

#include "instruments/instrument.h"
#include "localized_text.h"
#include "playback/replay_reading.h"
#include "startup/console.h"
#include "startup/termination_signals.h"
#include "tick_export/tick_export.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>
#include <QTimer>

#include <chrono>

namespace ticker {

namespace {

/// Between two looks for a signal.
constexpr std::chrono::milliseconds slice{20};

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

LocalizedText failureText(const CommandLine &commandLine, const TickExport::Error &error)
{
    return LocalizedText::tr("Cannot export %1 to %2: %3")
        .arg(commandLine.replayFile)
        .arg(commandLine.exportFile)
        .arg(error.why);
}

QString timeText(qint64 timeNs)
{
    constexpr qint64 nsPerMs = 1'000'000;
    const auto time = QDateTime::fromMSecsSinceEpoch(timeNs / nsPerMs, QTimeZone::utc());
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

void printSummary(const TickExport::Summary &summary, const CommandLine &commandLine, Console &console)
{
    console.printError(LocalizedText::tr("Exported %1 rows to %2, from %3 to %4 UTC.")
                           .arg(qint64(summary.rows))
                           .arg(commandLine.exportFile)
                           .arg(timeText(summary.firstTimeNs))
                           .arg(timeText(summary.lastTimeNs)));
    if (const auto doubt = doubtOfTimes(summary.firstTimeNs))
        console.printError(LocalizedText::tr("%1: %2").arg(commandLine.replayFile).arg(*doubt));
    if (!summary.skipped.isEmpty())
        console.printError(LocalizedText::tr("%1: %2").arg(commandLine.replayFile).arg(summary.skipped));
}

} // namespace

int runExport(const CommandLine &commandLine, Console &console, int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const TerminationSignals signals_;
    auto begun = TickExport::begin(optionsOf(commandLine));
    if (!begun) {
        console.printError(failureText(commandLine, begun.error()));
        return 1;
    }
    const std::unique_ptr<TickExport> exported = begun.takeValue();
    QTimer timer;
    const auto work = [&] {
        if (const auto error = exported->work(slice)) {
            timer.stop();
            console.printError(failureText(commandLine, *error));
            QCoreApplication::exit(1);
        } else if (exported->isDone()) {
            timer.stop();
            printSummary(exported->summary(), commandLine, console);
            QCoreApplication::exit(0);
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
