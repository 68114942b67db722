// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/make_client_row.h"

#include "telemetry/peer_info.h"

namespace ticker {

ClientRow makeClientRow(quint64 id, const PeerInfo &peer, TransportKind transport, DeadlineQueue::Time age,
                        const PacketSender::Statistics &statistics)
{
    ClientRow row;
    row.id = id;
    row.address = peer.address;
    row.port = peer.port;
    row.transport = transport;
    row.name = peer.name;
    row.userAgent = peer.userAgent;
    row.connectedFor = std::chrono::duration_cast<std::chrono::seconds>(age);
    row.ticksSent = statistics.ticksSent;
    row.ticksMerged = statistics.ticksMerged;
    row.bytesSent = statistics.bytesSent;
    row.unsentBytes = statistics.unsentBytes;
    return row;
}

} // namespace ticker
