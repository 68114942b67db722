// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packets/outgoing_packet.h"

#include <span>
#include <vector>

namespace ticker {

/// Ticks that leave together, nearly always one, encoded once for all who hear them: as packets for those who poll or are
/// slow, as one run of WebSocket frames for everybody else. A value that shares its bytes.
class TickBatch final
{
public:
    /// At least one, in their order; each is a tick.
    explicit TickBatch(std::vector<OutgoingPacket> ticks);

    [[nodiscard]] std::span<const OutgoingPacket> ticks() const { return m_ticks; }
    [[nodiscard]] const QByteArray &frames() const { return m_frames; }
    /// How many of them count as ticks.
    [[nodiscard]] quint32 counted() const { return m_counted; }

private:
    std::vector<OutgoingPacket> m_ticks;
    QByteArray m_frames;
    quint32 m_counted = 0;
};

} // namespace ticker
