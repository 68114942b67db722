// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection/raw_sample.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"
#include "tick_columns/csv_row.h"
#include "tick_columns/csv_separator.h"

#include <algorithm>
#include <vector>

namespace ticker {

namespace {

/// From the line with this number on, without blank ones.
std::vector<QByteArrayView> linesFrom(QByteArrayView start, quint64 line)
{
    std::vector<QByteArrayView> lines;
    for (quint64 number = 1; !start.isEmpty() && lines.size() <= FileInspection::mostRows; ++number) {
        const qsizetype end = start.indexOf('\n');
        const QByteArrayView text = end < 0 ? start : start.first(end);
        if (number >= line && !text.trimmed().isEmpty())
            lines.push_back(text);
        start = end < 0 ? QByteArrayView() : start.sliced(end + 1);
    }
    return lines;
}

QStringList cellsOf(QByteArrayView line, char separator)
{
    CsvRow row;
    if (row.split(line, separator) != CsvRow::Fault::None)
        return {};
    QStringList cells;
    for (const QByteArrayView cell : row.cells()) {
        if (std::size_t(cells.size()) < FileInspection::mostColumns)
            cells.append(sampleText(cell));
    }
    return cells;
}

/// As no table has, but a file that is no text.
bool hasControls(QByteArrayView line)
{
    return std::ranges::any_of(line.trimmed(), [](char c) { return c >= '\0' && c < ' ' && c != '\t'; });
}

bool areNames(const QStringList &cells)
{
    return std::ranges::none_of(cells, [](const QString &cell) {
        const QByteArray text = cell.toUtf8();
        return DecimalText::fromText(text) || readCivilTime(text, DateOrder::DayFirst);
    });
}

} // namespace

FileSample takeRawSample(QByteArrayView start, quint64 line)
{
    FileSample sample;
    const std::vector<QByteArrayView> lines = linesFrom(start, line);
    const char separator = findCsvSeparator(lines);
    for (const QByteArrayView each : lines)
        sample.rows.push_back(cellsOf(each, separator));
    if (sample.rows.empty() || sample.rows.front().size() < 2 || hasControls(lines.front()))
        return sample;
    sample.layout.emplace();
    sample.layout->separator = separator;
    const QStringList first = sample.rows.front();
    const bool isHeader = areNames(first);
    if (isHeader) {
        sample.layout->headerLine = line;
        sample.rows.erase(sample.rows.begin());
    }
    for (qsizetype i = 0; i < first.size(); ++i)
        sample.columns.push_back({isHeader && !first[i].isEmpty() ? first[i] : QString::number(i + 1), {}});
    sample.rows.resize(std::min(sample.rows.size(), FileInspection::mostRows));
    for (QStringList &row : sample.rows)
        row.resize(first.size());
    return sample;
}

std::vector<QStringList> takeRawRows(QByteArrayView start, const TickLayout &layout, qsizetype columns)
{
    std::vector<QStringList> rows;
    for (const QByteArrayView line : linesFrom(start, std::max<quint64>(layout.dataLine, layout.headerLine + 1))) {
        QStringList cells = cellsOf(line, layout.separator);
        cells.resize(columns);
        rows.push_back(cells);
    }
    rows.resize(std::min(rows.size(), FileInspection::mostRows));
    return rows;
}

} // namespace ticker
