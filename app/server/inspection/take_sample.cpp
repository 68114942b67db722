// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "inspection/take_sample.h"

#include "file_values/file_times.h"
#include "inspection/raw_sample.h"
#include "tick_columns/column_names.h"
#include "tick_file/tick_file_format.h"
#include "tick_file/tick_file_reader.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

using Cells = std::vector<TickFileCell>;

const TickFileCell *find(const Cells &cells, TickField field)
{
    const auto found = std::ranges::find(cells, std::optional(field), &TickFileCell::field);
    return found == cells.end() ? nullptr : &*found;
}

/// By one of its rows: what names no zone is another moment in another one.
FileInspection::Times timesOf(const Cells &cells, const FileTimeRules &rules)
{
    const TickFileCell *const time = find(cells, TickField::Time);
    if (!time)
        return FileInspection::Times::Numbers;
    const TickFileCell *const timeOfDay = find(cells, TickField::TimeOfDay);
    const auto read = [&](const char *zone) {
        FileTimes times({rules.order, zone, rules.hasExcelSerials});
        const auto result = timeOfDay ? times.read(time->text, timeOfDay->text) : times.read(time->text);
        return result ? *result : 0;
    };
    if (read("UTC") != read("UTC+05:00"))
        return FileInspection::Times::Zoneless;
    const auto isOfNumber = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return std::ranges::all_of(time->text, isOfNumber) ? FileInspection::Times::Numbers
                                                       : FileInspection::Times::WithZone;
}

QString fieldName(TickField field)
{
    return tickFieldNames().at(qsizetype(field));
}

QString fieldName(const TickFileCell &cell)
{
    if (cell.isQuotes)
        return QStringLiteral("quotes");
    return cell.field ? fieldName(*cell.field) : QString();
}

/// Puts rows together: cells of CSV by their place, members of objects by their keys.
class SampleTable final
{
public:
    explicit SampleTable(FileSample *sample)
        : m_sample(*sample), m_areObjects(sample->layout->form == TickLayout::Form::JsonObjects)
    {
        addHeader(*sample->layout);
    }

    void add(const Cells &cells);
    /// Rows may have had fewer columns than those behind them.
    void finish();

private:
    void addHeader(const TickLayout &layout);
    void addColumn(QByteArrayView name);
    void setField(std::size_t column, TickField field);
    [[nodiscard]] std::optional<std::size_t> columnOf(const TickFileCell &cell, std::size_t place);

    FileSample &m_sample;
    bool m_areObjects;
};

/// What it says holds if no row can be read, too.
void SampleTable::addHeader(const TickLayout &layout)
{
    const auto count = std::min(std::size_t(layout.names.size()), FileInspection::mostColumns);
    while (m_sample.columns.size() < count)
        addColumn(layout.names[qsizetype(m_sample.columns.size())]);
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        if (layout.columns[i])
            setField(i, *layout.columns[i]);
    }
    for (const TickLayout::Instrument &instrument : layout.instruments) {
        for (const auto &[place, field] : instrument.columns)
            setField(place, field);
    }
}

void SampleTable::setField(std::size_t column, TickField field)
{
    if (column < m_sample.columns.size())
        m_sample.columns[column].field = fieldName(field);
}

void SampleTable::addColumn(QByteArrayView name)
{
    m_sample.columns.push_back(
        {name.isEmpty() && !m_areObjects ? QString::number(m_sample.columns.size() + 1) : sampleText(name), {}});
}

std::optional<std::size_t> SampleTable::columnOf(const TickFileCell &cell, std::size_t place)
{
    auto &columns = m_sample.columns;
    if (m_areObjects) {
        const auto found = std::ranges::find(columns, sampleText(cell.name), &FileInspection::Column::name);
        place = std::size_t(found - columns.begin());
    }
    if (place >= FileInspection::mostColumns)
        return std::nullopt;
    while (columns.size() <= place)
        addColumn(cell.name);
    return place;
}

