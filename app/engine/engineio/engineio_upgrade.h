// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"
#include "transport/transport.h"

#include <memory>

namespace ticker {

/// A WebSocket on trial for a session that polls: the client probes it, and then says that it moves over.
/// Owned by the session, whose polling goes on meanwhile. Server thread.
class EngineIoUpgrade final : private Transport::Receiver
{
public:
    /// The session.
    class Host
    {
    public:
        /// Called every 100 ms from the probe on: a hanging GET is to be answered, since the client moves over only
        /// between two polls. Once would not do: its next GET may be under way already.
        virtual void upgradeNeedsPollAnswered() = 0;
        /// The client has moved over: take the transport.
        virtual void upgradeSucceeded() = 0;
        /// It is closed; polling goes on. May destroy the upgrade later, not now.
        virtual void upgradeFailed() = 0;

    protected:
        ~Host() = default;
    };

    struct Limits final
    {
        DeadlineQueue::Time timeout; ///< From now to the success.
        qint64 maxUnsentBytes = 0;   ///< Answers to probes that may wait.
    };

    EngineIoUpgrade(std::unique_ptr<Transport> transport, Host &host, DeadlineQueue &deadlines, const Limits &limits);

    /// Only once, after upgradeSucceeded() was called. It has no receiver then.
    [[nodiscard]] std::unique_ptr<Transport> takeTransport();
    /// Ends it without a call to the host: the session itself has ended.
    void abandon();

private:
    void packetReceived(const EngineIoPacket &packet) override;
    void batchReceived() override { }
    void transportFailed(DisconnectReason reason) override;
    void transportWritable() override { }

    void answerProbe();
    void answerPollsFromNowOn();
    void fail();

    std::unique_ptr<Transport> m_transport;
    Host &m_host;
    Limits m_limits;
    Deadline m_timeout;
    Deadline m_pollAnswers;
};

} // namespace ticker
