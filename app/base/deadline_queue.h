// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ticker {

/// Every timer of the engine in one ordered list, so that ten thousand sessions cost one timer of the event loop.
/// Knows no clock: the owner passes the time in, tests pass what they like. Server thread.
class DeadlineQueue final
{
public:
    using Time = std::chrono::nanoseconds; ///< Monotonic, from any origin.
    using Id = std::uint64_t;              ///< Never 0, never used twice.
    using Callback = std::function<void()>;

    /// The current time as of the last advance().
    [[nodiscard]] Time now() const { return m_now; }
    /// Moves the time on without calling anything. Never backwards: an earlier time is ignored.
    void advance(Time now);

    /// Calls back once, when run() is called at or after now() + delay. A delay of 0 means the next run().
    Id add(Time delay, Callback callback);
    /// Does nothing when the deadline has passed or was cancelled.
    void cancel(Id id);
    /// When run() is wanted next; nothing when the list is empty.
    [[nodiscard]] std::optional<Time> next() const;
    /// Advances and calls what is due, in order. What callbacks add is left for the next run().
    void run(Time now);
    [[nodiscard]] std::size_t size() const { return m_deadlines.size(); }

    /// Called whenever next() may have become earlier, so that the owner can set its timer.
    void onChanged(Callback callback) { m_changed = std::move(callback); }

private:
    using Key = std::pair<Time, Id>;

    std::map<Key, Callback> m_deadlines;
    std::unordered_map<Id, Time> m_times;
    Time m_now{0};
    Id m_lastId = 0;
    Callback m_changed;
};

} // namespace ticker
