// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// The opcodes of RFC 6455, 5.2, that a server sends.
enum class Opcode : quint8 { Text = 0x1, Binary = 0x2, Close = 0x8, Ping = 0x9, Pong = 0xa };

/// One whole unmasked frame of a server (RFC 6455, 5.2), with the shortest form of its length.
/// The payload of Close, Ping and Pong is at most 125 bytes.
[[nodiscard]] QByteArray encodeFrame(Opcode opcode, const QByteArray &payload);

} // namespace ticker
