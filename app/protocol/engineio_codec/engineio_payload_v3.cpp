// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload_v3.h"

#include "engineio_codec/engineio_packet_v3.h"
#include "engineio_codec/engineio_text.h"

#include <algorithm>
#include <limits>

namespace ticker {

namespace {

using Code = EngineIoPacketError::Code;

constexpr char lengthEnd = ':';
constexpr char binaryLengthEnd = '\xff';
constexpr char textMark = 0;
constexpr char binaryMark = 1;
constexpr int base = 10;
/// The reference server's limit: as many as its largest number has.
constexpr int maxBinaryLengthDigits = 310;
constexpr int unlimited = std::numeric_limits<int>::max();

/// The length of valid UTF-8 in UTF-16.
qsizetype countCodeUnits(const QByteArray &text)
{
    qsizetype count = 0;
    for (const char c : text) {
        const auto byte = uchar(c);
        const bool continues = (byte & 0xc0) == 0x80;
        const bool beginsFour = byte >= 0xf0;
        count += int(!continues) + int(beginsFour);
    }
    return count;
}

} // namespace

EngineIoPayloadV3Reader::EngineIoPayloadV3Reader(QByteArray payload, Form form)
    : m_payload(std::move(payload)), m_form(form)
{
    if (m_payload.isEmpty() && form == Form::Text)
        m_fault = {Code::Empty, 0};
    else
        readHeader();
}

Expected<EngineIoPacket, EngineIoPacketError> EngineIoPayloadV3Reader::next()
{
    Q_ASSERT(!m_atEnd);
    m_atEnd = true; // unless all goes well
    if (m_fault)
        return *m_fault;
    const qsizetype start = m_offset;
    if (Fault fault = m_form == Form::Text ? findEndOfCodeUnits() : findEndOfBytes())
        return *fault;
    const QByteArray bytes = m_payload.sliced(start, m_offset - start);
    auto packet = m_binary ? decodeBinaryPacketV3(bytes) : decodeTextPacketV3(bytes);
    if (!packet)
        return EngineIoPacketError{packet.error().code, start + packet.error().offset};
    readHeader();
    return packet;
}

/// Reads up to the beginning of the next packet, in text form past those of no length.
void EngineIoPayloadV3Reader::readHeader()
{
    do {
        m_atEnd = m_offset == m_payload.size();
        if (m_atEnd)
            return;
        m_fault = m_form == Form::Text ? readTextHeader() : readBinaryHeader();
    } while (!m_fault && m_form == Form::Text && m_length == 0);
}

EngineIoPayloadV3Reader::Fault EngineIoPayloadV3Reader::readTextHeader()
{
    return readLength('0', lengthEnd, unlimited);
}

EngineIoPayloadV3Reader::Fault EngineIoPayloadV3Reader::readBinaryHeader()
{
    const char mark = m_payload[m_offset];
    if (mark != textMark && mark != binaryMark)
        return EngineIoPacketError{Code::BadMark, m_offset};
    m_binary = mark == binaryMark;
    ++m_offset;
    return readLength(0, binaryLengthEnd, maxBinaryLengthDigits);
}

EngineIoPayloadV3Reader::Fault EngineIoPayloadV3Reader::readLength(char zero, char end, int maxDigits)
{
    const qsizetype start = m_offset;
    m_length = 0;
    for (; m_offset < m_payload.size(); ++m_offset) {
        const char c = m_payload[m_offset];
        const bool hasDigits = m_offset > start;
        if (c == end && hasDigits) {
            ++m_offset;
            return {};
        }
        const int digit = c - zero;
        if (digit < 0 || digit >= base || m_offset - start >= maxDigits)
            return EngineIoPacketError{Code::BadLength, m_offset};
        // Capped, so that a megabyte of digits cannot overflow it.
        m_length = std::min(m_length * base + digit, m_payload.size() + 1);
    }
    return EngineIoPacketError{Code::Truncated, m_offset};
}

/// Moves on by m_length code units, reading each byte once.
EngineIoPayloadV3Reader::Fault EngineIoPayloadV3Reader::findEndOfCodeUnits()
{
    qsizetype left = m_length;
    while (left > 0) {
        if (m_offset == m_payload.size())
            return EngineIoPacketError{Code::Truncated, m_offset};
        const Utf8Character character = firstUtf8Character(QByteArrayView(m_payload).sliced(m_offset));
        if (!character.valid)
            return EngineIoPacketError{Code::NotUtf8, m_offset};
        if (character.codeUnits > left) // it would end between the two surrogates
            return EngineIoPacketError{Code::BadLength, m_offset};
        left -= character.codeUnits;
        m_offset += character.bytes;
    }
    return {};
}

EngineIoPayloadV3Reader::Fault EngineIoPayloadV3Reader::findEndOfBytes()
{
    if (m_length > m_payload.size() - m_offset)
        return EngineIoPacketError{Code::Truncated, m_payload.size()};
    const qsizetype end = m_offset + m_length;
    if (m_binary)
        m_offset = end;
    while (m_offset < end) {
        const auto character = firstUtf8Character(QByteArrayView(m_payload).sliced(m_offset, end - m_offset));
        if (!character.valid)
            return EngineIoPacketError{Code::NotUtf8, m_offset};
        m_offset += character.bytes;
    }
    return {};
}

QByteArray encodePayloadV3(const QByteArrayList &packets)
{
    if (packets.isEmpty())
        return QByteArrayLiteral("0:");
    QByteArray payload;
    for (const QByteArray &packet : packets)
        payload += QByteArray::number(countCodeUnits(packet)) + lengthEnd + packet;
    return payload;
}

QByteArray encodeBinaryPayloadV3(std::span<const EngineIoPayloadV3Part> parts)
{
    QByteArray payload;
    for (const EngineIoPayloadV3Part &part : parts) {
        const QByteArray packet = part.binary ? encodeBinaryPacketV3({EngineIoPacket::Type::Message, true, part.bytes})
                                              : part.bytes;
        payload += part.binary ? binaryMark : textMark;
        const QByteArray length = QByteArray::number(packet.size());
        for (const char digit : length)
            payload += char(digit - '0');
        payload += binaryLengthEnd;
        payload += packet;
    }
    return payload;
}

} // namespace ticker
