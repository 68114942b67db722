// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/outgoing_packet.h"

#include "engineio_codec/engineio_packet_v3.h"
#include "websocket_codec/websocket_frame.h"

#include <utility>

namespace ticker {

OutgoingPacket::OutgoingPacket(const EngineIoPacket &packet, Kind kind)
    : m_data(packet.binary ? packet.data : encodeTextPacket(packet)), m_binary(packet.binary), m_kind(kind)
{
}

OutgoingPacket OutgoingPacket::plainText(const QByteArray &utf8, Kind kind)
{
    OutgoingPacket packet;
    packet.m_data = utf8;
    packet.m_kind = kind;
    return packet;
}

OutgoingPacket OutgoingPacket::event(const QByteArray &text, Kind kind)
{
    OutgoingPacket packet = plainText(text, kind);
    packet.m_frame = text;
    return packet;
}

OutgoingPacket OutgoingPacket::webSocketPing()
{
    OutgoingPacket packet;
    packet.m_frame = encodeFrame(Opcode::Ping, {});
    return packet;
}

OutgoingPacket OutgoingPacket::later(std::shared_ptr<PacketSource> source, Kind kind)
{
    OutgoingPacket packet;
    packet.m_source = std::move(source);
    packet.m_kind = kind;
    return packet;
}

qint64 OutgoingPacket::keep(ByteBudget *budget) const
{
    if (m_mergeable && budget)
        m_mergeable->bytes.keep(*budget, m_data.size());
    return ownBytes();
}

qint64 OutgoingPacket::ownBytes() const
{
    // Its place in a list that may be twice as long, and what the allocator and QByteArray add.
    constexpr qint64 itself = 2 * sizeof(OutgoingPacket) + 32;
    if (m_source)
        return itself + PacketSource::ownBytes;
    return itself + (m_mergeable ? 0 : size());
}

void OutgoingPacket::prepareFrame()
{
    Q_ASSERT(!m_binary);
    if (m_frame.isEmpty())
        m_frame = encodeFrame(Opcode::Text, m_data);
}

QByteArray OutgoingPacket::text(EngineIoRevision revision) const
{
    if (!m_binary)
        return m_data;
    const EngineIoPacket packet{EngineIoPacket::Type::Message, true, m_data};
    return revision == EngineIoRevision::Three ? encodeTextPacketV3(packet) : encodeTextPacket(packet);
}

QByteArray OutgoingPacket::frame(const PacketFraming &framing) const
{
    if (!m_frame.isEmpty())
        return m_frame;
    if (!m_binary || framing.base64)
        return encodeFrame(Opcode::Text, text(framing.revision));
    if (framing.revision == EngineIoRevision::Three)
        return encodeFrame(Opcode::Binary, encodeBinaryPacketV3({EngineIoPacket::Type::Message, true, m_data}));
    return encodeFrame(Opcode::Binary, m_data);
}

qsizetype OutgoingPacket::size() const
{
    // How long it will be is not known before it is made: it counts as a short message.
    constexpr qsizetype unknownSize = 100;
    if (m_source)
        return unknownSize;
    return m_binary ? 1 + (m_data.size() + 2) / 3 * 4 : m_data.size();
}

} // namespace ticker
