// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio_codec/engineio_packet.h"

namespace ticker {

// Packets of Engine.IO, revision 3. They differ from revision 4's in binary messages alone, whose type is written out.

/// Decodes "<type digit><text>" or "b4<base64>". Base64 is read as leniently as in revision 4. Errors: Empty, and
/// UnknownType also for binary packets that are no messages.
[[nodiscard]] Expected<EngineIoPacket, EngineIoPacketError> decodeTextPacketV3(const QByteArray &text);
/// Decodes a binary WebSocket frame or a binary part of a payload: a byte of the value 4, then the message.
/// Errors: Empty, and UnknownType for every other first byte.
[[nodiscard]] Expected<EngineIoPacket, EngineIoPacketError> decodeBinaryPacketV3(const QByteArray &data);

/// The text form, in which a binary message is "b4<base64>".
[[nodiscard]] QByteArray encodeTextPacketV3(const EngineIoPacket &packet);
/// The binary form of a binary message, which no other packet has.
[[nodiscard]] QByteArray encodeBinaryPacketV3(const EngineIoPacket &packet);

} // namespace ticker
