// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_csv.h"

#include <algorithm>

namespace ticker {

namespace {

bool isNumber(TickField field)
{
    return field >= TickField::Price && field <= TickField::AskSize;
}

/// The bid and the ask of quotes are read as their prices.
bool hasBeside(const TickLayout &layout)
{
    const bool isOfPrices = layout.content == TickLayout::Content::Ticks;
    const auto isBeside = [&](TickField field) {
        return isBesidePrice(field) || (isOfPrices && (field == TickField::Bid || field == TickField::Ask));
    };
    const auto isOfInstrument = [&](const TickLayout::Instrument &instrument) {
        return std::ranges::any_of(instrument.columns, isBeside, &TickLayout::Instrument::Column::field);
    };
    return std::ranges::any_of(layout.columns, [&](const auto &field) { return field && isBeside(*field); })
        || std::ranges::any_of(layout.instruments, isOfInstrument);
}

} // namespace

TickFileCsv::TickFileCsv(const TickLayout &layout, const TickFileSymbol &defaultSymbol)
    : m_layout(layout), m_defaultSymbol(layout.hasColumn(TickField::Symbol) ? TickFileSymbol() : defaultSymbol),
      m_times(layout.times), m_hasBeside(hasBeside(layout))
{
}

std::optional<TickFileFault> TickFileCsv::split(QByteArrayView text)
{
    switch (m_row.split(text, m_layout.separator)) {
    case CsvRow::Fault::None:
        break;
    case CsvRow::Fault::Unclosed:
        return TickFileFault{{}, LocalizedText::tr("a quoted field is not closed on its line"), true};
    case CsvRow::Fault::TextBehindQuote:
        return TickFileFault{{}, LocalizedText::tr("unexpected text after a closing quote"), false};
    }
    return std::nullopt;
}

std::optional<TickFileFault> TickFileCsv::readTime(QByteArrayView text, TickFileLine *line)
{
    if (auto problem = split(text))
        return problem;
    TickFileTexts texts;
    const std::vector<QByteArrayView> &cells = m_row.cells();
    for (std::size_t i = 0; i < std::min(cells.size(), m_layout.columns.size()); ++i) {
        const auto field = m_layout.columns[i];
        if (field == TickField::Time || field == TickField::TimeOfDay)
            texts.set(*field, cells[i]);
    }
    m_times.setPrevious(line->timeNs);
    line->quotes.clear();
    return texts.readMoment(&m_times, line);
}

std::optional<TickFileFault> TickFileCsv::read(QByteArrayView text, bool isWhole, TickFileLine *line)
{
    if (auto problem = split(text))
        return problem;
    if (!isWhole && m_row.cells().size() < m_layout.columns.size())
        return TickFileFault{{}, LocalizedText::tr("too few columns"), true};
    const TickFileTexts texts = textsOfCells();
    m_times.setPrevious(line->timeNs); // of the line before
    if (auto problem = texts.readMoment(&m_times, line))
        return problem;
    line->isBar = m_layout.content == TickLayout::Content::Bars;
    if (!m_layout.instruments.empty())
        return readInstruments(line);
    line->quotes.resize(1);
    line->quotes.front().symbol = m_defaultSymbol;
    if (!m_hasBeside)
        return texts.readQuote(m_layout.content, &line->quotes.front());
    line->extras.clear();
    if (auto problem = texts.readQuote(m_layout.content, &line->quotes.front()))
        return problem;
    return readBeside(texts, line);
}

/// Of the last quote.
std::optional<TickFileFault> TickFileCsv::readBeside(const TickFileTexts &texts, TickFileLine *line) const
{
    TickFileExtras extras;
    auto problem = texts.readBeside(m_layout.content, m_layout.given, &line->quotes.back(), &extras);
    line->extras.add(line->quotes.size(), extras);
    return problem;
}

/// Those that have a price in this line, which is one at least.
std::optional<TickFileFault> TickFileCsv::readInstruments(TickFileLine *line)
{
    std::optional<TickFileFault> missing;
    line->quotes.clear();
    line->extras.clear();
    for (const TickLayout::Instrument &instrument : m_layout.instruments) {
        TickFileTexts texts;
        texts.set(TickField::Symbol, instrument.symbol);
        texts.setSide(instrument.side);
        for (const auto &[place, field] : instrument.columns) {
            if (place < m_row.cells().size())
                take(field, m_row.cells()[place], &texts);
        }
        TickFileQuote quote;
        auto problem = texts.readQuote(m_layout.content, &quote);
        if (problem && !problem->isMissing)
            return problem;
        if (problem) {
            missing = problem;
            continue;
        }
        line->quotes.push_back(quote);
        if (auto unreadable = m_hasBeside ? readBeside(texts, line) : std::nullopt)
            return unreadable;
    }
    return line->quotes.empty() ? missing : std::nullopt;
}

TickFileTexts TickFileCsv::textsOfCells()
{
    TickFileTexts texts;
    texts.setSide(m_layout.side);
    const std::vector<QByteArrayView> &cells = m_row.cells();
    for (std::size_t i = 0; i < std::min(cells.size(), m_layout.columns.size()); ++i) {
        if (const auto field = m_layout.columns[i])
            take(*field, cells[i], &texts);
    }
    return texts;
}

std::vector<TickFileCell> TickFileCsv::cells()
{
    std::vector<TickFileCell> all;
    const std::vector<QByteArrayView> &cells = m_row.cells();
    for (std::size_t i = 0; i < cells.size(); ++i)
        all.push_back({m_layout.names.value(qsizetype(i)), cells[i].toByteArray(), fieldOf(i), false});
    return all;
}

std::optional<TickField> TickFileCsv::fieldOf(std::size_t column) const
{
    if (column < m_layout.columns.size() && m_layout.columns[column])
        return m_layout.columns[column];
    for (const TickLayout::Instrument &instrument : m_layout.instruments) {
        const auto found = std::ranges::find(instrument.columns, column, &TickLayout::Instrument::Column::place);
        if (found != instrument.columns.end())
            return found->field;
    }
    return std::nullopt;
}

/// Unless it says nothing.
void TickFileCsv::take(TickField field, QByteArrayView cell, TickFileTexts *texts)
{
    if (!isNothing(cell))
        texts->set(field, isNumber(field) ? m_layout.numbers.plain(cell, &m_plain[std::size_t(field)]) : cell);
}

} // namespace ticker
