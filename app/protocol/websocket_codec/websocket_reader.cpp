// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "websocket_codec/websocket_reader.h"

#include "websocket_codec/websocket_frame.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace ticker {

namespace {

// RFC 6455, 5.2: the header's first two bytes.
constexpr quint8 finBit = 0x80;
constexpr quint8 reservedBits = 0x70;
constexpr quint8 opcodeBits = 0x0f;
constexpr quint8 controlBit = 0x08; // of the opcode
constexpr quint8 maskBit = 0x80;
constexpr quint8 lengthBits = 0x7f;
constexpr quint8 lengthOf16Bits = 126; // what stands in place of a length that follows
constexpr quint8 lengthOf64Bits = 127;
constexpr qsizetype startBytes = 2;
constexpr qsizetype maskBytes = 4;
constexpr Opcode continuation{0x0};

constexpr quint8 mostControlBytes = 125; // RFC 6455, 5.5
constexpr qsizetype closeCodeBytes = sizeof(quint16);

using Code = WebSocketError::Code;
using Kind = WebSocketMessage::Kind;

/// RFC 6455, 7.4.1.
constexpr WebSocketError errorOf(Code code)
{
    switch (code) {
    case Code::InvalidUtf8:
        return {code, 1007};
    case Code::TooManyFragments:
        return {code, 1008};
    case Code::MessageTooBig:
        return {code, 1009};
    default:
        return {code, 1002};
    }
}

/// RFC 6455, 7.4, with what was registered since (1012 to 1014). 1004 to 1006 and 1015 are never sent.
bool isValidCloseCode(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

qsizetype longerLengthBytes(quint8 length)
{
    if (length == lengthOf16Bits)
        return sizeof(quint16);
    return length == lengthOf64Bits ? sizeof(quint64) : 0;
}

/// Appends part of a payload, whose first byte is the offset-th of the whole (RFC 6455, 5.3): a word at a time, which
/// the compiler turns into vectors.
void appendUnmasked(QByteArray *target, QByteArrayView masked, const char *mask, qsizetype offset)
{
    constexpr qsizetype wordBytes = sizeof(quint64);
    char turned[wordBytes];
    for (qsizetype i = 0; i < wordBytes; ++i)
        turned[i] = mask[(offset + i) % maskBytes];
    quint64 wordMask = 0;
    std::memcpy(&wordMask, turned, wordBytes);

    const qsizetype size = target->size();
    target->resize(size + masked.size()); // more capacity than asked for, so that many small parts take linear time
    char *to = target->data() + size;
    const char *from = masked.data();
    qsizetype i = 0;
    for (; i + wordBytes <= masked.size(); i += wordBytes) {
        quint64 word = 0;
        std::memcpy(&word, from + i, wordBytes);
        word ^= wordMask;
        std::memcpy(to + i, &word, wordBytes);
    }
    for (; i < masked.size(); ++i)
        to[i] = char(from[i] ^ turned[i % wordBytes]);
}

} // namespace

WebSocketReader::WebSocketReader(qsizetype maxMessageBytes) : m_maxMessageBytes(maxMessageBytes)
{
    Q_ASSERT(maxMessageBytes >= 0);
}

void WebSocketReader::append(QByteArrayView bytes)
{
    if (m_rest.isEmpty())
        bytes = bytes.sliced(read(bytes)); // straight to where it belongs
    if (bytes.isEmpty() || m_closed || m_error)
        return;
    if (m_restStart > m_rest.size() / 2) {
        m_rest.remove(0, m_restStart);
        m_restStart = 0;
    }
    m_rest.append(bytes);
}

Expected<std::optional<WebSocketMessage>, WebSocketError> WebSocketReader::next()
{
    if (!m_rest.isEmpty()) {
        m_restStart += read(QByteArrayView(m_rest).sliced(m_restStart));
        if (m_restStart >= m_rest.size() || m_closed || m_error) {
            m_rest = {};
            m_restStart = 0;
        }
    }
    if (m_error)
        return *m_error;
    return std::exchange(m_ready, std::nullopt);
}

qsizetype WebSocketReader::bufferedBytes() const
{
    const qsizetype ready = m_ready ? m_ready->data.size() : 0;
    return ready + m_headBytes + m_message.size() + m_control.size() + m_rest.size() - m_restStart;
}

/// Reads up to the end of the first message that becomes whole. Returns how many bytes it took.
qsizetype WebSocketReader::read(QByteArrayView bytes)
{
    const qsizetype available = bytes.size();
    while (!bytes.isEmpty() && !m_ready && !m_closed && !m_error) {
        if (!m_inPayload)
            readHead(&bytes);
        if (m_inPayload)
            readPayload(&bytes);
    }
    return available - bytes.size();
}

/// Each part of the header is judged as soon as it is whole, so that nothing is waited for in vain. What was judged
/// before is judged again when the next part comes in another piece: the answer is the same.
void WebSocketReader::readHead(QByteArrayView *bytes)
{
    if (!gatherHead(bytes, startBytes))
        return;
    if (const auto error = judgeStart())
        return fail(*error);
    const qsizetype lengthEnd = startBytes + longerLengthBytes(m_head[1] & lengthBits);
    if (!gatherHead(bytes, lengthEnd))
        return;
    if (const auto error = judgeLength())
        return fail(*error);
    if (gatherHead(bytes, lengthEnd + maskBytes))
        beginPayload();
}

/// Whether the first bytes of the header are there, up to that end.
bool WebSocketReader::gatherHead(QByteArrayView *bytes, qsizetype end)
{
    const qsizetype count = std::clamp<qsizetype>(end - m_headBytes, 0, bytes->size());
    std::copy_n(bytes->data(), count, m_head.data() + m_headBytes);
    m_headBytes += quint8(count);
    *bytes = bytes->sliced(count);
    return m_headBytes >= end;
}

std::optional<WebSocketError> WebSocketReader::judgeStart() const
{
    const auto first = quint8(m_head[0]);
    const auto second = quint8(m_head[1]);
    const quint8 length = second & lengthBits;
    if ((first & reservedBits) != 0)
        return errorOf(Code::ReservedBits);
    const Opcode opcode{quint8(first & opcodeBits)};
    if (isControl()) {
        if (opcode > Opcode::Pong)
            return errorOf(Code::InvalidOpcode);
        if ((first & finBit) == 0)
            return errorOf(Code::FragmentedControl);
        if (length > mostControlBytes || (opcode == Opcode::Close && length == 1))
            return errorOf(Code::ControlLength);
    } else if (opcode > Opcode::Binary || (opcode == continuation) != (m_fragments > 0)) {
        return errorOf(Code::InvalidOpcode);
    }
    if ((second & maskBit) == 0)
        return errorOf(Code::NotMasked);
    return std::nullopt;
}

std::optional<WebSocketError> WebSocketReader::judgeLength() const
{
    if (isControl())
        return std::nullopt;
    // A length whose highest bit is set, which RFC 6455, 5.2, forbids, is only too big for the reference server too.
    if (payloadLength() > quint64(m_maxMessageBytes - m_message.size()))
        return errorOf(Code::MessageTooBig);
    if (m_fragments == maxFragments)
        return errorOf(Code::TooManyFragments);
    return std::nullopt;
}

bool WebSocketReader::isControl() const
{
    return (quint8(m_head[0]) & controlBit) != 0;
}

quint64 WebSocketReader::payloadLength() const
{
    const quint8 length = quint8(m_head[1]) & lengthBits;
    const char *longer = m_head.data() + startBytes;
    if (length == lengthOf16Bits)
        return qFromBigEndian<quint16>(longer);
    return length == lengthOf64Bits ? qFromBigEndian<quint64>(longer) : length;
}

void WebSocketReader::beginPayload()
{
    m_inPayload = true;
    m_payloadBytes = qsizetype(payloadLength());
    m_payloadRead = 0;
    if (isControl())
        return;
    if (m_fragments == 0)
        m_kind = (quint8(m_head[0]) & opcodeBits) == quint8(Opcode::Text) ? Kind::Text : Kind::Binary;
    ++m_fragments;
}

void WebSocketReader::readPayload(QByteArrayView *bytes)
{
    const qsizetype count = std::min(m_payloadBytes - m_payloadRead, bytes->size());
    if (count > 0) {
        const char *mask = m_head.data() + m_headBytes - maskBytes;
        appendUnmasked(isControl() ? &m_control : &m_message, bytes->first(count), mask, m_payloadRead);
        m_payloadRead += count;
        *bytes = bytes->sliced(count);
    }
    if (m_payloadRead == m_payloadBytes)
        finishFrame();
}

void WebSocketReader::finishFrame()
{
    m_inPayload = false;
    m_headBytes = 0;
    if (isControl())
        finishControl();
    else if ((quint8(m_head[0]) & finBit) != 0)
        finishMessage();
}

void WebSocketReader::finishControl()
{
    QByteArray data = std::exchange(m_control, {});
    const Opcode opcode{quint8(quint8(m_head[0]) & opcodeBits)};
    if (opcode != Opcode::Close) {
        m_ready = WebSocketMessage{opcode == Opcode::Ping ? Kind::Ping : Kind::Pong, std::move(data)};
        return;
    }
    WebSocketMessage close{Kind::Close, {}};
    if (!data.isEmpty()) {
        close.closeCode = qFromBigEndian<quint16>(data.constData());
        close.data = data.sliced(closeCodeBytes);
    }
    if (!data.isEmpty() && !isValidCloseCode(close.closeCode))
        return fail(errorOf(Code::InvalidCloseCode));
    if (!close.data.isValidUtf8())
        return fail(errorOf(Code::InvalidUtf8));
    end();
    m_closed = true;
    m_ready = std::move(close);
}

/// The text is judged as a whole, since a character may be split over fragments.
void WebSocketReader::finishMessage()
{
    m_fragments = 0;
    QByteArray data = std::exchange(m_message, {});
    if (m_kind == Kind::Text && !data.isValidUtf8())
        return fail(errorOf(Code::InvalidUtf8));
    m_ready = WebSocketMessage{m_kind, std::move(data)};
}

/// Nothing more is read: forgets what is not whole. What next() reads from is dropped by next().
void WebSocketReader::end()
{
    m_headBytes = 0;
    m_inPayload = false;
    m_fragments = 0;
    m_message = {};
    Q_ASSERT(m_control.isEmpty()); // taken by whoever finished it; nothing fails in the middle of a payload
}

void WebSocketReader::fail(const WebSocketError &error)
{
    end();
    m_error = error;
}

} // namespace ticker
