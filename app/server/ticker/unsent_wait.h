// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <functional>

namespace ticker {

class ByteBudget;

/// Waits until clients have taken all that is kept for them, but not longer than a time. Server thread; part of the server.
class UnsentWait final
{
public:
    using Callback = std::function<void()>;

    /// Both outlive it.
    UnsentWait(DeadlineQueue &deadlines, const ByteBudget &unsent) : m_step(deadlines), m_unsent(unsent) { }

    /// Calls back once, from the deadlines' run. Starting again replaces what was started before.
    void start(DeadlineQueue::Time atMost, Callback callback);

private:
    void look();

    Deadline m_step;
    const ByteBudget &m_unsent;
    DeadlineQueue::Time m_until{0};
    Callback m_callback;
};

} // namespace ticker
