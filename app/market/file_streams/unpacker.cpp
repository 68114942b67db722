// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "file_streams/unpacker.h"

namespace ticker {

Expected<InputStream::Piece, LocalizedText> Unpacker::read(QByteArray *bytes)
{
    if (m_error)
        return *m_error;
    const qsizetype before = bytes->size();
    while (!m_isFinished) {
        if (m_taken < m_input.size()) {
            const auto taken = unpack(QByteArrayView(m_input).sliced(m_taken), bytes);
            if (!taken)
                return fail(taken.error());
            m_taken += *taken;
            if (bytes->size() > before)
                return Piece::Some;
            if (*taken > 0)
                continue;
        }
        m_input.remove(0, m_taken);
        m_taken = 0;
        const auto piece = m_source->read(&m_input);
        if (!piece)
            return fail(piece.error());
        if (*piece == Piece::NotYet)
            return Piece::NotYet;
        if (*piece == Piece::Some)
            continue;
        m_isFinished = true;
        if (const auto why = finish(m_input, bytes))
            return fail(*why);
        if (bytes->size() > before)
            return Piece::Some;
    }
    return Piece::End;
}

Expected<InputStream::Piece, LocalizedText> Unpacker::fail(const LocalizedText &why)
{
    m_error = why;
    return why;
}

} // namespace ticker
