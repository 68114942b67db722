// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/export_options.h"

#include "startup/reading_options.h"
#include "tick_export/export_format.h"

#include <QCommandLineParser>
#include <QStringList>

namespace ticker {

namespace {

const QString exportTo = QStringLiteral("export");
const QString barsOf = QStringLiteral("bars");

/// What goes with --export: it serves nothing, and plays nothing.
QStringList optionsOfExport()
{
    QStringList names{exportTo, barsOf, QStringLiteral("replay"), QStringLiteral("headless")};
    const QList<QCommandLineOption> reading = readingOptions();
    for (const QCommandLineOption &option : reading)
        names += option.names();
    return names;
}

QString intervalsText()
{
    QStringList texts;
    for (const CandleInterval interval : candleIntervals)
        texts.append(QString::fromLatin1(candleIntervalText(interval)));
    const QString last = texts.takeLast();
    return texts.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

std::optional<QString> readBars(const QCommandLineParser &parser, std::optional<CandleInterval> *bars)
{
    if (!parser.isSet(barsOf))
        return std::nullopt;
    *bars = candleIntervalFromText(parser.value(barsOf).toUtf8());
    if (*bars)
        return std::nullopt;
    return QStringLiteral("--bars: \"%1\" is not %2").arg(parser.value(barsOf), intervalsText());
}

} // namespace

QList<QCommandLineOption> exportOptions()
{
    return {
        {exportTo,
         QStringLiteral("Write what --replay would play to this CSV or JSONL file, by its ending (with .gz behind it: "
                        "packed), and exit; fails if it exists."),
         QStringLiteral("FILE")},
        {barsOf, QStringLiteral("Export bars of this interval: %1.").arg(intervalsText()), QStringLiteral("INTERVAL")},
    };
}

std::optional<QString> readExportOptions(const QCommandLineParser &parser, std::optional<CandleInterval> *bars)
{
    if (!parser.isSet(exportTo))
        return parser.isSet(barsOf) ? std::optional(QStringLiteral("--bars requires --export")) : std::nullopt;
    if (!parser.isSet(QStringLiteral("replay")))
        return QStringLiteral("--export requires --replay");
    if (!exportFormatOf(parser.value(exportTo))) {
        return QStringLiteral("--export: \"%1\" does not end in .csv, .jsonl, .csv.gz or .jsonl.gz")
            .arg(parser.value(exportTo));
    }
    const QStringList allowed = optionsOfExport();
    const QStringList given = parser.optionNames();
    for (const QString &name : given) {
        if (!allowed.contains(name))
            return QStringLiteral("--export and --%1 exclude each other").arg(name);
    }
    return readBars(parser, bars);
}

} // namespace ticker
