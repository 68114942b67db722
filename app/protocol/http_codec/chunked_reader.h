// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace ticker {

/// Reads the body of a request that comes in chunks (RFC 9112, 7.1), strictly. Extensions and trailer fields are checked
/// and dropped. Takes time linear in the bytes, and keeps no more than one unfinished line beside the body. Pure: bytes
/// in, value or error out, the same however the bytes are cut. Owned by the reader of requests.
class ChunkedReader final
{
public:
    struct Limits final
    {
        qsizetype bodyBytes = 0;
        /// Of what is neither content nor needed to tell where it ends: extensions and trailer fields of the whole body.
        qsizetype extraBytes = 0;
    };

    explicit ChunkedReader(const Limits &limits) : m_limits(limits) { }

    /// Takes bytes and appends the content among them to the body. Returns how many it took: all of them unless the body
    /// is done, or cannot be read, which is final.
    [[nodiscard]] qsizetype read(QByteArrayView bytes, QByteArray *body);
    [[nodiscard]] bool isDone() const { return m_state == State::Done; }
    [[nodiscard]] const std::optional<HttpError> &error() const { return m_error; }
    /// What waits for the end of a line.
    [[nodiscard]] qsizetype bufferedBytes() const { return m_line.size(); }

private:
    enum class State : quint8 { Size, Content, ContentEnd, Trailer, Done };

    void readContent(QByteArrayView *bytes, QByteArray *body);
    void readLine(QByteArrayView *bytes, qsizetype bodyBytes);
    [[nodiscard]] qsizetype longestLine() const;
    void lineRead(QByteArrayView line, qsizetype bodyBytes);
    void sizeRead(QByteArrayView line, qsizetype bodyBytes);
    void trailerRead(QByteArrayView line);
    void fail(int status, const QByteArray &text);

    Limits m_limits;
    QByteArray m_line;         ///< The beginning of a line that is not whole.
    quint64 m_contentLeft = 0; ///< Of the chunk that is being read.
    qsizetype m_extraBytes = 0;
    State m_state = State::Size;
    std::optional<HttpError> m_error;
};

} // namespace ticker
