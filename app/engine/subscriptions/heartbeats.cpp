// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/heartbeats.h"

namespace ticker {

void Heartbeats::start(const QuoteSubscriber &subscriber, Period every, const std::function<void()> &send)
{
    stop(subscriber);
    if (every <= Period::zero())
        return;
    const auto [place, isNew] = m_started.try_emplace(&subscriber, m_deadlines, every, send);
    Q_ASSERT(isNew);
    wait(subscriber, place->second);
}

Heartbeats::Period Heartbeats::periodOf(const QuoteSubscriber &subscriber) const
{
    const auto found = m_started.find(&subscriber);
    return found == m_started.end() ? Period::zero() : found->second.every;
}

void Heartbeats::wait(const QuoteSubscriber &subscriber, Started &started)
{
    started.next.start(started.every, [this, &subscriber] {
        Started &due = m_started.at(&subscriber);
        wait(subscriber, due); // first, for sending may end the subscriber
        const auto send = due.send;
        send();
    });
}

} // namespace ticker