void SampleTable::add(const Cells &cells)
{
    QStringList row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = columnOf(cells[i], i);
        if (!column)
            continue;
        QString &field = m_sample.columns[*column].field;
        if (field.isEmpty())
            field = fieldName(cells[i]);
        if (row.size() <= qsizetype(*column))
            row.resize(qsizetype(*column) + 1);
        row[qsizetype(*column)] = sampleText(cells[i].text);
    }
    m_sample.rows.push_back(row);
}

void SampleTable::finish()
{
    for (QStringList &row : m_sample.rows)
        row.resize(qsizetype(m_sample.columns.size()));
}

/// As JSON has numbers.
QString numberOf(double number, int decimals)
{
    return QString::number(number, 'f', decimals);
}

FileInspection::Row rowOf(const TickFileLine &line)
{
    const TickFileQuote &quote = line.quotes.front();
    FileInspection::Row row{line.timeNs, quote.symbol.toString(), {}, {}};
    for (std::size_t i = 0; i < (line.isBar ? quote.prices.size() : 1); ++i)
        row.prices.append(numberOf(quote.prices.at(i).toDouble(), quote.prices.at(i).decimals()));
    if (!quote.size.isZero())
        row.size = numberOf(quote.size.toDouble(), quote.size.neededDecimals());
    return row;
}

/// A reader that has seen all of the start.
TickFileReader readerOf(QByteArrayView start, bool isWhole, const ReplayOptions &options,
                        const TickReadOptions &reading)
{
    const auto otherwise = *TickFileSymbol::fromText("X"); // without any the columns could not be seen
    TickFileReader reader(TickFileSymbol::fromText(options.defaultSymbol.toUtf8()).value_or(otherwise), reading);
    reader.append(start);
    if (isWhole)
        reader.finish();
    return reader;
}

/// Nothing: it does not say how it is read.
std::optional<FileSample> sampleOf(TickFileReader &reader)
{
    FileSample sample;
    auto line = reader.next();
    if (!reader.layout())
        return std::nullopt;
    sample.layout = *reader.layout();
    sample.hasSymbols = !sample.layout->instruments.empty() || sample.layout->hasColumn(TickField::Symbol);
    SampleTable table(&sample);
    for (; !line || *line; line = reader.next()) {
        if (!line)
            continue;
        const Cells cells = reader.cells();
        if (sample.rows.empty()) {
            sample.times = timesOf(cells, sample.layout->times);
            sample.firstRow = rowOf(**line);
        }
        sample.hasSymbols = sample.hasSymbols || find(cells, TickField::Symbol)
            || std::ranges::any_of(cells, &TickFileCell::isQuotes);
        table.add(cells);
        if (sample.rows.size() == FileInspection::mostRows)
            break;
    }
    table.finish();
    return sample;
}

} // namespace

FileSample takeSample(QByteArrayView start, bool isWhole, const ReplayOptions &options)
{
    const TickReadOptions &given = options.reading;
    quint64 line = 1;
    for (const bool hasOrder : {false, true}) {
        for (const bool hasPoint : {false, true}) {
            TickReadOptions reading = given;
            if (hasOrder && given.order == DateOrder::Undecided)
                reading.order = DateOrder::DayFirst;
            if (hasPoint && !given.point)
                reading.point = '.';
            TickFileReader reader = readerOf(start, isWhole, options, reading);
            if (auto sample = sampleOf(reader); sample && !sample->columns.empty()) {
                if (hasOrder || hasPoint)
                    sample->firstRow.reset();
                if (sample->rows.empty() && sample->layout->form == TickLayout::Form::Csv)
                    sample->rows = takeRawRows(start, *sample->layout, qsizetype(sample->columns.size()));
                return *sample;
            }
            if (const auto fault = reader.next(); !fault)
                line = fault.error().line;
        }
    }
    return takeRawSample(start, std::max<quint64>(line, 1));
}

} // namespace ticker
