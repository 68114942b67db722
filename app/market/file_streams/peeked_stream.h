// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "file_streams/input_stream.h"

#include <QByteArrayView>

#include <algorithm>
#include <utility>

namespace ticker {

/// A stream whose start has been looked at, and comes again. One thread.
class PeekedStream final : public InputStream
{
public:
    PeekedStream(QByteArray start, std::unique_ptr<InputStream> rest)
        : m_start(std::move(start)), m_rest(std::move(rest))
    {
    }

    [[nodiscard]] Expected<Piece, LocalizedText> read(QByteArray *bytes) override
    {
        if (m_start.isEmpty())
            return m_rest->read(bytes);
        const qsizetype size = std::min(m_start.size(), mostBytesOfPiece);
        bytes->append(QByteArrayView(m_start).first(size));
        m_start.remove(0, size);
        return Piece::Some;
    }
    [[nodiscard]] quint64 bytesOfFile() const override { return m_rest->bytesOfFile(); }

private:
    QByteArray m_start;
    std::unique_ptr<InputStream> m_rest;
};

} // namespace ticker
