// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/skipped_lines.h"

#include <algorithm>
#include <numeric>

namespace ticker {

void SkippedLines::noteLine()
{
    if (m_lines % linesOfBlock == 0)
        m_blocks[m_lines / linesOfBlock % m_blocks.size()] = 0;
    ++m_lines;
}

void SkippedLines::noteBad(const TickFileError &error, QByteArrayView text)
{
    noteLine();
    noteBadAfterAll(error, text);
}

void SkippedLines::noteBadAfterAll(const TickFileError &error, QByteArrayView text)
{
    ++m_count;
    ++m_blocks[(m_lines - 1) / linesOfBlock % m_blocks.size()];
    const auto isAlike = [&](const Kind &kind) { return kind.key == error.message.key() && kind.field == error.field; };
    auto kind = std::ranges::find_if(m_kinds, isAlike);
    if (kind == m_kinds.end() && m_kinds.size() < mostKinds)
        kind = m_kinds.insert(kind,
                              {error.message.key(),
                               error.field,
                               0,
                               {error.text(), error.line},
                               error.reason(),
                               text.first(std::min(text.size(), mostTextBytes)).toByteArray()});
    ++(kind == m_kinds.end() ? m_kinds.back() : *kind).count;
}

bool SkippedLines::areTooMany() const
{
    if (m_lines <= linesOfBlock && m_count > mostAtStart)
        return true;
    return std::accumulate(m_blocks.begin(), m_blocks.end(), quint64(0)) > mostInARow;
}

LocalizedText SkippedLines::summary() const
{
    if (m_count == 0)
        return {};
    return LocalizedText::tr("%1 of %2 lines left out, the first one: %3")
        .arg(qint64(m_count))
        .arg(qint64(m_lines))
        .arg(m_kinds.front().first.message);
}

} // namespace ticker
