// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup/reading_options.h"

#include "instruments/symbol.h"
#include "tick_columns/given_columns.h"

#include <QCommandLineParser>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

const QString follow = QStringLiteral("follow");
const QString badRows = QStringLiteral("bad-rows");
const QString timeZone = QStringLiteral("time-zone");
const QString dateOrder = QStringLiteral("date-order");
const QString decimal = QStringLiteral("decimal");
const QString columns = QStringLiteral("columns");
const QString symbol = QStringLiteral("replay-symbol");

template<typename Value>
using Words = std::initializer_list<std::pair<const char *, Value>>;

/// One of some words.
template<typename Value, typename Target>
std::optional<QString> readWord(const QCommandLineParser &parser, const QString &option, const Words<Value> &words,
                                Target *target)
{
    if (!parser.isSet(option))
        return std::nullopt;
    QStringList known;
    for (const auto &[word, value] : words) {
        if (parser.value(option) == QLatin1String(word)) {
            *target = value;
            return std::nullopt;
        }
        known.append(QLatin1String(word));
    }
    const QString last = known.takeLast();
    return QStringLiteral("--%1: \"%2\" is not %3 or %4")
        .arg(option, parser.value(option), known.join(QStringLiteral(", ")), last);
}

/// As the zone is written, in whatever case it was named; empty: there is none.
QByteArray zoneNamed(const QByteArray &name)
{
    if (QTimeZone::isTimeZoneIdAvailable(name))
        return name;
    const QList<QByteArray> known = QTimeZone::availableTimeZoneIds();
    const auto zone = std::ranges::find_if(
        known, [&](const QByteArray &each) { return each.compare(name, Qt::CaseInsensitive) == 0; });
    return zone == known.end() ? QByteArray() : *zone;
}

std::optional<QString> readZone(const QCommandLineParser &parser, FileReading *reading)
{
    if (!parser.isSet(timeZone))
        return std::nullopt;
    reading->timeZone = zoneNamed(parser.value(timeZone).toUtf8());
    if (!reading->timeZone.isEmpty())
        return std::nullopt;
    return QStringLiteral("--time-zone: \"%1\" is not a time zone that is known here; write UTC or a name such as "
                          "Europe/Berlin")
        .arg(parser.value(timeZone));
}

std::optional<QString> readColumns(const QCommandLineParser &parser, FileReading *reading)
{
    if (!parser.isSet(columns))
        return std::nullopt;
    reading->columns = parser.value(columns);
    const auto given = readGivenColumns(reading->columns);
    if (!given)
        return QStringLiteral("--columns: %1").arg(given.error());
    return given->empty() ? std::optional(QStringLiteral("--columns: it names no column")) : std::nullopt;
}

std::optional<QString> readSymbol(const QCommandLineParser &parser, FileReading *reading)
{
    if (!parser.isSet(symbol))
        return std::nullopt;
    reading->symbol = parser.value(symbol);
    if (reading->symbol.isEmpty())
        return QStringLiteral("--replay-symbol: the symbol is empty");
    const QByteArray upper = reading->symbol.toUtf8().toUpper(); // of ASCII alone, as files are read
    if (isSymbol(QByteArrayView(upper)))
        return std::nullopt;
    return QStringLiteral("--replay-symbol: \"%1\" is not a symbol (%2)").arg(reading->symbol, symbolRule().english());
}

} // namespace

QList<QCommandLineOption> readingOptions()
{
    return {
        {badRows,
         QStringLiteral("Lines of the file that cannot be read: \"skip\" leaves a few out (default), \"skip-all\" any "
                        "number, \"stop\" ends at the first."),
         QStringLiteral("POLICY")},
        {timeZone, QStringLiteral("Time zone of times in the file that name none (default UTC)."),
         QStringLiteral("ZONE")},
        {dateOrder, QStringLiteral("In dates such as 01/02/2024: \"day-first\" or \"month-first\"."),
         QStringLiteral("ORDER")},
        {decimal, QStringLiteral("Decimal sign of the file: \"point\" or \"comma\"."), QStringLiteral("SIGN")},
        {columns,
         QStringLiteral("Which columns of the file are which fields, by name or number, such as "
                        "time=open_time,price=3."),
         QStringLiteral("COLUMNS")},
        {symbol, QStringLiteral("Symbol of a file that names none."), QStringLiteral("SYMBOL")},
    };
}

QStringList optionsOfReplay()
{
    return {QStringLiteral("speed"),
            QStringLiteral("loop"),
            QStringLiteral("skip-gaps"),
            QStringLiteral("exit-at-end"),
            follow,
            badRows,
            timeZone,
            dateOrder,
            decimal,
            columns,
            symbol};
}

std::optional<QString> readReadingOptions(const QCommandLineParser &parser, FileReading *reading)
{
    using BadLines = FileReading::BadLines;
    reading->follow = parser.isSet(follow);
    using Order = FileReading::DateOrder;
    const Words<BadLines> policies{
        {"skip", BadLines::SkipFew}, {"skip-all", BadLines::SkipAll}, {"stop", BadLines::Stop}};
    if (auto problem = readWord(parser, badRows, policies, &reading->badLines))
        return problem;
    const Words<Order> orders{{"day-first", Order::DayFirst}, {"month-first", Order::MonthFirst}};
    if (auto problem = readWord(parser, dateOrder, orders, &reading->dateOrder))
        return problem;
    if (auto problem = readWord(parser, decimal, Words<char>{{"point", '.'}, {"comma", ','}}, &reading->point))
        return problem;
    if (auto problem = readZone(parser, reading))
        return problem;
    if (auto problem = readColumns(parser, reading))
        return problem;
    return readSymbol(parser, reading);
}

} // namespace ticker
