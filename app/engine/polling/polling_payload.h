// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/outgoing_packet.h"

#include <QByteArray>

#include <span>

namespace ticker {

/// The body of a reply to a poll, and its type.
struct PollingPayload final
{
    QByteArray contentType;
    QByteArray bytes;
};

/// At least one packet, as the framing asks for it: joined or length-prefixed text, binary where revision 3 may, or a
/// script. A single text packet of revision 4 shares its bytes.
[[nodiscard]] PollingPayload encodePollingPayload(std::span<const OutgoingPacket> packets,
                                                  const PacketFraming &framing);

} // namespace ticker
