// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/line_sorter.h"

#include "row_order/merged_lines.h"
#include "row_order/sorted_line.h"

#include <algorithm>
#include <utility>

namespace ticker {

std::optional<LocalizedText> LineSorter::add(qint64 timeNs, quint64 number, QByteArrayView text)
{
    constexpr std::size_t bytesOfLine = 16; // short lines must not need more for themselves than for their text
    if (m_text.size() + text.size() > m_bytesAtOnce || m_lines.size() * bytesOfLine > std::size_t(m_bytesAtOnce)) {
        if (auto why = writePiece())
            return why;
    }
    m_lines.push_back({timeNs, number, quint32(m_text.size()), quint32(text.size())});
    m_text.append(text);
    constexpr quint64 bytesAround = 8; // number, colon and end
    m_size += quint64(text.size()) + bytesAround;
    return std::nullopt;
}

void LineSorter::sortPiece()
{
    const bool isReversed = m_ties == Ties::Reversed;
    if (isReversed)
        std::reverse(m_lines.begin(), m_lines.end());
    const auto isBefore = [](const Line &one, const Line &other) { return one.timeNs < other.timeNs; };
    if (!std::is_sorted(m_lines.begin(), m_lines.end(), isBefore))
        std::stable_sort(m_lines.begin(), m_lines.end(), isBefore);
}

std::optional<LocalizedText> LineSorter::writePiece()
{
    constexpr qsizetype enough = 1024 * 1024;
    sortPiece();
    std::optional<LocalizedText> why;
    m_block.resize(0);
    for (const Line &line : m_lines) {
        const SortedLine head{line.timeNs, line.number, line.size};
        m_block.append(reinterpret_cast<const char *>(&head), sizeof head);
        m_block.append(QByteArrayView(m_text).sliced(line.offset, line.size));
        if (m_block.size() < enough)
            continue;
        if ((why = m_file->append(std::exchange(m_block, {}))))
            return why;
        m_block.reserve(enough + enough / 16);
    }
    why = m_file->append(m_block);
    m_ends.push_back(m_file->size());
    m_lines.clear();
    m_text.resize(0);
    return why;
}

Expected<std::unique_ptr<InputStream>, LocalizedText> LineSorter::finish()
{
    if (!m_lines.empty()) {
        if (auto why = writePiece())
            return *why;
    }
    m_text = {};
    m_block = {};
    m_lines = {};
    return std::unique_ptr<InputStream>(
        std::make_unique<MergedLines>(std::move(m_file), m_ends, m_ties == Ties::Reversed));
}

} // namespace ticker
