// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio_codec/engineio_packet.h"

#include <QByteArrayList>

#include <optional>
#include <span>

namespace ticker {

/// Reads the packets of a polling payload of Engine.IO, revision 3, one after the other, like EngineIoPayloadReader.
/// Stricter than the reference server, which reads past what is cut off and takes other spellings of a number.
///
///     for (EngineIoPayloadV3Reader reader(body, form); !reader.atEnd();) { auto packet = reader.next(); ... }
class EngineIoPayloadV3Reader final
{
public:
    enum class Form : quint8 {
        Text,  ///< "<n>:<packet>" repeated, n in UTF-16 code units. "0:" stands for no packet.
        Binary ///< A byte 0 (text) or 1 (binary), n in bytes as digits of the values 0 to 9, a byte 255, the packet.
    };

    EngineIoPayloadV3Reader(QByteArray payload, Form form);

    /// When nothing but "0:" is left, or after the first broken packet. So a payload may have no packet at all: "0:", and
    /// the empty one in binary form. In text form the empty payload has one packet, which is broken.
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// The next packet; only while not atEnd(). The offset of an error counts from the start of the payload.
    [[nodiscard]] Expected<EngineIoPacket, EngineIoPacketError> next();

private:
    using Fault = std::optional<EngineIoPacketError>;

    void readHeader();
    Fault readTextHeader();
    Fault readBinaryHeader();
    Fault readLength(char zero, char end, int maxDigits);
    Fault findEndOfCodeUnits();
    Fault findEndOfBytes();

    QByteArray m_payload;
    Form m_form;
    qsizetype m_offset = 0; ///< Of what is not read yet.
    qsizetype m_length =
        0; ///< Of the packet there, as its header says; one more than the payload's size stands for more.
    bool m_binary = false; ///< Of the packet there.
    Fault m_fault;         ///< What is wrong with its header.
    bool m_atEnd = false;
};

/// Joins packets that were encoded by encodeTextPacketV3() and are valid UTF-8, in text form. None give "0:".
[[nodiscard]] QByteArray encodePayloadV3(const QByteArrayList &packets);

/// One packet on its way into a payload in binary form.
struct EngineIoPayloadV3Part final
{
    QByteArray bytes; ///< A text packet from encodeTextPacketV3(), or the data of a binary message without its type.
    bool binary = false;
};

/// Joins packets in binary form. None give an empty payload.
[[nodiscard]] QByteArray encodeBinaryPayloadV3(std::span<const EngineIoPayloadV3Part> parts);

} // namespace ticker
