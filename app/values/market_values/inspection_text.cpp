// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_values/inspection_text.h"

#include "printable.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace ticker {

namespace {

using Symbol = FileInspection::Symbol;

/// So many are named, the others counted.
constexpr std::size_t mostSymbolsNamed = 10;
constexpr qsizetype mostColumnsNamed = 20;

QString numberText(quint64 number)
{
    return QLocale(QLocale::English).toString(number);
}

LocalizedText joined(const std::vector<LocalizedText> &parts)
{
    LocalizedText all;
    for (const LocalizedText &part : parts)
        all = all.isEmpty() ? part : LocalizedText::tr("%1, %2").arg(all).arg(part);
    return all;
}

LocalizedText playsText(const FileInspection &inspection)
{
    switch (inspection.plays) {
    case FileInspection::Plays::Yes:
        return LocalizedText::tr("yes");
    case FileInspection::Plays::InPart:
        return LocalizedText::tr("in part: %1").arg(inspection.problem);
    case FileInspection::Plays::No:
        break;
    }
    return LocalizedText::tr("no: %1").arg(inspection.problem);
}

LocalizedText formText(const FileInspection &inspection)
{
    std::vector<LocalizedText> parts{inspection.form, inspection.encoding};
    if (inspection.separator == '\t')
        parts.push_back(LocalizedText::tr("separated by tabs"));
    else if (inspection.separator != '\0')
        parts.push_back(LocalizedText::tr("separated by \"%1\"").arg(QString(QLatin1Char(inspection.separator))));
    if (inspection.point == ',')
        parts.push_back(LocalizedText::tr("decimal comma"));
    if (inspection.headerLine > 0)
        parts.push_back(LocalizedText::tr("header on line %1").arg(qint64(inspection.headerLine)));
    else if (inspection.separator != '\0')
        parts.push_back(LocalizedText::tr("no header"));
    return joined(parts);
}

/// A text that would not be printed as it is, for bash and its like: its bytes by their numbers, whatever the encoding of
/// the shell.
QString escapedArgument(const QString &text)
{
    QString quoted = QStringLiteral("$'");
    const auto characters = text.toUcs4();
    for (const char32_t character : characters) {
        const QString shown = QString::fromUcs4(&character, 1);
        if (shown == QLatin1String("\\") || shown == QLatin1String("'")) {
            quoted += QLatin1Char('\\') + shown;
        } else if (printable(shown) == shown) {
            quoted += shown;
        } else {
            const QByteArray hex = shown.toUtf8().toHex('\n');
            for (const QByteArray &byte : hex.split('\n'))
                quoted += QStringLiteral("\\x") + QString::fromLatin1(byte);
        }
    }
    return quoted + QLatin1Char('\'');
}

/// For a POSIX shell.
QString quotedArgument(const QString &text)
{
    static const QRegularExpression safe(QStringLiteral("\\A[A-Za-z0-9_./:=,@%+-]+\\z"));
    if (safe.match(text).hasMatch())
        return text;
    if (printable(text) != text)
        return escapedArgument(text);
    QString quoted = text;
    quoted.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + quoted + QLatin1Char('\'');
}

/// As an option that plays the bid alone.
QString bidOption(const std::vector<FileInspection::Column> &columns)
{
    const auto bid = std::ranges::find(columns, QStringLiteral("bid"), &FileInspection::Column::field);
    const QString name = bid == columns.end() ? QStringLiteral("bid") : bid->name;
    return QStringLiteral("--columns ") + quotedArgument(columnItem(QStringLiteral("price"), name));
}

LocalizedText contentText(const FileInspection &inspection, const InspectionWords &words)
{
    switch (inspection.played->content) {
    case FileInspection::Content::Bars:
        return LocalizedText::tr("bars");
    case FileInspection::Content::Quotes:
        if (!words.nameOptions)
            return LocalizedText::tr("bid and ask; their mean is played");
        return LocalizedText::tr("bid and ask; their mean is played (%1 plays the bid)")
            .arg(bidOption(inspection.columns));
    case FileInspection::Content::Ticks:
        break;
    }
    return LocalizedText::tr("ticks");
}

/// The first ones, and how many more there are.
LocalizedText listText(const QStringList &names)
{
    const LocalizedText list = QStringList(names.first(std::min(names.size(), mostColumnsNamed)))
                                   .join(QStringLiteral(", "));
    return names.size() <= mostColumnsNamed
        ? list
        : LocalizedText::tr("%1 and %2 more").arg(list).arg(qint64(names.size() - mostColumnsNamed));
}

QString fieldTitle(const QString &field, const InspectionWords &words)
{
    const QString title = words.titleOf ? words.titleOf(field) : QString();
    return title.isEmpty() ? field : title;
}

LocalizedText columnsText(const std::vector<FileInspection::Column> &columns, const InspectionWords &words)
{
    QStringList used;
    QStringList others;
    for (const auto &[name, field] : columns) {
        if (field.isEmpty())
            others.append(name);
        else
            used.append(name + words.arrow + fieldTitle(field, words));
    }
    const LocalizedText text = used.isEmpty() ? LocalizedText::tr("none is known") : listText(used);
    return others.isEmpty() ? text : LocalizedText::tr("%1; not used: %2").arg(text).arg(listText(others));
}

LocalizedText timesText(const FileInspection &inspection, const InspectionWords &words)
{
    const LocalizedText span = LocalizedText::tr("%1 to %2 UTC")
                                   .arg(utcText(inspection.played->firstTimeNs))
                                   .arg(utcText(inspection.played->lastTimeNs));
    switch (inspection.times) {
    case FileInspection::Times::Numbers:
        return LocalizedText::tr("%1, written as numbers since 1970").arg(span);
    case FileInspection::Times::WithZone:
        return LocalizedText::tr("%1, written with their zone").arg(span);
    case FileInspection::Times::Zoneless:
        break;
    }
    if (inspection.reading.timeZone.isEmpty())
        return LocalizedText::tr("%1, taken as UTC").arg(span);
    const LocalizedText text = words.nameOptions ? LocalizedText::tr("%1, in %2 (by --time-zone)")
                                                 : LocalizedText::tr("%1, in %2");
    return text.arg(span).arg(QString::fromUtf8(inspection.reading.timeZone));
}

LocalizedText orderText(FileInspection::Order order)
{
    switch (order) {
    case FileInspection::Order::OfTime:
        break;
    case FileInspection::Order::NewestFirst:
        return LocalizedText::tr("newest first, sorted for playing");
    case FileInspection::Order::BySymbol:
        return LocalizedText::tr("one symbol after the other, sorted for playing");
    case FileInspection::Order::Other:
        return LocalizedText::tr("not in the order of time, sorted for playing");
    }
    return LocalizedText::tr("in the order of time");
}

LocalizedText rowsText(const FileInspection &inspection)
{
    const bool isAll = inspection.work == FileInspection::Work::Done;
    const LocalizedText count = isAll ? LocalizedText::tr("%1 (ticks: %2)")
                                      : LocalizedText::tr("%1 so far (ticks: %2)");
    std::vector<LocalizedText> parts{
        count.arg(numberText(inspection.rowCount)).arg(numberText(inspection.played->ticks)),
        orderText(inspection.order)};
    if (inspection.lateRows > 0 && inspection.order == FileInspection::Order::OfTime)
        parts.push_back(LocalizedText::tr("%1 a little late, put in order").arg(numberText(inspection.lateRows)));
    return joined(parts);
}

/// "2 decimals", or "2 decimals, sizes 8".
LocalizedText decimalsText(const Symbol &symbol)
{
    const LocalizedText text = LocalizedText::tr("decimals: %1").arg(symbol.decimals);
    return symbol.sizeDecimals == 0 ? text : LocalizedText::tr("%1, of sizes: %2").arg(text).arg(symbol.sizeDecimals);
}

LocalizedText symbolsText(const FileInspection &inspection, const InspectionWords &words)
{
    const std::vector<Symbol> &symbols = inspection.played->symbols;
    const auto areAlike = [&](const Symbol &each) {
        return each.decimals == symbols.front().decimals && each.sizeDecimals == symbols.front().sizeDecimals;
    };
    const bool haveSame = std::ranges::all_of(symbols, areAlike);
    std::vector<LocalizedText> names;
    for (std::size_t i = 0; i < std::min(symbols.size(), mostSymbolsNamed); ++i) {
        const LocalizedText name = symbols[i].name;
        names.push_back(haveSame ? name : LocalizedText::tr("%1 (%2)").arg(name).arg(decimalsText(symbols[i])));
    }
    LocalizedText list = LocalizedText::tr("%1: %2").arg(numberText(symbols.size())).arg(joined(names));
    if (symbols.size() > mostSymbolsNamed)
        list = LocalizedText::tr("%1 and %2 more").arg(list).arg(qint64(symbols.size() - mostSymbolsNamed));
    LocalizedText text = haveSame ? LocalizedText::tr("%1; %2").arg(list).arg(decimalsText(symbols.front())) : list;
    switch (inspection.symbolBy) {
    case FileInspection::SymbolBy::File:
        break;
    case FileInspection::SymbolBy::FileName:
        return LocalizedText::tr("%1; by the name of the file").arg(text);
    case FileInspection::SymbolBy::Person:
        return words.nameOptions ? LocalizedText::tr("%1; by --replay-symbol").arg(text) : text;
    case FileInspection::SymbolBy::Nobody:
        return (words.nameOptions ? LocalizedText::tr("%1; the file names none, say which one by --replay-symbol")
                                  : LocalizedText::tr("%1; the file names none"))
            .arg(text);
    }
    return text;
}

void addSkipped(const FileInspection &inspection, std::vector<InspectionLine> *lines)
{
    if (inspection.skippedRows == 0)
        return;
    lines->push_back({LocalizedText::tr("Left out"),
                      LocalizedText::tr("%1 of %2 rows")
                          .arg(numberText(inspection.skippedRows))
                          .arg(numberText(inspection.rowCount))});
    for (const SkippedKind &kind : inspection.skippedKinds)
        lines->push_back({{}, skippedText(kind)});
}

} // namespace

