// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "epoll/descriptor.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <optional>

namespace ticker {

/// Wakes one waiting event loop. wakeUp() is for any thread, all else for the loop's. Owned by its dispatcher.
///
/// The loop calls beginWait(), waits until descriptor() has something or until anything else that it waits for, and calls
/// endWait(). A wake-up costs a system call only if the loop is between the two.
///
/// Why none is lost. Each wake-up puts Woken in place of the state by one atomic exchange, after what it announces was
/// done. What it took out says where the loop is:
/// - Running: the loop has not begun to wait, so its next beginWait() finds Woken and fails; it polls and does not wait.
/// - Waiting: the loop is in its wait or on the way into it. The eventfd is written, which ends the wait, since nobody
///   takes an event of the eventfd away between beginWait() and the wait. If the loop came back for another reason and
///   called endWait() before the write, endWait() took the Woken, and the write ends a later wait without need.
/// - Woken: another wake-up came first, the loop has not looked yet, and its endWait() is still to come.
/// In each case endWait() returns true after the exchange, and thereby sees all that was done before it. So the loop has
/// only to look for work (posted events, flags) between an endWait() and the next beginWait(), and it does.
class LoopWaker final
{
    Q_DISABLE_COPY_MOVE(LoopWaker)

public:
    LoopWaker();
    ~LoopWaker() = default;

    /// False if the system refused the eventfd; nothing else may be called then.
    [[nodiscard]] bool isOpen() const { return m_eventFd.isOpen(); }
    /// Becomes readable. It is watched edge-triggered and never read, which saves a read() for each wake-up.
    [[nodiscard]] int descriptor() const { return m_eventFd.number(); }

    void wakeUp();

    /// True if a wake-up came since the last endWait().
    [[nodiscard]] bool isWoken() const { return m_state.load() == State::Woken; }
    /// False if a wake-up came since the last endWait(): do not wait.
    [[nodiscard]] bool beginWait();
    /// After each wait or poll, also one without beginWait(): true if a wake-up came since the last call.
    bool endWait();

    /// Waits for a wake-up alone, nullopt: for ever. To be called after drain() and then beginWait().
    void waitAlone(std::optional<std::chrono::nanoseconds> timeout) const;
    /// Makes the descriptor unreadable; before beginWait(), lest it takes the one write that would end the wait.
    void drain() const;

private:
    enum class State : int { Running, Waiting, Woken };

    Descriptor m_eventFd;
    std::atomic<State> m_state = State::Running;
};

} // namespace ticker
