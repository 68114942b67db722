// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "epoll/descriptor.h"

#include <QtGlobal>

#include <sys/epoll.h>

#include <chrono>
#include <optional>
#include <span>

namespace ticker {

[[nodiscard]] timespec toTimespec(std::chrono::nanoseconds duration);

/// The kernel's epoll as values: level-triggered descriptors with a key each, and one descriptor for wake-ups. Linux
/// only. The loop's thread; owned by EpollNotifiers.
///
/// It waits with nanoseconds where the kernel can (epoll_pwait2, since Linux 5.11; asked once, at the start), elsewhere
/// with milliseconds, rounded up: never too short.
class Epoll final
{
    Q_DISABLE_COPY_MOVE(Epoll)

public:
    /// What wait() reports for the descriptor of wake-ups.
    static constexpr quint64 wakeUpKey = ~quint64(0);

    explicit Epoll(int wakeUpDescriptor);
    ~Epoll() = default;

    /// False if the system refused (EMFILE, ENFILE, ENOMEM); nothing else may be called then.
    [[nodiscard]] bool isOpen() const { return m_epoll.isOpen(); }
    /// Forgets all descriptors but that of wake-ups. False, with nothing changed, if the system refuses.
    [[nodiscard]] bool startAnew();

    /// 0 or an errno. If it is watched already under this number, it gets the new events and key.
    [[nodiscard]] int add(int descriptor, quint32 events, quint64 key) const;
    /// 0 or an errno: ENOENT if the number means another file by now.
    [[nodiscard]] int modify(int descriptor, quint32 events, quint64 key) const;
    void remove(int descriptor) const;

    /// Waits for events, nullopt: for ever, 0: not at all. Returns the part of the buffer that was filled: nothing when
    /// the time has passed or a signal came.
    [[nodiscard]] std::span<const epoll_event> wait(std::span<epoll_event> buffer,
                                                    std::optional<std::chrono::nanoseconds> timeout) const;

private:
    [[nodiscard]] static Descriptor open(int wakeUpDescriptor);

    Descriptor m_epoll;
    int m_wakeUpDescriptor;
    bool m_hasNanoseconds = false;
};

} // namespace ticker
