// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <memory>
#include <vector>

namespace ticker {

/// Keeps what is done with until no function of it can be running any more: it is destroyed in the next run of the
/// deadlines. So a callback may end its own session. Server thread; owned by EngineIoServer.
class DeferredDeleter final
{
public:
    explicit DeferredDeleter(DeadlineQueue &deadlines) : m_collection(deadlines) { }

    /// Takes over an object; a std::unique_ptr of any type will do. Null is ignored.
    void deleteLater(std::shared_ptr<void> object);

private:
    std::vector<std::shared_ptr<void>> m_objects;
    Deadline m_collection;
};

} // namespace ticker
