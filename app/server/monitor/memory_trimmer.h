// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <chrono>

namespace ticker {

/// Gives memory back to the system that was freed. By itself the allocator does that only at the end of its heap, and what
/// a crowd has taken would stay with the process. Server thread; owned by the server.
class MemoryTrimmer final
{
public:
    /// Looking costs some microseconds.
    static constexpr std::chrono::seconds interval{5};
    /// So much more than before is worth the calls; less is soon used again.
    static constexpr qint64 worthBytes = 8 * 1024 * 1024;

    /// The deadlines outlive it.
    explicit MemoryTrimmer(DeadlineQueue &deadlines);

private:
    void look();

    Deadline m_next;
    qint64 m_rest = 0; ///< Resident beside what is in use, when there was least of it or it was trimmed.
};

} // namespace ticker
