// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_rows/json_cursor.h"

namespace ticker {

char JsonCursor::peek()
{
    const auto isBetween = [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
    };
    while (m_at < m_text.size() && isBetween(m_text[m_at]))
        ++m_at;
    return atEnd() ? '\0' : m_text[m_at];
}

QByteArrayView JsonCursor::takeString()
{
    const qsizetype from = ++m_at; // behind the mark
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    if (atEnd())
        return {};
    return m_text.sliced(from, m_at++ - from);
}

bool JsonCursor::skipValue()
{
    int depth = 0;
    do {
        switch (peek()) {
        case '\0':
            return false;
        case '"':
            (void)takeString();
            break;
        case '{':
        case '[':
            ++depth;
            step();
            break;
        case '}':
        case ']':
            --depth;
            step();
            break;
        default: // a number or a word
            while (!atEnd() && !QByteArrayView(" \t\r\n,:{}[]\"").contains(m_text[m_at]))
                step();
        }
    } while (depth > 0);
    return !atEnd() || depth == 0;
}

} // namespace ticker
