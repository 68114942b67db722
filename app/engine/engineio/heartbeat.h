// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

namespace ticker {

/// The heartbeats of a session: in revision 4 the server pings and the client answers, in revision 3 the other way round.
/// One timer, whatever the client sends. Owned by the session.
class Heartbeat final
{
public:
    struct Timing final
    {
        DeadlineQueue::Time interval; ///< From the start, and from each answer, to the next ping.
        DeadlineQueue::Time timeout;  ///< From a ping to the latest answer; in revision 3 how late a ping may be.
    };

    Heartbeat(DeadlineQueue &deadlines, Timing timing) : m_timing(timing), m_deadline(deadlines) { }

    /// Revision 4. Both callbacks come from the deadlines' run; after the second there are no more.
    void start(std::function<void()> sendPing, std::function<void()> timedOut);
    /// Revision 3: the client pings.
    void startListening(std::function<void()> timedOut);
    void stop() { m_deadline.stop(); }
    /// A pong that answers no ping is ignored, so that a flood of them neither costs timers nor puts off the next ping.
    void pongReceived();
    /// From the last ping of ours that was answered to its answer; negative: none was.
    [[nodiscard]] DeadlineQueue::Time roundTrip() const { return m_roundTrip; }
    /// Something else was received: once for each ping it gives the client its time anew, since a long message may stand
    /// before the answer. Revision 4 only.
    void messageReceived();
    /// Only after startListening().
    void pingReceived() { awaitPing(); }

private:
    void scheduleNextPing();
    void awaitPong();
    void awaitPing();

    Timing m_timing;
    Deadline m_deadline;
    std::function<void()> m_sendPing;
    std::function<void()> m_timedOut;
    DeadlineQueue::Time m_pingedAt{0};
    DeadlineQueue::Time m_roundTrip{-1};
    bool m_awaitsPong = false;
    bool m_hasExtended = false;
};

} // namespace ticker
