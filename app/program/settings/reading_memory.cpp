// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/reading_memory.h"

#include "settings/named_value.h"
#include "tick_columns/given_columns.h"

#include <QCryptographicHash>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

constexpr Named<FileReading::BadLines> badLines[] = {{FileReading::BadLines::SkipFew, "skip"},
                                                     {FileReading::BadLines::SkipAll, "skip-all"},
                                                     {FileReading::BadLines::Stop, "stop"}};
constexpr Named<FileReading::DateOrder> dateOrders[] = {{FileReading::DateOrder::ByFile, "by-file"},
                                                        {FileReading::DateOrder::DayFirst, "day-first"},
                                                        {FileReading::DateOrder::MonthFirst, "month-first"}};
constexpr Named<char> points[] = {{'\0', "by-file"}, {'.', "point"}, {',', "comma"}};

const QString headerKey = QStringLiteral("header");
const QString columnsKey = QStringLiteral("columns");
const QString timeZoneKey = QStringLiteral("timeZone");
const QString dateOrderKey = QStringLiteral("dateOrder");
const QString decimalKey = QStringLiteral("decimal");
const QString badRowsKey = QStringLiteral("badRows");

QJsonObject jsonOf(const QByteArray &key, const FileReading &reading)
{
    return {{headerKey, QString::fromLatin1(key)},
            {columnsKey, reading.columns},
            {timeZoneKey, QString::fromUtf8(reading.timeZone)},
            {dateOrderKey, nameOf(dateOrders, reading.dateOrder)},
            {decimalKey, nameOf(points, reading.point.value_or('\0'))},
            {badRowsKey, nameOf(badLines, reading.badLines)}};
}

/// Nothing: it is none, or nobody could read a file like this.
std::optional<FileReading> readingOf(const QJsonObject &object)
{
    FileReading reading;
    reading.columns = object.value(columnsKey).toString();
    reading.timeZone = object.value(timeZoneKey).toString().toUtf8();
    const auto order = valueOf(dateOrders, object.value(dateOrderKey).toString());
    const auto point = valueOf(points, object.value(decimalKey).toString());
    const auto policy = valueOf(badLines, object.value(badRowsKey).toString());
    const bool isZone = reading.timeZone.isEmpty() || QTimeZone::isTimeZoneIdAvailable(reading.timeZone);
    if (!order || !point || !policy || !isZone || reading.columns.size() > ReadingMemory::longestColumns
        || !readGivenColumns(reading.columns))
        return std::nullopt;
    reading.dateOrder = *order;
    reading.badLines = *policy;
    if (*point != '\0')
        reading.point = *point;
    return reading;
}

} // namespace

QByteArray ReadingMemory::keyOf(const FileInspection &inspection)
{
    const bool hasHeader = inspection.headerLine > 0 || inspection.separator == '\0';
    if (inspection.columns.empty() || !hasHeader)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const FileInspection::Column &column : inspection.columns)
        hash.addData(column.name.toUtf8() + '\n');
    constexpr qsizetype enough = 32;
    return hash.result().toHex().first(enough);
}

std::optional<FileReading> ReadingMemory::find(const QByteArray &key) const
{
    const auto found = std::ranges::find(m_entries, key, &Entry::key);
    return key.isEmpty() || found == m_entries.end() ? std::nullopt : std::optional(found->reading);
}

void ReadingMemory::keep(const QByteArray &key, FileReading reading)
{
    std::erase_if(m_entries, [&key](const Entry &entry) { return entry.key == key; });
    reading.symbol.clear();
    reading.follow = false;
    if (reading.badLines == FileReading::BadLines::Stop) // a look at one file
        reading.badLines = FileReading::BadLines::SkipFew;
    if (key.isEmpty() || reading == FileReading() || reading.columns.size() > longestColumns)
        return;
    if (m_entries.size() == mostReadings)
        m_entries.erase(m_entries.begin());
    m_entries.push_back({key, std::move(reading)});
}

QJsonArray ReadingMemory::toJson() const
{
    QJsonArray array;
    for (const Entry &entry : m_entries)
        array.append(jsonOf(entry.key, entry.reading));
    return array;
}

std::optional<ReadingMemory> ReadingMemory::fromJson(const QJsonArray &array)
{
    ReadingMemory memory;
    for (const auto &value : array) {
        const QByteArray key = value.toObject().value(headerKey).toString().toLatin1();
        auto reading = readingOf(value.toObject());
        if (key.isEmpty() || !reading)
            return std::nullopt;
        memory.keep(key, std::move(*reading));
    }
    return memory;
}

} // namespace ticker
