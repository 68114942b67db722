// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packet_sender.h"

#include "server_limits.h"
#include "transport.h"

#include <utility>

namespace ticker {

namespace {
/// Between two looks at a client whose newest tick is held.
constexpr std::chrono::milliseconds progressInterval{100};
} // namespace

PacketSender::PacketSender(const Limits &limits, DeadlineQueue &deadlines, std::function<void(DisconnectReason)> gaveUp)
    : m_limits(limits), m_gaveUp(std::move(gaveUp)), m_progressWatch(deadlines)
{
}

void PacketSender::setTransport(Transport *transport)
{
    m_transport = transport;
    m_handedOut = 0;
    m_takenBytes = 0;
    m_progressAt = m_progressWatch.now();
}

void PacketSender::stop()
{
    m_progressWatch.stop();
    m_outbox.clear();
    m_transport = nullptr;
}

void PacketSender::send(std::span<const OutgoingPacket> packets)
{
    if (!m_transport)
        return;
    // What waits is looked at, not what comes: one message may be longer than all that may wait.
    if (m_transport->unsentBytes() + m_outbox.queuedBytes() > m_limits.maxUnsentMessageBytes
        || m_outbox.queuedPackets() > m_limits.maxUnsentPackets) {
        m_gaveUp(DisconnectReason::TooSlow);
        return;
    }
    m_outbox.append(packets);
    flush();
}

void PacketSender::sendControl(EngineIoPacket::Type type, const QByteArray &data)
{
    if (!m_transport)
        return;
    const OutgoingPacket packet({type, false, data});
    m_outbox.append({&packet, 1});
    flush();
}

void PacketSender::sendTick(const OutgoingPacket &tick)
{
    if (!m_transport)
        return;
    const qint64 waiting = m_transport->unsentBytes() + m_outbox.queuedBytes();
    if (m_outbox.hasHeldTick() || !hasRoomFor(tick.size(), waiting)) {
        if (m_outbox.holdTick(tick))
            ++m_statistics.ticksMerged;
        watchProgress();
        flush();
    } else if (m_transport->isWritable()) {
        sendAtOnce({&tick, 1}); // nothing waits while it is writable: the straight way of nearly every tick
    } else {
        m_outbox.append({&tick, 1});
    }
}

bool PacketSender::flush()
{
    if (!m_transport || !m_transport->isWritable())
        return false;
    std::vector<OutgoingPacket> packets = m_outbox.takePackets();
    if (m_outbox.hasHeldTick() && hasRoomFor(m_outbox.heldBytes(), m_transport->unsentBytes()))
        packets.push_back(m_outbox.takeHeldTick());
    if (packets.empty())
        return false;
    sendAtOnce(packets);
    return true;
}

void PacketSender::sendAtOnce(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(m_transport);
    for (const OutgoingPacket &packet : packets)
        m_statistics.ticksSent += packet.isTick() ? 1 : 0;
    const qint64 bytes = m_transport->send(packets);
    m_statistics.bytesSent += quint64(bytes);
    m_handedOut += bytes;
}

void PacketSender::finishWithoutTicks()
{
    m_progressWatch.stop();
    m_outbox.dropHeldTick();
}

PacketSender::Statistics PacketSender::statistics() const
{
    Statistics statistics = m_statistics;
    statistics.unsentBytes = m_outbox.bytes() + (m_transport ? m_transport->unsentBytes() : 0);
    return statistics;
}

bool PacketSender::hasRoomFor(qsizetype bytes, qint64 waiting) const
{
    return waiting == 0 || waiting + bytes <= m_limits.maxUnsentBytes;
}

void PacketSender::watchProgress()
{
    if (m_progressWatch.isActive())
        return;
    m_takenBytes = m_handedOut - m_transport->unsentBytes();
    m_progressAt = m_progressWatch.now();
    m_progressWatch.start(progressInterval, [this] { checkProgress(); });
}

/// Also the way out of a held tick when no other tick follows.
void PacketSender::checkProgress()
{
    flush();
    if (!m_transport || !m_outbox.hasHeldTick())
        return;
    const qint64 taken = m_handedOut - m_transport->unsentBytes();
    if (taken > m_takenBytes) {
        m_takenBytes = taken;
        m_progressAt = m_progressWatch.now();
    } else if (m_progressWatch.now() - m_progressAt >= m_limits.stallTimeout) {
        m_gaveUp(DisconnectReason::Stalled);
        return;
    }
    m_progressWatch.start(progressInterval, [this] { checkProgress(); });
}

} // namespace ticker
