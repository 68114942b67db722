// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epoll/epoll.h"

#include <algorithm>
#include <cerrno>
#include <limits>

namespace ticker {

using namespace std::chrono_literals;

namespace {

epoll_event makeEvent(quint32 events, quint64 key)
{
    epoll_event event{};
    event.events = events;
    event.data.u64 = key;
    return event;
}

/// In milliseconds, rounded up; -1 is for ever.
int toMilliseconds(std::optional<std::chrono::nanoseconds> timeout)
{
    constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
    return timeout ? int(std::min(std::chrono::ceil<std::chrono::milliseconds>(*timeout), longest).count()) : -1;
}

} // namespace

timespec toTimespec(std::chrono::nanoseconds duration)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(duration);
    return {.tv_sec = time_t(seconds.count()), .tv_nsec = long((duration - seconds).count())};
}

Epoll::Epoll(int wakeUpDescriptor) : m_epoll(open(wakeUpDescriptor)), m_wakeUpDescriptor(wakeUpDescriptor)
{
    if (!isOpen())
        return;
    epoll_event unused{};
    const timespec noTime{};
    // ENOSYS from an old kernel, EPERM from a sandbox that does not know the call.
    m_hasNanoseconds = ::epoll_pwait2(m_epoll.number(), &unused, 1, &noTime, nullptr) >= 0 || errno == EINTR;
}

Descriptor Epoll::open(int wakeUpDescriptor)
{
    Descriptor epoll(::epoll_create1(EPOLL_CLOEXEC));
    epoll_event event = makeEvent(EPOLLIN | EPOLLET, wakeUpKey);
    if (epoll.isOpen() && ::epoll_ctl(epoll.number(), EPOLL_CTL_ADD, wakeUpDescriptor, &event) != 0)
        return {};
    return epoll;
}

bool Epoll::startAnew()
{
    Descriptor epoll = open(m_wakeUpDescriptor);
    if (!epoll.isOpen())
        return false;
    m_epoll = std::move(epoll);
    return true;
}

int Epoll::add(int descriptor, quint32 events, quint64 key) const
{
    epoll_event event = makeEvent(events, key);
    if (::epoll_ctl(m_epoll.number(), EPOLL_CTL_ADD, descriptor, &event) == 0)
        return 0;
    return errno == EEXIST ? modify(descriptor, events, key) : errno;
}

int Epoll::modify(int descriptor, quint32 events, quint64 key) const
{
    epoll_event event = makeEvent(events, key);
    return ::epoll_ctl(m_epoll.number(), EPOLL_CTL_MOD, descriptor, &event) == 0 ? 0 : errno;
}

void Epoll::remove(int descriptor) const
{
    ::epoll_ctl(m_epoll.number(), EPOLL_CTL_DEL, descriptor, nullptr); // fails if it was closed before
}

std::span<const epoll_event> Epoll::wait(std::span<epoll_event> buffer,
                                         std::optional<std::chrono::nanoseconds> timeout) const
{
    const int size = int(buffer.size());
    int count = 0;
    if (m_hasNanoseconds) {
        const timespec limit = toTimespec(timeout.value_or(0ns));
        count = ::epoll_pwait2(m_epoll.number(), buffer.data(), size, timeout ? &limit : nullptr, nullptr);
    } else {
        count = ::epoll_wait(m_epoll.number(), buffer.data(), size, toMilliseconds(timeout));
    }
    Q_ASSERT(count >= 0 || errno == EINTR);
    return buffer.first(std::size_t(std::max(count, 0)));
}

} // namespace ticker
