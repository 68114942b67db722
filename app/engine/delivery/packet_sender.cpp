// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/packet_sender.h"

#include "packets/tick_batch.h"
#include "server_values/server_limits.h"

#include <algorithm>
#include <functional>

namespace ticker {

namespace {
/// Between two looks at a client that is too slow.
constexpr std::chrono::seconds progressInterval{1};
/// A client that is slow again and again is told about no more often.
constexpr std::chrono::seconds mergedTellInterval{30};
} // namespace

PacketSender::PacketSender(const Limits &limits, DeadlineQueue &deadlines, Host &host, ByteBudget *budget)
    : ByteBudget::Holder(budget), m_limits(limits), m_host(host), m_outbox(budget), m_progressWatch(deadlines)
{
}

void PacketSender::setTransport(Transport *transport)
{
    m_transport = transport;
    m_handedOut = 0;
    m_takenBytes = 0;
    m_progressAt = m_progressWatch.now();
    updateFastPath();
}

void PacketSender::stop()
{
    m_progressWatch.stop();
    m_outbox.clear();
    m_transport = nullptr;
    count();
    updateFastPath();
}

// What is sent

void PacketSender::send(std::span<const OutgoingPacket> packets)
{
    if (!m_transport)
        return;
    // What waits is looked at, not what comes: one message may be longer than all that may wait.
    if (waitingBytes() > m_limits.maxUnsentMessageBytes || m_outbox.queuedPackets() > m_limits.maxUnsentPackets) {
        m_host.gaveUp(DisconnectReason::TooSlow);
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

void PacketSender::sendTicks(std::span<const OutgoingPacket> ticks)
{
    if (!m_transport || m_finished)
        return;
    if (m_outbox.isEmpty() && canSend()) {
        sendAtOnce(ticks);
        return;
    }
    if (std::all_of(ticks.begin(), ticks.end(), [this](const OutgoingPacket &tick) { return queueTick(tick); }))
        flush();
    else
        m_host.gaveUp(DisconnectReason::TooSlow);
}

/// False: the client is not to be kept.
bool PacketSender::queueTick(const OutgoingPacket &tick)
{
    const bool dropsOldest = m_limits.slowClients == SlowClientPolicy::DropOldest;
    while (dropsOldest && !hasRoomFor(tick.size())) {
        const auto dropped = m_outbox.takeOldestTick();
        if (!dropped)
            break;
        if (dropped->countsAsTick())
            noteMerged();
    }
    const bool mayMerge = m_limits.slowClients != SlowClientPolicy::Disconnect;
    const bool hasRoom = hasRoomFor(tick.size() + (mayMerge ? 0 : m_outbox.heldBytes()));
    if (hasRoom && !m_outbox.mustHold(tick))
        m_outbox.append({&tick, 1});
    else if (!mayMerge && !hasRoom)
        return false;
    else if (m_outbox.holdTick(tick))
        noteMerged();
    return true;
}

void PacketSender::noteMerged()
{
    ++m_statistics.ticksMerged;
    if (m_mergedTold.isDue(m_progressWatch.now(), mergedTellInterval))
        m_host.ticksMerged();
}

bool PacketSender::flush()
{
    bool sent = false;
    while (m_transport && canSend() && sendWaiting())
        sent = true;
    if (sent)
        count();
    else
        afterSending();
    return sent;
}

/// False: nothing waits that could leave.
bool PacketSender::sendWaiting()
{
    std::vector<OutgoingPacket> packets = m_outbox.takePackets(m_transport->batchBytes());
    if (m_outbox.hasConflatedTicks() && m_outbox.queuedPackets() == 0) {
        for (OutgoingPacket &tick : m_outbox.takeConflatedTicks())
            packets.push_back(std::move(tick));
    }
    if (packets.empty())
        return false;
    sendAtOnce(packets);
    return true;
}

void PacketSender::sendAtOnce(std::span<const OutgoingPacket> packets)
{
    Q_ASSERT(m_transport);
    m_statistics.ticksSent += quint64(
        std::count_if(packets.begin(), packets.end(), std::mem_fn(&OutgoingPacket::countsAsTick)));
    const qint64 bytes = m_transport->send(packets);
    m_statistics.bytesSent += quint64(bytes);
    m_handedOut += bytes;
    afterSending();
}

// The fast path

void PacketSender::sentDirectly(quint32 ticks, quint64 bytes)
{
    m_statistics.ticksSent += ticks;
    m_statistics.bytesSent += bytes;
    m_handedOut += qint64(bytes);
}

void PacketSender::fastPathTook(const TickBatch &batch, qint64 bytes)
{
    if (!m_transport)
        return;
    sentDirectly(batch.counted(), quint64(batch.frames().size()));
    m_transport->sendRest(batch.frames().sliced(bytes));
    afterSending();
}

void PacketSender::updateFastPath()
{
    const bool isFree = m_transport && !m_finished && m_outbox.isEmpty();
    const FastPath fastPath = isFree ? m_transport->fastPath() : FastPath();
    if (fastPath == m_fastPath)
        return;
    m_fastPath = fastPath;
    m_host.fastPathChanged();
}

// Slow clients

bool PacketSender::canSend() const
{
    return m_transport->isWritable() && m_transport->unsentBytes() == 0;
}

qint64 PacketSender::waitingBytes() const
{
    return m_transport->unsentBytes() + m_outbox.queuedBytes();
}

bool PacketSender::hasRoomFor(qsizetype bytes) const
{
    const qint64 waiting = waitingBytes();
    return waiting == 0 || waiting + bytes <= m_limits.maxUnsentBytes;
}

void PacketSender::afterSending()
{
    updateFastPath();
    count();
    if (m_transport && (m_transport->unsentBytes() > 0 || m_outbox.hasConflatedTicks()))
        watchProgress();
}

void PacketSender::count()
{
    hold(m_transport ? m_outbox.ownBytes() + m_transport->unsentBytes() : 0);
}

qint64 PacketSender::heldBytes() const
{
    return std::max<qint64>(m_outbox.bytes(), m_outbox.ownBytes()) + (m_transport ? m_transport->unsentBytes() : 0);
}

/// As the policy for slow clients has it, at once: ticks are merged, and who keeps too much all the same is not kept.
void PacketSender::giveWay()
{
    const bool merges = m_limits.slowClients != SlowClientPolicy::Disconnect;
    const qint64 before = m_outbox.ownBytes();
    if (const quint32 merged = merges ? m_outbox.holdAllTicks() : 0) {
        m_statistics.ticksMerged += merged - 1;
        noteMerged();
    }
    count();
    if (m_outbox.ownBytes() < before)
        watchProgress();
    else
        m_host.gaveUp(DisconnectReason::TooSlow);
}

void PacketSender::watchProgress()
{
    if (m_progressWatch.isActive() || m_finished)
        return;
    m_takenBytes = m_handedOut - m_transport->unsentBytes();
    m_progressAt = m_progressWatch.now();
    m_progressWatch.start(progressInterval, [this] { checkProgress(); });
}

void PacketSender::checkProgress()
{
    if (!m_transport || (m_transport->unsentBytes() == 0 && !m_outbox.hasConflatedTicks()))
        return;
    const qint64 taken = m_handedOut - m_transport->unsentBytes();
    if (taken > m_takenBytes) {
        m_takenBytes = taken;
        m_progressAt = m_progressWatch.now();
    } else if (m_progressWatch.now() - m_progressAt >= m_limits.stallTimeout) {
        m_host.gaveUp(DisconnectReason::Stalled);
        return;
    }
    m_progressWatch.start(progressInterval, [this] { checkProgress(); });
}

void PacketSender::restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
{
    if (m_outbox.restrictConflatedTicks(merger, symbols, chain))
        ++m_statistics.ticksMerged;
    count();
    updateFastPath();
}

void PacketSender::dropConflatedTicks()
{
    m_statistics.ticksMerged += m_outbox.dropConflatedTicks();
    count();
    updateFastPath();
}

// The end

void PacketSender::finishWithoutTicks()
{
    m_finished = true;
    m_progressWatch.stop();
    dropConflatedTicks();
}

void PacketSender::close(Transport &transport, const Transport::Closing &closing)
{
    if (!closing.aborts)
        handOver();
    stop();
    transport.close(closing);
}

/// Gives all that waits to a transport that keeps what does not leave, so that it stands before the close.
void PacketSender::handOver()
{
    if (!m_transport || !m_transport->isWritable())
        return;
    const std::vector<OutgoingPacket> packets = m_outbox.takePackets(m_limits.maxUnsentMessageBytes);
    if (!packets.empty())
        sendAtOnce(packets);
}

PacketSender::Statistics PacketSender::statistics() const
{
    Statistics statistics = m_statistics;
    statistics.unsentBytes = m_outbox.bytes() + (m_transport ? m_transport->unsentBytes() : 0);
    return statistics;
}

} // namespace ticker
