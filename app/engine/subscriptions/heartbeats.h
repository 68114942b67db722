// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <chrono>
#include <functional>
#include <map>
#include <utility>

namespace ticker {

class QuoteSubscriber;

/// Who of a feed's clients has asked for heartbeats that its application sees, and how often. Costs nothing for the others.
/// Server thread; owned by the feed whose clients they are.
class Heartbeats final
{
public:
    using Period = std::chrono::milliseconds;

    /// The queue outlives it.
    explicit Heartbeats(DeadlineQueue &deadlines) : m_deadlines(deadlines) { }

    /// Calls back in each period from now on, in place of what was before; 0: never. The subscriber may end within it.
    void start(const QuoteSubscriber &subscriber, Period every, const std::function<void()> &send);
    /// No more; also for a subscriber that is gone.
    void stop(const QuoteSubscriber &subscriber) { m_started.erase(&subscriber); }
    /// 0: it has asked for none.
    [[nodiscard]] Period periodOf(const QuoteSubscriber &subscriber) const;

private:
    struct Started final
    {
        Started(DeadlineQueue &deadlines, Period period, std::function<void()> sendOne)
            : next(deadlines), every(period), send(std::move(sendOne))
        {
        }

        Deadline next;
        Period every;
        std::function<void()> send;
    };

    void wait(const QuoteSubscriber &subscriber, Started &started);

    DeadlineQueue &m_deadlines;
    std::map<const QuoteSubscriber *, Started> m_started;
};

} // namespace ticker
