// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <functional>
#include <optional>

namespace ticker {

/// The heartbeats of a client of the plain feed: a ping at even intervals, and the end when nothing at all was heard for
/// too long. One timer, whatever the client sends. Server thread; owned by the client.
class FeedHeartbeat final
{
public:
    struct Timing final
    {
        DeadlineQueue::Time interval; ///< From one ping to the next.
        /// The longest that nothing may be heard, longer than the interval; nothing: who cannot speak need not.
        std::optional<DeadlineQueue::Time> silence;
    };

    FeedHeartbeat(DeadlineQueue &deadlines, Timing timing) : m_timing(timing), m_deadline(deadlines) { }

    /// From one ping to the next, instead. Before the start.
    void setInterval(DeadlineQueue::Time interval) { m_timing.interval = interval; }
    /// Both callbacks come from the deadlines' run; after the second there are no more.
    void start(std::function<void()> sendPing, std::function<void()> timedOut);
    void stop() { m_deadline.stop(); }
    /// A pong, which counts as the answer to the last ping, or as nothing when that was answered.
    void pongReceived()
    {
        if (m_pingedAt)
            m_roundTrip = m_deadline.now() - *m_pingedAt;
        m_pingedAt.reset();
    }
    /// From the last ping that was answered to its answer; negative: none was.
    [[nodiscard]] DeadlineQueue::Time roundTrip() const { return m_roundTrip; }
    /// Something came from the client.
    void heard() { m_heardAt = m_deadline.now(); }

private:
    void wait();
    [[nodiscard]] bool isTooSilent(DeadlineQueue::Time now) const;
    void due();

    Timing m_timing;
    Deadline m_deadline;
    DeadlineQueue::Time m_pingAt{0};
    DeadlineQueue::Time m_heardAt{0};
    std::optional<DeadlineQueue::Time> m_pingedAt; ///< The ping that waits for its answer.
    DeadlineQueue::Time m_roundTrip{-1};
    std::function<void()> m_sendPing;
    std::function<void()> m_timedOut;
};

} // namespace ticker
