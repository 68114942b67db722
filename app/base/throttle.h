// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline_queue.h"

#include <optional>

namespace ticker {

/// Of many equal things that happen, lets one be told now and then. Belongs to whom they happen to.
class Throttle final
{
public:
    /// Whether this one is to be told: none was within the interval before.
    [[nodiscard]] bool isDue(DeadlineQueue::Time now, DeadlineQueue::Time interval)
    {
        if (m_toldAt && now - *m_toldAt < interval)
            return false;
        m_toldAt = now;
        return true;
    }

private:
    std::optional<DeadlineQueue::Time> m_toldAt;
};

} // namespace ticker
