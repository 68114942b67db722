// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/csv_sniffer.h"

#include "file_values/decimal_text.h"
#include "file_values/read_civil_time.h"
#include "file_values/text_for_people.h"
#include "tick_columns/column_choice.h"
#include "tick_columns/column_names.h"
#include "tick_columns/csv_row.h"
#include "tick_columns/csv_separator.h"
#include "tick_columns/vendor_doubt.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// So many lines are looked at, and so many before the header.
constexpr std::size_t mostLines = 1000;
constexpr std::size_t mostLinesBeforeHeader = 30;
/// As MarketSpec has it.
constexpr qsizetype mostInstruments = 500;

bool isNumberOrTime(const QByteArray &cell)
{
    return DecimalText::fromText(cell) || readCivilTime(cell, DateOrder::Undecided);
}

/// In "price # note", what stands behind the mark.
QByteArrayView withoutComment(QByteArrayView text)
{
    const qsizetype mark = text.indexOf(" #");
    return mark < 0 ? text : text.first(mark);
}

QByteArrayList cellsAt(const QByteArrayList &row, const QList<qsizetype> &places)
{
    QByteArrayList cells;
    for (const qsizetype place : places)
        cells.append(row.value(place));
    return cells;
}

std::vector<QByteArrayList> columnsOf(const std::vector<QByteArrayList> &rows, const QList<qsizetype> &places)
{
    std::vector<QByteArrayList> chosen;
    chosen.reserve(rows.size());
    for (const QByteArrayList &row : rows)
        chosen.push_back(cellsAt(row, places));
    return chosen;
}

} // namespace

CsvSniffer::CsvSniffer(QByteArrayView start, bool isWhole, const TickReadOptions &options)
    : m_options(options), m_bytes(quint64(start.size())), m_isWhole(isWhole)
{
    m_layout.times = {options.order, options.zone, false};
    // Old Macs end lines by CR alone.
    if (!start.contains('\n') && start.contains('\r'))
        m_layout.lineEnd = '\r';
    splitLines(start);
}

void CsvSniffer::splitLines(QByteArrayView start)
{
    quint64 number = 0;
    for (qsizetype begin = 0; begin < start.size() && m_lines.size() < mostLines;) {
        const qsizetype end = start.indexOf(m_layout.lineEnd, begin);
        if (end < 0 && !m_isWhole && !m_lines.empty())
            break;
        const qsizetype stop = end < 0 ? start.size() : end;
        const QByteArrayView text = start.sliced(begin, stop - begin);
        ++number;
        const QByteArrayView trimmed = text.trimmed();
        if (!trimmed.isEmpty() && trimmed.front() != '#')
            m_lines.push_back({text, number, quint64(begin), quint64(std::min(stop + 1, start.size()))});
        begin = stop + 1;
    }
}

Expected<TickLayout, TickLayoutFault> CsvSniffer::sniff()
{
    takeSeparatorLine();
    if (m_lines.empty() && m_isWhole) { // it says nothing
        m_layout.dataOffset = m_bytes;
        return m_layout;
    }
    if (m_lines.empty())
        return noHeader();
    if (!m_hasSeparatorLine)
        m_layout.separator = findSeparator();
    if (const auto wide = wideHeader()) {
        if (auto fault = useWideHeader(*wide))
            return *fault;
        return m_layout;
    }
    const auto named = findNamedHeader();
    const auto header = named ? named : findHeader();
    if (auto fault = header ? useHeader(*header) : useShape())
        return *fault;
    return m_layout;
}

/// Excel's sep=; before everything else.
void CsvSniffer::takeSeparatorLine()
{
    if (m_lines.empty())
        return;
    QByteArray text = m_lines.front().text.trimmed().toByteArray().toLower();
    text.replace('"', QByteArray());
    if (!text.startsWith("sep=") || text.size() > 5)
        return;
    m_hasSeparatorLine = true;
    m_layout.separator = text.size() == 5 ? text.back() : '\t';
    m_lines.erase(m_lines.begin());
}

char CsvSniffer::findSeparator() const
{
    constexpr std::size_t looked = 100;
    std::vector<QByteArrayView> lines;
    for (std::size_t i = 0; i < std::min(m_lines.size(), looked); ++i)
        lines.push_back(m_lines[i].text);
    return findCsvSeparator(lines);
}

/// The first line with all names that a person has given.
std::optional<std::size_t> CsvSniffer::findNamedHeader() const
{
    const auto &given = m_options.columns;
    if (std::ranges::all_of(given, [](const GivenColumn &each) { return each.column.isEmpty() || each.place(); }))
        return std::nullopt;
    for (std::size_t i = 0; i < std::min(m_lines.size(), mostLinesBeforeHeader); ++i) {
        if (hasAllNames(given, cellsOf(m_lines[i])))
            return i;
    }
    return std::nullopt;
}

/// The first line with two known names and no number or time in it; of the very first line one name is enough, if there are
/// numbers or times behind it.
std::optional<std::size_t> CsvSniffer::findHeader() const
{
    for (std::size_t i = 0; i < std::min(m_lines.size(), mostLinesBeforeHeader); ++i) {
        const QByteArrayList cells = cellsOf(m_lines[i]);
        const auto known = std::ranges::count_if(cells, isHeaderName);
        const bool isAlone = i == 0 && known == 1
            && (m_lines.size() == 1 || std::ranges::any_of(cellsOf(m_lines[1]), isNumberOrTime));
        if ((known >= 2 || isAlone) && std::ranges::none_of(cells, isNumberOrTime))
            return i;
    }
    return std::nullopt;
}