LocalizedText skippedText(const SkippedKind &kind)
{
    const LocalizedText text = LocalizedText::tr("%1 x %2, first on line %3")
                                   .arg(numberText(kind.count))
                                   .arg(kind.reason)
                                   .arg(qint64(kind.line));
    return kind.text.isEmpty() ? text : LocalizedText::tr("%1: %2").arg(text).arg(kind.text);
}

QString utcText(qint64 ns)
{
    constexpr qint64 nsPerMs = 1'000'000;
    constexpr qint64 msPerSecond = 1000;
    const qint64 ms = ns / nsPerMs - (ns % nsPerMs < 0 ? 1 : 0);
    const QString form = ms % msPerSecond == 0 ? QStringLiteral("yyyy-MM-dd HH:mm:ss")
                                               : QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz");
    return QDateTime::fromMSecsSinceEpoch(ms, QTimeZone::utc()).toString(form);
}

std::vector<InspectionLine> verdictLines(const FileInspection &inspection)
{
    std::vector<InspectionLine> lines{{LocalizedText::tr("Plays"), playsText(inspection)}};
    if (!inspection.doubt.isEmpty())
        lines.push_back({LocalizedText::tr("In doubt"), inspection.doubt});
    return lines;
}

std::vector<InspectionLine> inspectionLines(const FileInspection &inspection, const InspectionWords &words)
{
    std::vector<InspectionLine> lines;
    if (!inspection.form.isEmpty())
        lines.push_back({LocalizedText::tr("Format"), formText(inspection)});
    if (inspection.played)
        lines.push_back({LocalizedText::tr("Content"), contentText(inspection, words)});
    if (!inspection.columns.empty())
        lines.push_back({LocalizedText::tr("Columns"), columnsText(inspection.columns, words)});
    if (inspection.played) {
        lines.push_back({LocalizedText::tr("Times"), timesText(inspection, words)});
        lines.push_back({LocalizedText::tr("Rows"), rowsText(inspection)});
        lines.push_back({LocalizedText::tr("Symbols"), symbolsText(inspection, words)});
    }
    addSkipped(inspection, &lines);
    return lines;
}

