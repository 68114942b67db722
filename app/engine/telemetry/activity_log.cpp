// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/activity_log.h"

#include "telemetry/peer_info.h"

#include <utility>

namespace ticker {

ActivityLog::ActivityLog(DeadlineQueue &deadlines, std::function<qint64()> wallTimeMs, Deliver deliver)
    : m_wallTimeMs(std::move(wallTimeMs)), m_deliver(std::move(deliver)), m_delivery(deadlines),
      m_windowStart(deadlines.now())
{
}

Activity *ActivityLog::add(Activity::Kind kind)
{
    if (!hasRoomFor(kind)) {
        ++m_omitted;
        schedule();
        return nullptr;
    }
    append(kind);
    schedule();
    return &m_lines.last();
}

Activity *ActivityLog::add(Activity::Kind kind, quint64 client, const PeerInfo &peer, TransportKind transport)
{
    Activity *line = add(kind);
    if (!line)
        return nullptr;
    line->client = client;
    line->address = peer.address;
    line->port = peer.port;
    line->transport = transport;
    return line;
}

void ActivityLog::addEnd(const ClientRow &client, DisconnectReason reason)
{
    Activity *line = add(Activity::Kind::Disconnected);
    if (!line)
        return;
    line->client = client.id;
    line->address = client.address;
    line->port = client.port;
    line->transport = client.transport;
    line->reason = reason;
    line->duration = client.connectedFor;
    line->count = client.ticksSent;
    line->bytes = client.bytesSent;
}

bool ActivityLog::hasRoomFor(Activity::Kind kind)
{
    if (m_delivery.now() - m_windowStart >= window) {
        tellOmitted();
        m_windowStart = m_delivery.now();
        m_ofClients = 0;
        m_others = 0;
    }
    return Activity::isOfClient(kind) ? m_ofClients++ < mostOfClients : m_others++ < mostOthers;
}

void ActivityLog::append(Activity::Kind kind)
{
    Activity line;
    line.kind = kind;
    line.timeMs = m_wallTimeMs();
    m_lines.append(std::move(line));
}

void ActivityLog::tellOmitted()
{
    if (m_omitted == 0)
        return;
    append(Activity::Kind::Omitted);
    m_lines.last().count = std::exchange(m_omitted, 0);
}

void ActivityLog::schedule()
{
    if (!m_delivery.isActive())
        m_delivery.start(batchInterval, [this] { flush(); });
}

/// What was left out is told when its second is over.
void ActivityLog::flush()
{
    m_delivery.stop();
    if (m_delivery.now() - m_windowStart >= window)
        tellOmitted();
    if (m_omitted > 0)
        schedule();
    if (!m_lines.isEmpty())
        m_deliver(std::exchange(m_lines, {}));
}

} // namespace ticker
