// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_spool.h"

#include <algorithm>
#include <utility>

namespace ticker {

ReplaySpool::ReplaySpool(std::unique_ptr<InputStream> stream, quint64 fileBytes)
    : m_stream(std::move(stream)), m_fileBytes(fileBytes), m_file(std::in_place)
{
}

ReplaySpool::ReplaySpool(std::unique_ptr<InputStream> stream, const Endless &endless)
    : m_stream(std::move(stream)), m_fileBytes(0), m_mostKept(endless.mostKept), m_file(std::in_place)
{
}

Expected<QByteArray, LocalizedText> ReplaySpool::readAt(quint64 offset, qsizetype most)
{
    m_isWaiting = false;
    while (keepsOn() && m_file->size() < offset + quint64(most) && !m_isAtEnd && !m_isWaiting && !m_error)
        m_error = readMore();
    if (!m_file || (m_file->size() <= offset && !keepsOn()))
        return readOn(offset);
    if (m_file->size() <= offset)
        return m_error ? Expected<QByteArray, LocalizedText>(*m_error) : QByteArray();
    return m_file->readAt(offset, most);
}

/// What is read goes into the file.
bool ReplaySpool::keepsOn() const
{
    return m_file && m_notKept.isEmpty() && (!m_mostKept || m_file->size() < *m_mostKept);
}

std::optional<LocalizedText> ReplaySpool::readMore()
{
    constexpr quint64 startBytes = 16 * 1024 * 1024; // which is read more than once in any case
    m_piece.resize(0);
    const auto piece = m_stream->read(&m_piece);
    // What came before something is found to be wrong is kept, too.
    if (!m_piece.isEmpty()) {
        auto why = m_file->append(m_piece);
        if (why && (!m_mostKept || m_file->size() < startBytes))
            return why;
        if (why)
            m_notKept = m_piece;
    }
    if (!piece)
        return piece.error();
    m_isAtEnd = *piece == InputStream::Piece::End;
    m_isWaiting = *piece == InputStream::Piece::NotYet;
    return std::nullopt;
}

/// Behind what was kept, which is given up: nobody can play it again without what comes now.
Expected<QByteArray, LocalizedText> ReplaySpool::readOn(quint64 offset)
{
    if (m_file)
        m_passed = m_file->size();
    m_file.reset();
    if (offset != m_passed)
        return LocalizedText::tr("It cannot be played again: more came through the pipe than is kept.");
    QByteArray bytes = std::exchange(m_notKept, {});
    if (bytes.isEmpty() && !m_error && !m_isAtEnd) {
        const auto piece = m_stream->read(&bytes);
        m_isAtEnd = piece && *piece == InputStream::Piece::End;
        m_isWaiting = piece && *piece == InputStream::Piece::NotYet;
        if (!piece)
            m_error = piece.error();
    }
    m_passed += quint64(bytes.size());
    if (bytes.isEmpty() && m_error)
        return *m_error;
    return bytes;
}

quint64 ReplaySpool::size() const
{
    const quint64 read = m_stream->bytesOfFile();
    const quint64 kept = m_file ? m_file->size() : m_passed;
    if (m_isAtEnd || read == 0 || m_fileBytes == 0)
        return kept;
    return std::max(kept, quint64(double(kept) * double(m_fileBytes) / double(read)));
}

} // namespace ticker
