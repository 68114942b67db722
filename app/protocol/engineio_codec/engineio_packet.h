// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"

#include <QByteArray>

namespace ticker {

/// One packet of Engine.IO: what travels in a WebSocket frame, or as one of several in a polling payload. The functions
/// here are those of revision 4.
struct EngineIoPacket final
{
    /// The values are the digits on the wire.
    enum class Type : quint8 { Open, Close, Ping, Pong, Message, Upgrade, Noop };

    Type type = Type::Noop;
    bool binary = false; ///< Only a message can be binary.
    QByteArray data;     ///< UTF-8 unless binary.

    friend bool operator==(const EngineIoPacket &, const EngineIoPacket &) = default;
};

/// Why bytes are no packet, and where in what was given to the decoder: the first byte that does not fit.
struct EngineIoPacketError final
{
    enum class Code : quint8 {
        Empty,
        UnknownType,
        // The others only in payloads of revision 3:
        BadMark,   ///< In binary form, neither the mark of text nor that of binary data.
        BadLength, ///< Not a number, or one that ends within a character.
        Truncated, ///< The payload ends within a length or a packet; the offset is its size.
        NotUtf8,
    };

    Code code = Code::Empty;
    qsizetype offset = 0;

    friend bool operator==(const EngineIoPacketError &, const EngineIoPacketError &) = default;
};

/// Decodes "<type digit><text>" or "b<base64>". Base64 is read as leniently as the reference server does: either
/// alphabet, other characters skipped, nothing behind the first '='.
[[nodiscard]] Expected<EngineIoPacket, EngineIoPacketError> decodeTextPacket(const QByteArray &text);
/// A binary WebSocket frame is a message without a type.
[[nodiscard]] EngineIoPacket decodeBinaryPacket(const QByteArray &data);

/// The text form, in which a binary message is "b<base64>": for polling, and for text frames.
[[nodiscard]] QByteArray encodeTextPacket(const EngineIoPacket &packet);

} // namespace ticker
