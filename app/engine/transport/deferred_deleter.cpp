// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/deferred_deleter.h"

#include <utility>

namespace ticker {

void DeferredDeleter::deleteLater(std::shared_ptr<void> object)
{
    if (!object)
        return;
    m_objects.push_back(std::move(object));
    if (m_collection.isActive())
        return;
    // Out of the list first: destructors may deleteLater others.
    m_collection.start(DeadlineQueue::Time::zero(), [this] { std::exchange(m_objects, {}).clear(); });
}

} // namespace ticker
