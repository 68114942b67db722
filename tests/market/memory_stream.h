// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <QByteArray>

#include <algorithm>

namespace ticker {

/// Bytes that come in pieces, before each of which nothing has come yet.
class MemoryStream final : public InputStream
{
public:
    explicit MemoryStream(QByteArray bytes, qsizetype pieceBytes = mostBytesOfPiece)
        : m_bytes(std::move(bytes)), m_pieceBytes(pieceBytes)
    {
    }

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override
    {
        m_isWaiting = !m_isWaiting;
        if (m_isWaiting)
            return Piece::NotYet;
        const qsizetype size = std::min(m_pieceBytes, m_bytes.size() - m_at);
        bytes->append(QByteArrayView(m_bytes).sliced(m_at, size));
        m_at += size;
        return size > 0 ? Piece::Some : Piece::End;
    }
    [[nodiscard]] quint64 bytesOfFile() const override { return quint64(m_at); }

private:
    QByteArray m_bytes;
    qsizetype m_pieceBytes;
    qsizetype m_at = 0;
    bool m_isWaiting = false;
};

/// All that a stream gives, and behind an exclamation mark why there is no more.
inline QByteArray readAllOf(InputStream &stream)
{
    QByteArray bytes;
    for (;;) {
        const qsizetype before = bytes.size();
        const auto piece = stream.read(&bytes);
        if (bytes.size() - before > InputStream::mostBytesOfPiece)
            qFatal("a piece of %lld bytes", qint64(bytes.size() - before));
        if (!piece)
            return bytes + "! " + piece.error().english().toUtf8();
        if (*piece == InputStream::Piece::End)
            return bytes;
    }
}

} // namespace ticker
