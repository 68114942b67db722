// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_codec/chunked_reader.h"

#include "http_codec/http_characters.h"

#include <boost/beast/http/chunk_encode.hpp>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

constexpr QByteArrayView lineBreak = "\r\n";
constexpr qsizetype mostSizeDigits = 16; // as many as 64 bits have
constexpr int hexadecimal = 16;
constexpr const char *tooMuchExtra = "The request body has too much beside its content.";

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isWellFormedExtension(QByteArrayView text)
{
    boost::system::error_code ec;
    boost::beast::http::chunk_extensions().parse({text.data(), std::size_t(text.size())}, ec);
    return !ec;
}

} // namespace

qsizetype ChunkedReader::read(QByteArrayView bytes, QByteArray *body)
{
    const qsizetype available = bytes.size();
    while (!bytes.isEmpty() && !isDone() && !m_error) {
        if (m_state == State::Content)
            readContent(&bytes, body);
        else
            readLine(&bytes, body->size());
    }
    return available - bytes.size();
}

void ChunkedReader::readContent(QByteArrayView *bytes, QByteArray *body)
{
    const auto count = qsizetype(std::min(m_contentLeft, quint64(bytes->size())));
    body->append(bytes->first(count));
    *bytes = bytes->sliced(count);
    m_contentLeft -= quint64(count);
    if (m_contentLeft == 0)
        m_state = State::ContentEnd;
}

/// A line that is too long is refused at the same byte, whether its end is there or not.
void ChunkedReader::readLine(QByteArrayView *bytes, qsizetype bodyBytes)
{
    const qsizetype end = bytes->indexOf('\n');
    const QByteArrayView part = end < 0 ? *bytes : bytes->first(end + 1);
    if (m_line.size() + part.size() > longestLine()) {
        if (m_state == State::ContentEnd)
            return fail(400, "A chunk of the request body does not end where it should.");
        return fail(m_state == State::Trailer ? 431 : 413, tooMuchExtra);
    }
    *bytes = bytes->sliced(part.size());
    if (end < 0)
        m_line.append(part);
    else if (m_line.isEmpty())
        lineRead(part, bodyBytes);
    else
        lineRead(std::exchange(m_line, {}).append(part), bodyBytes);
}

qsizetype ChunkedReader::longestLine() const
{
    if (m_state == State::ContentEnd)
        return lineBreak.size();
    const qsizetype extra = std::max<qsizetype>(0, m_limits.extraBytes - m_extraBytes);
    return lineBreak.size() + extra + (m_state == State::Size ? mostSizeDigits : 0);
}

void ChunkedReader::lineRead(QByteArrayView line, qsizetype bodyBytes)
{
    if (!line.endsWith(lineBreak))
        return fail(400, "A line of the request body ends without a carriage return.");
    line.chop(lineBreak.size());
    if (std::any_of(line.cbegin(), line.cend(), isControlCharacter))
        return fail(400, "The request body has a control character beside its content.");
    switch (m_state) {
    case State::Size:
        return sizeRead(line, bodyBytes);
    case State::ContentEnd:
        m_state = State::Size;
        return;
    case State::Trailer:
        return trailerRead(line);
    case State::Content:
    case State::Done:
        Q_UNREACHABLE();
    }
}

void ChunkedReader::sizeRead(QByteArrayView line, qsizetype bodyBytes)
{
    const auto digitsEnd = std::find_if_not(line.cbegin(), line.cend(), isHexDigit);
    const QByteArrayView digits = line.first(digitsEnd - line.cbegin());
    const QByteArrayView extension = line.sliced(digits.size());
    if (digits.isEmpty() || digits.size() > mostSizeDigits)
        return fail(400, "The size of a chunk is malformed.");
    if (!extension.isEmpty() && !isWellFormedExtension(extension))
        return fail(400, "The extension of a chunk is malformed.");
    m_extraBytes += extension.size();
    if (m_extraBytes > m_limits.extraBytes)
        return fail(413, tooMuchExtra);
    m_contentLeft = digits.toULongLong(nullptr, hexadecimal);
    if (m_contentLeft > quint64(m_limits.bodyBytes - bodyBytes))
        return fail(413, "The request body is too large.");
    m_state = m_contentLeft == 0 ? State::Trailer : State::Content;
}

/// The fields are dropped: nothing here asks for them, and none may change what the head has said.
void ChunkedReader::trailerRead(QByteArrayView line)
{
    if (line.isEmpty()) {
        m_state = State::Done;
        return;
    }
    m_extraBytes += line.size() + lineBreak.size();
    const qsizetype colon = line.indexOf(':');
    if (colon < 0 || !isToken(line.first(colon)))
        return fail(400, "A trailer field of the request body is malformed.");
}

void ChunkedReader::fail(int status, const QByteArray &text)
{
    m_line = {};
    m_error = HttpError{status, text};
}

} // namespace ticker