std::optional<WideHeader> CsvSniffer::wideHeader() const
{
    if (m_lines.size() < WideHeader::lines)
        return std::nullopt;
    return findWideHeader({cellsOf(m_lines[0]), cellsOf(m_lines[1]), cellsOf(m_lines[2])});
}

/// Each instrument has columns of its own, but all have the same times.
std::optional<TickLayoutFault> CsvSniffer::useWideHeader(const WideHeader &header)
{
    const Line &first = m_lines.front();
    const std::vector<QByteArrayList> rows = rowsFrom(WideHeader::lines);
    const QByteArrayList symbols = header.instruments();
    if (symbols.size() > mostInstruments)
        return TickLayoutFault{first.number, LocalizedText::tr("more than %1 instruments").arg(mostInstruments)};
    for (const QByteArray &symbol : symbols) {
        const auto content = m_layout.content;
        const QList<qsizetype> own = header.columnsOf(symbol);
        const std::vector<QByteArrayList> ownRows = columnsOf(rows, own);
        const QByteArrayList names = cellsAt(header.names, own);
        if (auto problem = ColumnChoice(names, ownRows, m_options).choose(&m_layout)) {
            return TickLayoutFault{first.number,
                                   LocalizedText::tr("%1: %2").arg(quotedForPeople(symbol)).arg(*problem)};
        }
        if (!m_layout.instruments.empty() && content != m_layout.content)
            return TickLayoutFault{first.number, LocalizedText::tr("ticks and bars are mixed")};
        TickLayout::Instrument instrument{symbol, {}, m_layout.side};
        for (std::size_t i = 1; i < m_layout.columns.size(); ++i) {
            if (const auto field = m_layout.columns[i])
                instrument.columns.push_back({std::size_t(own[qsizetype(i)]), *field});
        }
        m_layout.instruments.push_back(std::move(instrument));
    }
    m_layout.columns.assign(std::size_t(header.names.size()), std::nullopt);
    m_layout.columns.front() = TickField::Time;
    m_layout.side = SideForm::None;
    m_layout.headerLine = first.number;
    for (qsizetype i = 0; i < header.names.size(); ++i)
        m_layout.names.append((header.names[i] + ' ' + header.symbols[i]).trimmed());
    m_layout.dataOffset = m_lines[WideHeader::lines - 1].end;
    m_layout.dataLine = m_lines[WideHeader::lines - 1].number + 1;
    return std::nullopt;
}

std::optional<TickLayoutFault> CsvSniffer::useHeader(std::size_t header)
{
    const QByteArrayList names = cellsOf(m_lines[header]);
    const std::vector<QByteArrayList> rows = rowsFrom(header + 1);
    if (auto problem = ColumnChoice(names, rows, m_options).choose(&m_layout))
        return TickLayoutFault{m_lines[header].number, *problem};
    if (auto doubt = vendorDoubt(names, rows, m_layout, m_options))
        return TickLayoutFault{m_lines[header].number, *doubt};
    m_layout.names = names;
    m_layout.headerLine = m_lines[header].number;
    m_layout.dataOffset = m_lines[header].end;
    m_layout.dataLine = m_lines[header].number + 1;
    return std::nullopt;
}

std::optional<TickLayoutFault> CsvSniffer::useShape()
{
    const std::vector<QByteArrayList> rows = rowsFrom(0);
    const auto shape = findKnownShape(rows);
    if (!m_options.columns.empty())
        return useNumbers(shape.value_or(KnownShape()));
    if (!shape)
        return noHeader();
    m_layout.columns = shape->columns;
    m_layout.content = shape->content;
    m_layout.side = shape->side;
    m_layout.dataOffset = m_lines.front().offset;
    m_layout.dataLine = m_lines.front().number;
    return std::nullopt;
}

/// Without a header, or with one that says nothing, by the numbers of columns that a person has given.
std::optional<TickLayoutFault> CsvSniffer::useNumbers(const KnownShape &shown)
{
    const std::size_t first = m_lines.size() > 1 && std::ranges::none_of(cellsOf(m_lines[0]), isNumberOrTime)
            && std::ranges::any_of(cellsOf(m_lines[1]), isNumberOrTime)
        ? 1
        : 0;
    const std::vector<QByteArrayList> rows = rowsFrom(first);
    const QByteArrayList names(rows.front().size());
    if (auto problem = ColumnChoice(names, shown, rows, m_options).choose(&m_layout))
        return TickLayoutFault{m_lines[first].number, *problem};
    if (first > 0) {
        m_layout.names = cellsOf(m_lines.front());
        m_layout.headerLine = m_lines.front().number;
    }
    m_layout.dataOffset = m_lines[first].offset;
    m_layout.dataLine = m_lines[first].number;
    return std::nullopt;
}

TickLayoutFault CsvSniffer::noHeader() const
{
    return {
        m_lines.empty() ? 1 : m_lines.front().number,
        LocalizedText::tr("expected a header line with the names of the columns, such as \"time,symbol,price,size\"")};
}

QByteArrayList CsvSniffer::cellsOf(const Line &line) const
{
    CsvRow row;
    QByteArrayList cells;
    if (row.split(withoutComment(line.text), m_layout.separator) != CsvRow::Fault::None)
        return cells;
    for (const QByteArrayView cell : row.cells())
        cells.append(cell.toByteArray());
    return cells;
}

std::vector<QByteArrayList> CsvSniffer::rowsFrom(std::size_t line) const
{
    std::vector<QByteArrayList> rows;
    for (std::size_t i = line; i < m_lines.size(); ++i)
        rows.push_back(cellsOf(m_lines[i]));
    return rows;
}

} // namespace ticker
