// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "market_file/csv_reader.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

constexpr std::array<char, 3> separators{',', ';', '\t'};

bool isLineEnd(char character)
{
    return character == '\n' || character == '\r';
}

} // namespace

CsvReader::CsvReader(QByteArrayView text) : m_text(text)
{
    skipEmptyLines();
    m_separator = separatorOfLine();
}

Expected<std::optional<CsvRecord>, CsvProblem> CsvReader::next()
{
    skipEmptyLines();
    if (m_position == m_text.size())
        return std::optional<CsvRecord>();
    CsvRecord record{m_line, {}};
    while (true) {
        auto field = readField();
        if (!field)
            return field.error();
        record.fields.append(field.takeValue());
        if (m_position == m_text.size() || m_text[m_position] != m_separator)
            break;
        ++m_position;
    }
    skipLineEnd();
    return std::optional(std::move(record));
}

void CsvReader::skipEmptyLines()
{
    while (m_position < m_text.size()) {
        const auto rest = m_text.sliced(m_position);
        const auto end = std::find_if(rest.begin(), rest.end(), isLineEnd);
        const auto first = std::find_if_not(rest.begin(), end, [](char c) { return c == ' ' || c == '\t'; });
        if (first != end && *first != '#')
            return;
        m_position += end - rest.begin();
        skipLineEnd();
    }
}

void CsvReader::skipBlanks()
{
    while (m_position < m_text.size() && m_text[m_position] != m_separator
           && (m_text[m_position] == ' ' || m_text[m_position] == '\t'))
        ++m_position;
}

/// Of the one line end that is here, or of none at the end of the text.
void CsvReader::skipLineEnd()
{
    if (m_position == m_text.size())
        return;
    m_position += m_text.sliced(m_position).startsWith("\r\n") ? 2 : 1;
    ++m_line;
}

bool CsvReader::isAtEndOfField() const
{
    return m_position == m_text.size() || m_text[m_position] == m_separator || isLineEnd(m_text[m_position]);
}

Expected<QString, CsvProblem> CsvReader::readField()
{
    skipBlanks();
    if (m_position < m_text.size() && m_text[m_position] == '"')
        return readQuoted();
    const qsizetype begin = m_position;
    while (!isAtEndOfField())
        ++m_position;
    const QByteArrayView field = m_text.sliced(begin, m_position - begin).trimmed();
    if (field.contains('"')) {
        return CsvProblem{
            m_line,
            LocalizedText::tr(
                "A field without quotes contains a quote. Put the field in quotes, and double the quotes in it.")};
    }
    return QString::fromUtf8(field);
}

Expected<QString, CsvProblem> CsvReader::readQuoted()
{
    const qsizetype line = m_line;
    QByteArray field;
    ++m_position;
    while (m_position < m_text.size()) {
        const char c = m_text[m_position];
        if (isLineEnd(c)) {
            const qsizetype begin = m_position;
            skipLineEnd();
            field.append(m_text.sliced(begin, m_position - begin));
            continue;
        }
        ++m_position;
        if (c == '"' && !m_text.sliced(m_position).startsWith('"')) {
            skipBlanks();
            if (isAtEndOfField())
                return QString::fromUtf8(field);
            return CsvProblem{
                m_line,
                LocalizedText::tr(
                    "Unexpected text after a closing quote. Write a separator, or double the quotes in the field.")};
        }
        if (c == '"')
            ++m_position;
        field.append(c);
    }
    return CsvProblem{line, LocalizedText::tr("This quote is not closed. Add a closing quote.")};
}

char CsvReader::separatorOfLine() const
{
    std::array<qsizetype, separators.size()> counts{};
    bool inQuotes = false;
    for (qsizetype i = m_position; i < m_text.size() && (inQuotes || !isLineEnd(m_text[i])); ++i) {
        if (m_text[i] == '"')
            inQuotes = !inQuotes;
        const auto found = std::find(separators.begin(), separators.end(), m_text[i]);
        if (!inQuotes && found != separators.end())
            ++counts[std::size_t(found - separators.begin())];
    }
    return separators[std::size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

} // namespace ticker
