// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/transport.h"

#include <functional>
#include <memory>
#include <vector>

namespace ticker {

class DeferredDeleter;
class PollCork;
class PollExchange;

class PollingTransport;

/// Has a hanging GET wait for all of what is sent in a row: it can be answered but once, and the rest would take its client
/// another request. Server thread; shared by a server's polling transports, outlives them.
class PollCork final
{
public:
    /// Dies with its transport.
    using Poll = std::weak_ptr<PollingTransport *>;

    /// From now on no GET is answered, but to close it.
    void cork() { m_isCorked = true; }
    /// Answers those that there is something for by now.
    void uncork();

    [[nodiscard]] bool isCorked() const { return m_isCorked; }
    /// To be told by uncork(). Once each.
    void wait(Poll poll) { m_waiting.push_back(std::move(poll)); }

private:
    bool m_isCorked = false;
    std::vector<Poll> m_waiting; ///< Kept from tick to tick, for its memory.
};

/// A session's packets over HTTP long-polling: a GET hangs until there is something to say, a POST brings packets.
/// Owned by its session. Server thread.
class PollingTransport final : public Transport
{
public:
    /// The others outlive it.
    PollingTransport(const PacketFraming &framing, DeferredDeleter &deleter, PollCork &held);

    /// Parks a GET. A second one while one hangs is answered 400 and fails the transport.
    void handleGet(const std::shared_ptr<PollExchange> &exchange);
    /// Reads the packets of a whole POST and answers it. One while another's body is still coming is answered 400 and
    /// fails the transport.
    void handlePost(const QByteArray &contentType, const QByteArray &body,
                    const std::shared_ptr<PollExchange> &exchange);

    /// The head of a POST is there, its body is not. False: another's is still coming, and so the transport has failed.
    [[nodiscard]] bool beginPost();
    /// Called once if the transport ends before the body is there.
    void onPostCancelled(std::function<void()> callback) { m_postCancelled = std::move(callback); }
    /// The body is there, or will never be looked at.
    void endPost();
    /// The client hung up before the body's end.
    void abandonPost();

    void setReceiver(Receiver *receiver) override { m_receiver = receiver; }
    [[nodiscard]] TransportKind kind() const override { return TransportKind::SocketIoPolling; }
    /// While a GET hangs and is not held. Who asks while it is held is told when that is over.
    [[nodiscard]] bool isWritable() const override;
    /// What more waits comes with the next GET.
    static constexpr qsizetype mostOfOneReply = 256 * 1024;
    /// Always 0: one reply is under way at a time, and what follows waits in the session for the next GET.
    [[nodiscard]] qsizetype batchBytes() const override { return mostOfOneReply; }
    [[nodiscard]] qint64 unsentBytes() const override { return 0; }
    /// All packets in one reply to the hanging GET.
    qint64 send(std::span<const OutgoingPacket> packets) override;
    /// A hanging GET is answered with a close packet.
    void close(const Closing &closing) override;
    /// PollCork lets go.
    void uncorked();

private:
    void readPayload(const QByteArray &body, bool binary);
    template<typename Reader>
    void readPackets(Reader reader);
    void closedByClient();
    void getAbandoned();
    void cancelPost();
    void replyWith(EngineIoPacket::Type type);
    void fail(DisconnectReason reason);

    PacketFraming m_framing;
    DeferredDeleter &m_deleter;
    PollCork &m_held;
    mutable bool m_waitsForHold = false; ///< m_held knows it.
    Receiver *m_receiver = nullptr;
    std::shared_ptr<PollExchange> m_get; ///< The hanging one.
    bool m_postBegun = false;            ///< A POST's body is on its way.
    std::function<void()> m_postCancelled;
    /// Dies with this, so that the callback of a GET that is left behind finds out.
    std::shared_ptr<PollingTransport *> m_self;
};

} // namespace ticker
