// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "row_order/merged_lines.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace ticker {

namespace {

/// Of all cursors together.
constexpr qsizetype memoryBytes = 16 * 1024 * 1024;
constexpr qsizetype leastBufferBytes = 4 * 1024;
constexpr qsizetype mostBufferBytes = 256 * 1024;

} // namespace

MergedLines::MergedLines(std::unique_ptr<TemporaryFile> file, const std::vector<quint64> &ends, bool isReversed)
    : m_file(std::move(file)), m_cursors(ends.size())
{
    quint64 from = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        m_cursors[i].offset = from;
        m_cursors[i].end = from = ends[i];
        m_cursors[i].order = isReversed ? -int(i) : int(i);
    }
    m_bufferBytes = std::clamp(memoryBytes / std::max<qsizetype>(qsizetype(ends.size()), 1), leastBufferBytes,
                               mostBufferBytes);
}

MergedLines::~MergedLines() = default;

void MergedLines::start()
{
    for (Cursor &cursor : m_cursors) {
        if (advance(&cursor))
            m_heap.push_back(&cursor);
    }
}

/// To the next line; false: there is none, or m_error says why it cannot be read.
bool MergedLines::advance(Cursor *cursor)
{
    cursor->at += qsizetype(cursor->line.textBytes);
    cursor->line = {};
    if (cursor->at == cursor->buffer.size() && cursor->offset == cursor->end)
        return false;
    if (!fill(cursor, qsizetype(sizeof cursor->line)))
        return false;
    std::memcpy(&cursor->line, cursor->buffer.constData() + cursor->at, sizeof cursor->line);
    cursor->at += qsizetype(sizeof cursor->line);
    return fill(cursor, qsizetype(cursor->line.textBytes));
}

/// So many bytes from here on are in the buffer then.
bool MergedLines::fill(Cursor *cursor, qsizetype bytes)
{
    if (cursor->buffer.size() - cursor->at >= bytes)
        return true;
    cursor->buffer.remove(0, cursor->at);
    cursor->at = 0;
    const qsizetype wanted = std::max(m_bufferBytes, bytes - cursor->buffer.size());
    const auto more = m_file->readAt(cursor->offset,
                                     qsizetype(std::min<quint64>(quint64(wanted), cursor->end - cursor->offset)));
    if (!more) {
        m_error = more.error();
        return false;
    }
    cursor->buffer.append(*more);
    cursor->offset += quint64(more->size());
    Q_ASSERT(cursor->buffer.size() >= bytes); // a LineSorter wrote all of it
    return true;
}

Expected<InputStream::Piece, LocalizedText> MergedLines::read(QByteArray *bytes)
{
    const auto isAfter = [](const Cursor *one, const Cursor *other) {
        return one->line.timeNs != other->line.timeNs ? one->line.timeNs > other->line.timeNs
                                                      : one->order > other->order;
    };
    if (!std::exchange(m_isStarted, true)) {
        start();
        std::make_heap(m_heap.begin(), m_heap.end(), isAfter);
    }
    const qsizetype before = bytes->size();
    constexpr qsizetype numberBytes = 24; // with colon and line end
    while (!m_error && !m_heap.empty()) {
        Cursor *const first = m_heap.front();
        const auto size = qsizetype(first->line.textBytes);
        if (bytes->size() - before + size + numberBytes > mostBytesOfPiece)
            return Piece::Some;
        std::array<char, numberBytes> number{};
        const auto end = std::to_chars(number.begin(), number.end(), first->line.number).ptr;
        bytes->append(QByteArrayView(number.data(), end - number.data())).append(':');
        bytes->append(QByteArrayView(first->buffer).sliced(first->at, size)).append('\n');
        m_read += quint64(size);
        std::pop_heap(m_heap.begin(), m_heap.end(), isAfter);
        if (advance(first))
            std::push_heap(m_heap.begin(), m_heap.end(), isAfter);
        else
            m_heap.pop_back();
    }
    if (m_error)
        return *m_error;
    return bytes->size() > before ? Piece::Some : Piece::End;
}

} // namespace ticker
