// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/inspection_run.h"

#include "inspection/file_inspector.h"
#include "instruments/instrument.h"
#include "market_values/inspection_text.h"
#include "startup/command_line.h"
#include "startup/console.h"

#include <QFileInfo>

#include <chrono>
#include <utility>

namespace ticker {

QStringList inspectionReport(const FileInspection &inspection)
{
    constexpr qsizetype width = 12; // of the longest label, whether it is there or not
    std::vector<InspectionLine> lines = verdictLines(inspection);
    for (InspectionLine &line : inspectionLines(inspection))
        lines.push_back(std::move(line));
    if (inspection.plays == FileInspection::Plays::Yes)
        lines.push_back({LocalizedText::tr("To play it"), playCommand(inspection.path, inspection.reading)});
    QStringList report{QFileInfo(inspection.path).fileName()};
    for (const InspectionLine &line : lines) {
        const QString label = line.label.isEmpty() ? QString() : line.label.english() + QLatin1Char(':');
        report.append(label.leftJustified(width) + line.text.english());
    }
    return report;
}

int runInspection(const CommandLine &commandLine, Console &console)
{
    FileInspector inspector(commandLine.inspectFile, commandLine.replayReading, builtInMarket().headline().symbol);
    while (!inspector.isDone())
        inspector.work(std::chrono::seconds(1));
    const FileInspection inspection = inspector.inspection();
    const QStringList report = inspectionReport(inspection);
    for (const QString &line : report)
        console.printLine(line);
    return inspection.plays == FileInspection::Plays::Yes ? 0 : 1;
}

} // namespace ticker
