// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/disconnect_reason.h"
#include "deadline.h"
#include "delivery/outbox.h"
#include "throttle.h"
#include "transport/fast_path.h"
#include "transport/transport.h"

namespace ticker {

class TickBatch;
struct Limits;

/// The way out of one session: sends what its transport can take, keeps the rest in order, merges ticks for a client that
/// is too slow, and tells when a client takes nothing at all. Server thread; owned by the session.
class PacketSender final : private ByteBudget::Holder
{
public:
    /// The session.
    class Host
    {
    public:
        /// The client is too slow to be kept: TooSlow from within a call that sends, Stalled from the deadlines' run.
        virtual void gaveUp(DisconnectReason reason) = 0;
        /// fastPath() has changed.
        virtual void fastPathChanged() = 0;
        /// A tick gave way to a newer one, because the client is too slow for every one. Not told again for a while.
        virtual void ticksMerged() { }

    protected:
        ~Host() = default;
    };

    struct Statistics final
    {
        quint64 ticksSent = 0;
        quint64 ticksMerged = 0; ///< Gave way to a newer one before they could leave.
        quint64 bytesSent = 0;   ///< Handed to transports and fast paths, framing included.
        qint64 unsentBytes = 0;  ///< Here and in the transport.
    };

    /// All outlive it. The budget counts what waits; null: nobody counts.
    PacketSender(const Limits &limits, DeadlineQueue &deadlines, Host &host, ByteBudget *budget = nullptr);
    Q_DISABLE_COPY_MOVE(PacketSender)

    /// Where packets go from now on; what waits goes there first, with the next flush(). Not owned, outlives its use.
    void setTransport(Transport *transport);
    /// Drops what waits and takes nothing more.
    void stop();

    /// Messages with nothing between them. Gives the client up when more than Limits::maxUnsentMessageBytes or
    /// maxUnsentPackets wait already.
    void send(std::span<const OutgoingPacket> packets);
    /// The protocol's own packets, of which few are ever under way: whatever waits.
    void sendControl(EngineIoPacket::Type type, const QByteArray &data = {});
    /// Ticks; beyond Limits::maxUnsentBytes by the policy for slow clients.
    void sendTicks(std::span<const OutgoingPacket> ticks);
    /// To be called when the transport has become writable. Returns whether anything was sent.
    bool flush();
    /// Past everything that waits, to a transport that is writable.
    void sendAtOnce(std::span<const OutgoingPacket> packets);

    /// The way past the session for ticks to many: open while nothing waits.
    [[nodiscard]] FastPath fastPath() const { return m_fastPath; }
    /// Its fast path has taken so much, all of it.
    void sentDirectly(quint32 ticks, quint64 bytes);
    /// Its fast path has taken no more than so many bytes of the batch's frames.
    void fastPathTook(const TickBatch &batch, qint64 bytes);

    /// No ticks any more, and no judgement on the client: the session is about to end.
    void finishWithoutTicks();
    /// The last step: closes the transport, in front of which it hands over what waits, unless the transport is dropped.
    void close(Transport &transport, const Transport::Closing &closing);

    /// Drops the ticks that wait to be merged: they are worthless.
    void dropConflatedTicks();
    /// Of this merger's ticks that wait to be merged only these instruments are still wanted.
    void restrictConflatedTicks(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain);
    /// As ConflatedTicks::contents().
    [[nodiscard]] const TickContents *conflatedContents(const TickMerger &merger) const
    {
        return m_outbox.conflatedContents(merger);
    }

    /// Ticks that gave way to newer ones before they came here.
    void countMerged(quint32 ticks) { m_statistics.ticksMerged += ticks; }
    [[nodiscard]] Statistics statistics() const;

private:
    [[nodiscard]] bool canSend() const;
    [[nodiscard]] qint64 waitingBytes() const;
    [[nodiscard]] bool hasRoomFor(qsizetype bytes) const;
    [[nodiscard]] bool queueTick(const OutgoingPacket &tick);
    bool sendWaiting();
    void handOver();
    void noteMerged();
    void afterSending();
    void updateFastPath();
    void giveWay() override;
    [[nodiscard]] qint64 heldBytes() const override;
    void count();
    void watchProgress();
    void checkProgress();

    const Limits &m_limits;
    Host &m_host;
    Transport *m_transport = nullptr; ///< Null when stopped.
    FastPath m_fastPath;
    Outbox m_outbox;
    Statistics m_statistics;
    bool m_finished = false; ///< No ticks any more.
    Throttle m_mergedTold;   ///< Of what the host hears of merged ticks.

    // Whether a client that is too slow makes progress at all; while something is unsent or held.
    Deadline m_progressWatch;
    qint64 m_handedOut = 0;  ///< Bytes given to the present transport.
    qint64 m_takenBytes = 0; ///< Of these, what the kernel had taken when it last took any.
    DeadlineQueue::Time m_progressAt{0};
};

} // namespace ticker
