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
///
/// Of a stream that may never end, only so much is kept. What comes behind that can be read once, by one reader; then
/// nothing can be read again.
class ReplaySpool final
{
public:
    /// Of a stream that may never end.
    static constexpr quint64 mostBytesKept = quint64(4) * 1024 * 1024 * 1024;

    /// The size is that of the file that the stream unpacks; 0: nobody knows.
    ReplaySpool(std::unique_ptr<InputStream> stream, quint64 fileBytes);
    /// Of a stream that may never end.
    struct Endless final
    {
        quint64 mostKept = mostBytesKept;
    };
    ReplaySpool(std::unique_ptr<InputStream> stream, const Endless &endless);

    /// Reads the stream until there are bytes behind this offset, and returns at most so many of them. Empty: there are none
    /// (isAtEnd()), or none yet (isWaiting()). An error, a sentence, comes behind all that could be read.
    [[nodiscard]] Expected<QByteArray, LocalizedText> readAt(quint64 offset, qsizetype most);
    /// All of the stream was read.
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }
    /// The last readAt() ended because nothing more has come yet.
    [[nodiscard]] bool isWaiting() const { return m_isWaiting; }
    /// The bytes that the stream has read.
    [[nodiscard]] quint64 bytesOfFile() const { return m_stream->bytesOfFile(); }
    /// Of the stream: what it had so far or, by the bytes of the file, will have.
    [[nodiscard]] quint64 size() const;

private:
    [[nodiscard]] std::optional<LocalizedText> readMore();
    [[nodiscard]] bool keepsOn() const;
    [[nodiscard]] Expected<QByteArray, LocalizedText> readOn(quint64 offset);

    std::unique_ptr<InputStream> m_stream;
    quint64 m_fileBytes;
    std::optional<quint64> m_mostKept;   ///< Nothing: all is kept, or it is an error.
    std::optional<TemporaryFile> m_file; ///< Nothing: the limit was passed.
    quint64 m_passed = 0;                ///< Then, what was read.
    QByteArray m_notKept;                ///< It was read, but could not be written.
    bool m_isAtEnd = false;
    bool m_isWaiting = false; ///< The stream had nothing the last time.
    std::optional<LocalizedText> m_error;
    QByteArray m_piece;
};

} // namespace ticker
