// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "file_streams/input_stream.h"
#include "file_streams/temporary_file.h"
#include "localized_text.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace ticker {

/// What a stream gives, kept in a temporary file as far as it was read, so that any place of it can be read again. One
/// thread; part of ReplayFile.
class ReplaySpool final
{
public:
    /// The size is that of the file that the stream unpacks; 0: nobody knows.
    ReplaySpool(std::unique_ptr<InputStream> stream, quint64 fileBytes);

    /// Reads the stream until there are bytes behind this offset, and returns at most so many of them. Empty: there are none
    /// (isAtEnd()), or none yet. An error, a sentence, comes behind all that could be read.
    [[nodiscard]] Expected<QByteArray, LocalizedText> readAt(quint64 offset, qsizetype most);
    /// All of the stream is in the file.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// Of the stream: what it had so far or, by the bytes of the file, will have.
    [[nodiscard]] quint64 size() const;

private:
    [[nodiscard]] std::optional<LocalizedText> readMore();

    std::unique_ptr<InputStream> m_stream;
    quint64 m_fileBytes;
    TemporaryFile m_file;
    bool m_isAtEnd = false;
    bool m_isWaiting = false; ///< The stream had nothing the last time.
    std::optional<LocalizedText> m_error;
    QByteArray m_piece;
};

} // namespace ticker
