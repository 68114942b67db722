// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticker/unsent_wait.h"

#include "packets/byte_budget.h"

#include <chrono>
#include <utility>

namespace ticker {

namespace {

constexpr std::chrono::milliseconds lookEvery{5};

} // namespace

void UnsentWait::start(DeadlineQueue::Time atMost, Callback callback)
{
    m_until = m_step.now() + atMost;
    m_callback = std::move(callback);
    m_step.start(DeadlineQueue::Time(0), [this] { look(); });
}

void UnsentWait::look()
{
    if (m_unsent.bytes() > 0 && m_step.now() < m_until)
        m_step.start(lookEvery, [this] { look(); });
    else
        std::exchange(m_callback, nullptr)();
}

} // namespace ticker
