// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "outgoing_packet.h"

#include "websocket_frame.h"

namespace ticker {

OutgoingPacket::OutgoingPacket(const EngineIoPacket &packet, Kind kind)
    : m_data(packet.binary ? packet.data : encodeTextPacket(packet)), m_binary(packet.binary), m_kind(kind)
{
}

void OutgoingPacket::prepareFrame()
{
    m_frame = frame();
}

QByteArray OutgoingPacket::text() const
{
    if (!m_binary)
        return m_data;
    return encodeTextPacket({EngineIoPacket::Type::Message, true, m_data});
}

QByteArray OutgoingPacket::frame() const
{
    if (!m_frame.isEmpty())
        return m_frame;
    return encodeFrame(m_binary ? Opcode::Binary : Opcode::Text, m_data);
}

qsizetype OutgoingPacket::size() const
{
    return m_binary ? 1 + (m_data.size() + 2) / 3 * 4 : m_data.size();
}

} // namespace ticker