QString columnItem(const QString &field, const QString &column)
{
    const bool isPlain = !column.contains(QLatin1Char(',')) && !column.contains(QLatin1Char('"'))
        && column == column.trimmed();
    if (isPlain)
        return field + QLatin1Char('=') + column;
    QString quoted = column;
    quoted.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QStringLiteral("%1=\"%2\"").arg(field, quoted);
}

QStringList readingArguments(const FileReading &reading)
{
    QStringList arguments;
    const auto add = [&arguments](const char *option, const QString &value) {
        if (!value.isEmpty())
            arguments += {QLatin1String(option), value};
    };
    const auto isPolicy = [&](FileReading::BadLines lines) { return reading.badLines == lines; };
    const auto isOrder = [&](FileReading::DateOrder order) { return reading.dateOrder == order; };
    add("--columns", reading.columns);
    add("--time-zone", QString::fromUtf8(reading.timeZone));
    add("--date-order",
        QLatin1String(isOrder(FileReading::DateOrder::DayFirst)         ? "day-first"
                          : isOrder(FileReading::DateOrder::MonthFirst) ? "month-first"
                                                                        : ""));
    add("--decimal", QLatin1String(reading.point == ',' ? "comma" : reading.point == '.' ? "point" : ""));
    add("--replay-symbol", reading.symbol);
    add("--bad-rows",
        QLatin1String(isPolicy(FileReading::BadLines::SkipAll)    ? "skip-all"
                          : isPolicy(FileReading::BadLines::Stop) ? "stop"
                                                                  : ""));
    return arguments;
}

QString playCommand(const QString &path, const FileReading &reading)
{
    const QString file = path == QLatin1String("/dev/stdin") ? QStringLiteral("-") : path;
    QStringList words{QStringLiteral("tickertray"), QStringLiteral("--replay"), quotedArgument(file)};
    const QStringList arguments = readingArguments(reading);
    for (const QString &argument : arguments)
        words.append(quotedArgument(argument));
    return words.join(QLatin1Char(' '));
}

} // namespace ticker
