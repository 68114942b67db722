// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_packet_v3.h"

#include "engineio_codec/engineio_text.h"

namespace ticker {

namespace {

using Type = EngineIoPacket::Type;
using Code = EngineIoPacketError::Code;

constexpr QByteArrayView base64Message = "b4";
constexpr char binaryMessage = '\x04';

} // namespace

Expected<EngineIoPacket, EngineIoPacketError> decodeTextPacketV3(const QByteArray &text)
{
    if (!text.startsWith('b'))
        return decodeTextPacket(text);
    if (!text.startsWith(base64Message))
        return EngineIoPacketError{Code::UnknownType, 1};
    return EngineIoPacket{Type::Message, true, decodeLenientBase64(text.sliced(base64Message.size()))};
}

Expected<EngineIoPacket, EngineIoPacketError> decodeBinaryPacketV3(const QByteArray &data)
{
    if (data.isEmpty())
        return EngineIoPacketError{Code::Empty, 0};
    if (data.front() != binaryMessage)
        return EngineIoPacketError{Code::UnknownType, 0};
    return EngineIoPacket{Type::Message, true, data.sliced(1)};
}

QByteArray encodeTextPacketV3(const EngineIoPacket &packet)
{
    if (!packet.binary)
        return encodeTextPacket(packet);
    Q_ASSERT(packet.type == Type::Message);
    return base64Message.toByteArray() + packet.data.toBase64();
}

QByteArray encodeBinaryPacketV3(const EngineIoPacket &packet)
{
    Q_ASSERT(packet.binary && packet.type == Type::Message);
    return binaryMessage + packet.data;
}

} // namespace ticker
