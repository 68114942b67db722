// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engineio_codec/engineio_packet.h"

#include <QByteArrayList>

namespace ticker {

/// Reads the packets of a polling payload of Engine.IO, revision 4, one after the other: they are joined by 0x1e.
/// One at a time, because those before a broken packet count, and so that a megabyte of tiny packets needs no list.
///
///     for (EngineIoPayloadReader reader(body); !reader.atEnd();) { auto packet = reader.next(); ... }
class EngineIoPayloadReader final
{
public:
    explicit EngineIoPayloadReader(QByteArray payload) : m_payload(std::move(payload)) { }

    /// After the last packet, or the first broken one. An empty payload has one packet, which is broken.
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    /// The next packet; only while not atEnd(). The offset of an error counts from the start of the payload.
    [[nodiscard]] Expected<EngineIoPacket, EngineIoPacketError> next();

private:
    QByteArray m_payload;
    qsizetype m_offset = 0;
    bool m_atEnd = false;
};

/// Joins packets that were encoded by encodeTextPacket(). One packet is returned as it is, sharing its bytes.
[[nodiscard]] QByteArray encodePayload(const QByteArrayList &packets);

} // namespace ticker
