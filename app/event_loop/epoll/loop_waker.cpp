// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epoll/loop_waker.h"

#include "epoll/epoll.h"

#include <poll.h>
#include <sys/eventfd.h>

namespace ticker {

LoopWaker::LoopWaker() : m_eventFd(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) { }

void LoopWaker::wakeUp()
{
    // A look at the state without exchange would save nothing that matters and could be answered before the announced
    // work is visible to the loop.
    if (m_state.exchange(State::Woken) == State::Waiting)
        ::eventfd_write(m_eventFd.number(), 1); // fails only after 2^64 - 2 wake-ups
}

bool LoopWaker::beginWait()
{
    auto expected = State::Running;
    return m_state.compare_exchange_strong(expected, State::Waiting);
}

bool LoopWaker::endWait()
{
    return m_state.exchange(State::Running) == State::Woken;
}

void LoopWaker::waitAlone(std::optional<std::chrono::nanoseconds> timeout) const
{
    pollfd entry{.fd = m_eventFd.number(), .events = POLLIN, .revents = 0};
    const timespec limit = toTimespec(timeout.value_or(std::chrono::nanoseconds::zero()));
    ::ppoll(&entry, 1, timeout ? &limit : nullptr, nullptr);
}

void LoopWaker::drain() const
{
    eventfd_t count = 0;
    ::eventfd_read(m_eventFd.number(), &count); // fails if there is nothing to read
}

} // namespace ticker
