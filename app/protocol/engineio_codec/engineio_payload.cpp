// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineio_codec/engineio_payload.h"

namespace ticker {

namespace {
constexpr char separator = '\x1e';
}

Expected<EngineIoPacket, EngineIoPacketError> EngineIoPayloadReader::next()
{
    Q_ASSERT(!m_atEnd);
    const qsizetype start = m_offset;
    qsizetype end = m_payload.indexOf(separator, start);
    if (end < 0) {
        end = m_payload.size();
        m_atEnd = true;
    }
    m_offset = end + 1;

    auto packet = decodeTextPacket(m_payload.sliced(start, end - start));
    if (packet)
        return packet;
    m_atEnd = true;
    EngineIoPacketError error = packet.error();
    error.offset += start;
    return error;
}

QByteArray encodePayload(const QByteArrayList &packets)
{
    if (packets.size() == 1)
        return packets.first();
    return packets.join(separator);
}

} // namespace ticker
