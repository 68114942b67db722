// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

struct epoll_event;

// The little of POSIX that both programs of the benchmark need.
namespace ticker::bench {

/// A time or a duration on the monotonic clock.
using Nanoseconds = std::int64_t;
constexpr Nanoseconds nanosecondsPerSecond = 1'000'000'000;
constexpr Nanoseconds nanosecondsPerMillisecond = 1'000'000;
constexpr Nanoseconds nanosecondsPerMicrosecond = 1'000;

[[nodiscard]] Nanoseconds now();

/// As many descriptors as the system lets this process have, for each client is one.
void allowManyDescriptors();

/// Waits for events on the epoll set, at most for this long and not at all when it is negative. Returns their number,
/// 0 after the time or a signal. Ends the process when the kernel refuses.
[[nodiscard]] int waitForEvents(int epoll, epoll_event *events, int most, Nanoseconds longest);

/// Ends the process with a line on standard error: what was tried, and the reason in errno.
[[noreturn]] void failWithErrno(const char *what);
/// The same for what is no failure of a call.
[[noreturn]] void fail(const char *what);

} // namespace ticker::bench
