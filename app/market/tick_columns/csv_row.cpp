// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tick_columns/csv_row.h"

#include <algorithm>
#include <array>

namespace ticker {

namespace {

constexpr char quote = '"';

/// At its start; tabs may be separators.
QByteArrayView withoutSpaces(QByteArrayView text)
{
    while (text.startsWith(' '))
        text = text.sliced(1);
    return text;
}

/// What nearly every cell is without, so it is not looked for by a call.
QByteArrayView withoutBlanks(QByteArrayView cell)
{
    const auto mayBeBlank = [](char c) { return uchar(c) <= ' '; };
    return !cell.isEmpty() && (mayBeBlank(cell.front()) || mayBeBlank(cell.back())) ? cell.trimmed() : cell;
}

} // namespace

CsvRow::Fault CsvRow::split(QByteArrayView text, char separator)
{
    m_cells.clear();
    const bool hasQuotes = text.contains(quote);
    if (hasQuotes) {
        m_unquoted.clear();
        m_unquoted.reserve(text.size()); // so that it stays where it is
    }
    for (;;) {
        QByteArrayView cell = text;
        const QByteArrayView start = hasQuotes ? withoutSpaces(text) : QByteArrayView();
        if (start.startsWith(quote)) {
            text = start;
            if (!takeQuoted(&text, &cell))
                return Fault::Unclosed;
            if (!text.isEmpty() && text.front() != separator)
                return Fault::TextBehindQuote;
        } else {
            // Cells are short: a loop is done before a call of memchr() would be.
            cell = text.first(std::find(text.begin(), text.end(), separator) - text.begin());
            text = text.sliced(cell.size());
        }
        m_cells.push_back(withoutBlanks(cell));
        if (text.isEmpty())
            return Fault::None;
        text = text.sliced(1);
    }
}

/// The text begins with quotes; what follows the field remains of it.
bool CsvRow::takeQuoted(QByteArrayView *text, QByteArrayView *cell)
{
    const qsizetype start = m_unquoted.size();
    QByteArrayView rest = text->sliced(1);
    for (;;) {
        const qsizetype size = rest.indexOf(quote);
        if (size < 0)
            return false;
        m_unquoted.append(rest.first(size));
        rest = rest.sliced(size + 1);
        if (!rest.startsWith(quote))
            break;
        m_unquoted.append(quote);
        rest = rest.sliced(1);
    }
    *cell = QByteArrayView(m_unquoted).sliced(start);
    *text = withoutSpaces(rest);
    return true;
}

bool isNothing(QByteArrayView cell)
{
    constexpr std::array<QByteArrayView, 6> words{"null", "nan", "n/a", "na", "none", "#n/a"};
    constexpr qsizetype longest = 4;
    if (cell.isEmpty() || cell == "-")
        return true;
    const char first = cell.front(); // by which nearly all are known to be something
    return (first == 'n' || first == 'N' || first == '#') && cell.size() <= longest
        && std::ranges::any_of(words,
                               [&](QByteArrayView word) { return cell.compare(word, Qt::CaseInsensitive) == 0; });
}

} // namespace ticker
