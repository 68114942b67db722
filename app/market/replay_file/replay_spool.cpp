// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay_file/replay_spool.h"

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ticker {

ReplaySpool::ReplaySpool(std::unique_ptr<InputStream> stream, quint64 fileBytes)
    : m_stream(std::move(stream)), m_fileBytes(fileBytes)
{
}

Expected<QByteArray, LocalizedText> ReplaySpool::readAt(quint64 offset, qsizetype most)
{
    m_isWaiting = false;
    while (m_file.size() < offset + quint64(most) && !m_isAtEnd && !m_isWaiting && !m_error)
        m_error = readMore();
    if (m_file.size() <= offset)
        return m_error ? Expected<QByteArray, LocalizedText>(*m_error) : QByteArray();
    const QByteArray bytes = m_file.readAt(offset, most);
    if (bytes.isEmpty())
        return LocalizedText::tr("The temporary file cannot be read: %1.").arg(qt_error_string(errno));
    return bytes;
}

std::optional<LocalizedText> ReplaySpool::readMore()
{
    m_piece.resize(0);
    const auto piece = m_stream->read(&m_piece);
    // What came before something is found to be wrong is kept, too.
    if (!m_piece.isEmpty()) {
        if (auto why = m_file.append(m_piece))
            return why;
    }
    if (!piece)
        return piece.error();
    m_isAtEnd = *piece == InputStream::Piece::End;
    m_isWaiting = *piece == InputStream::Piece::NotYet;
    return std::nullopt;
}

quint64 ReplaySpool::size() const
{
    const quint64 read = m_stream->bytesOfFile();
    const quint64 kept = m_file.size();
    if (m_isAtEnd || read == 0 || m_fileBytes == 0)
        return kept;
    return std::max(kept, quint64(double(kept) * double(m_fileBytes) / double(read)));
}

} // namespace ticker
