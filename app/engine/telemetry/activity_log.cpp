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
    beginWindow();
    if (!hasRoomFor(kind)) {
        omit();
        return nullptr;
    }
    append(kind);
    schedule();
    return &m_lines.last();
}

Activity *ActivityLog::add(Activity::Kind kind, quint64 client, const PeerInfo &peer, TransportKind transport)
{
    if (kind == Activity::Kind::MessageRefused && !m_refusals.take(kind, peer.network, m_delivery.now())) {
        omit();
        return nullptr;
    }
    Activity *line = add(kind);
    if (!line)
        return nullptr;
    line->client = client;
    line->address = peer.address;
    line->port = peer.port;
    line->transport = transport;
    return line;
}

Activity *ActivityLog::addRefusal(Activity::Kind kind, const PeerInfo &peer)
{
    beginWindow();
    if (!m_refusals.take(kind, peer.network, m_delivery.now())) {
        omit();
        return nullptr;
    }
    append(kind);
    schedule();
    Activity &line = m_lines.last();
    line.address = peer.address;
    line.port = peer.port;
    return &line;
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
    line->detail = client.name;
    line->reason = reason;
    line->duration = client.connectedFor;
    line->count = client.ticksSent;
    line->bytes = client.bytesSent;
}

void ActivityLog::beginWindow()
{
    if (m_delivery.now() - m_windowStart < window)
        return;
    tellOmitted();
    m_windowStart = m_delivery.now();
    m_ofClients = 0;
    m_others = 0;
}

void ActivityLog::omit()
{
    ++m_omitted;
    schedule();
}

bool ActivityLog::hasRoomFor(Activity::Kind kind)
{
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
        m_delivery.start(batchInterval, [this] { deliver(); });
}

void ActivityLog::flush()
{
    tellOmitted();
    deliver();
}

/// What was left out is told when its second is over.
void ActivityLog::deliver()
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
