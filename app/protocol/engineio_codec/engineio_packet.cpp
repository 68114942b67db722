// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_packet.h"

#include "engineio_codec/engineio_text.h"

namespace ticker {

Expected<EngineIoPacket, EngineIoPacketError> decodeTextPacket(const QByteArray &text)
{
    using Code = EngineIoPacketError::Code;
    if (text.isEmpty())
        return EngineIoPacketError{Code::Empty, 0};
    const char type = text.front();
    if (type == 'b')
        return EngineIoPacket{EngineIoPacket::Type::Message, true, decodeLenientBase64(text.sliced(1))};
    if (type < '0' || type > '6')
        return EngineIoPacketError{Code::UnknownType, 0};
    return EngineIoPacket{EngineIoPacket::Type(type - '0'), false, text.sliced(1)};
}

EngineIoPacket decodeBinaryPacket(const QByteArray &data)
{
    return EngineIoPacket{EngineIoPacket::Type::Message, true, data};
}

QByteArray encodeTextPacket(const EngineIoPacket &packet)
{
    Q_ASSERT(!packet.binary || packet.type == EngineIoPacket::Type::Message);
    if (packet.binary)
        return 'b' + packet.data.toBase64();
    return char('0' + int(packet.type)) + packet.data;
}

} // namespace ticker
