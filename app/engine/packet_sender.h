// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "disconnect_reason.h"
#include "outbox.h"

#include <functional>

namespace ticker {

class Transport;
struct Limits;

/// The way out of one session: sends what its transport can take, keeps the rest in order, merges ticks for a client that
/// is too slow, and tells when a client takes nothing at all. Server thread; owned by the session.
class PacketSender final
{
public:
    struct Statistics final
    {
        quint64 ticksSent = 0;
        quint64 ticksMerged = 0; ///< Replaced by a newer one before they could leave.
        quint64 bytesSent = 0;   ///< Handed to transports, framing included.
        qint64 unsentBytes = 0;  ///< Here and in the transport.
    };

    /// The limits and deadlines outlive it. The callback tells that the client is too slow to be kept: TooSlow from
    /// within send(), Stalled from the deadlines' run.
    PacketSender(const Limits &limits, DeadlineQueue &deadlines, std::function<void(DisconnectReason)> gaveUp);

    /// Where packets go from now on; what waits goes there first, with the next flush(). Not owned, outlives its use.
    void setTransport(Transport *transport);
    /// Drops what waits and takes nothing more.
    void stop();

    /// Messages with nothing between them. Gives the client up when more than Limits::maxUnsentMessageBytes or
    /// maxUnsentPackets wait already.
    void send(std::span<const OutgoingPacket> packets);
    /// The protocol's own packets, of which few are ever under way: whatever waits.
    void sendControl(EngineIoPacket::Type type, const QByteArray &data = {});
    /// A tick, or the newest of several when they come faster than the client takes them.
    void sendTick(const OutgoingPacket &tick);
    /// To be called when the transport has become writable. Returns whether anything was sent.
    bool flush();
    /// Past everything that waits, to a transport that is writable.
    void sendAtOnce(std::span<const OutgoingPacket> packets);

    /// No ticks any more, and no judgement on the client: the session is about to end.
    void finishWithoutTicks();

    [[nodiscard]] Statistics statistics() const;

private:
    [[nodiscard]] bool hasRoomFor(qsizetype bytes, qint64 waiting) const;
    void watchProgress();
    void checkProgress();

    const Limits &m_limits;
    std::function<void(DisconnectReason)> m_gaveUp;
    Transport *m_transport = nullptr; ///< Null when stopped.
    Outbox m_outbox;
    Statistics m_statistics;

    // Whether a client that is too slow makes progress at all; while a tick is held.
    Deadline m_progressWatch;
    qint64 m_handedOut = 0;  ///< Bytes given to the present transport.
    qint64 m_takenBytes = 0; ///< Of these, what the kernel had taken when it last took any.
    DeadlineQueue::Time m_progressAt{0};
};

} // namespace ticker
