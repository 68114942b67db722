// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_file/tick_file_csv.h"

#include "tick_file/tick_file_values.h"

#include <algorithm>

namespace ticker {

namespace {

/// A tab if there is one, else a semicolon, else a comma: names hold none of them.
char separatorOf(QByteArrayView header)
{
    for (const char c : {'\t', ';'}) {
        if (header.contains(c))
            return c;
    }
    return ',';
}

/// At its start; tabs may be separators.
QByteArrayView withoutSpaces(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    return text;
}

TickFileFault headerFault(const LocalizedText &message)
{
    return {{}, message, false};
}

LocalizedText noColumn(TickFileField field)
{
    return LocalizedText::tr("the header has no column for the %1 (%2)")
        .arg(tickFileFieldName(field))
        .arg(tickFileFieldNames(field));
}

} // namespace

Expected<std::unique_ptr<TickFileCsv>, TickFileFault> TickFileCsv::fromHeader(QByteArrayView text,
                                                                              const TickFileSymbol &defaultSymbol)
{
    std::unique_ptr<TickFileCsv> csv(new TickFileCsv);
    csv->m_separator = separatorOf(text);
    if (auto problem = csv->split(text))
        return *problem;
    if (auto problem = csv->readColumns(defaultSymbol))
        return *problem;
    return csv;
}

std::optional<TickFileFault> TickFileCsv::readColumns(const TickFileSymbol &defaultSymbol)
{
    const auto has = [this](TickFileField field) {
        return std::find(m_columns.begin(), m_columns.end(), field) != m_columns.end();
    };
    for (const QByteArrayView name : m_cells) {
        const auto field = tickFileField(name);
        if (field && has(*field)) {
            return headerFault(LocalizedText::tr("the header has two columns for the %1 (%2)")
                                   .arg(tickFileFieldName(*field))
                                   .arg(tickFileFieldNames(*field)));
        }
        m_columns.push_back(field);
    }
    const bool isKnown = std::any_of(m_columns.begin(), m_columns.end(), [](const auto &field) { return bool(field); });
    if (!isKnown) {
        return headerFault(LocalizedText::tr(
            "expected a header line with the names of the columns, such as \"time,symbol,price,size\""));
    }
    if (!has(TickFileField::Time))
        return headerFault(noColumn(TickFileField::Time));
    const bool isOfTicks = has(TickFileField::Price);
    m_isOfBars = !isOfTicks && (has(TickFileField::Open) || has(TickFileField::High) || has(TickFileField::Low));
    if (m_isOfBars) {
        for (const auto field : {TickFileField::Open, TickFileField::High, TickFileField::Low, TickFileField::Close}) {
            if (!has(field))
                return headerFault(noColumn(field));
        }
    } else if (!isOfTicks && !has(TickFileField::Close)) {
        return headerFault(noColumn(TickFileField::Price));
    }
    if (!has(TickFileField::Symbol)) {
        if (defaultSymbol.isEmpty())
            return headerFault(noColumn(TickFileField::Symbol));
        m_defaultSymbol = defaultSymbol;
    }
    return std::nullopt;
}

std::optional<TickFileFault> TickFileCsv::read(QByteArrayView text, bool isWhole, TickFileLine *line)
{
    if (auto problem = split(text))
        return problem;
    if (!isWhole && m_cells.size() < m_columns.size())
        return TickFileFault{{}, LocalizedText::tr("too few columns"), true};
    TickFileTexts texts;
    for (std::size_t i = 0; i < std::min(m_cells.size(), m_columns.size()); ++i) {
        if (m_columns[i])
            texts.set(*m_columns[i], m_cells[i]);
    }
    if (auto problem = texts.readMoment(line))
        return problem;
    line->isBar = m_isOfBars;
    line->quotes.resize(1);
    line->quotes.front().symbol = m_defaultSymbol;
    return texts.readQuote(m_isOfBars, &line->quotes.front());
}

std::optional<TickFileFault> TickFileCsv::split(QByteArrayView text)
{
    m_cells.clear();
    const bool hasQuotes = text.contains(tickFileQuote);
    if (hasQuotes) {
        m_unquoted.clear();
        m_unquoted.reserve(text.size()); // so that it stays where it is
    }
    for (;;) {
        QByteArrayView cell = text;
        const QByteArrayView start = hasQuotes ? withoutSpaces(text) : QByteArrayView();
        if (start.startsWith(tickFileQuote)) {
            text = start;
            if (!takeQuoted(&text, &cell))
                return TickFileFault{{}, LocalizedText::tr("a quoted field is not closed on its line"), true};
            if (!text.isEmpty() && text.front() != m_separator)
                return TickFileFault{{}, LocalizedText::tr("unexpected text after a closing quote"), false};
        } else {
            const qsizetype size = text.indexOf(m_separator);
            cell = size < 0 ? text : text.first(size);
            text = text.sliced(cell.size());
        }
        m_cells.push_back(cell.trimmed());
        if (text.isEmpty())
            return std::nullopt;
        text = text.sliced(1);
    }
}

/// The text begins with quotes; what follows the field remains of it.
bool TickFileCsv::takeQuoted(QByteArrayView *text, QByteArrayView *cell)
{
    const qsizetype start = m_unquoted.size();
    QByteArrayView rest = text->sliced(1);
    for (;;) {
        const qsizetype size = rest.indexOf(tickFileQuote);
        if (size < 0)
            return false;
        m_unquoted.append(rest.first(size));
        rest = rest.sliced(size + 1);
        if (!rest.startsWith(tickFileQuote))
            break;
        m_unquoted.append(tickFileQuote);
        rest = rest.sliced(1);
    }
    *cell = QByteArrayView(m_unquoted).sliced(start);
    *text = withoutSpaces(rest);
    return true;
}

} // namespace ticker
