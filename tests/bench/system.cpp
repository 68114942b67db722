// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "system.h"

#include <sys/epoll.h>
#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace ticker::bench {

Nanoseconds now()
{
    timespec time = {};
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * nanosecondsPerSecond + time.tv_nsec;
}

void allowManyDescriptors()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

int waitForEvents(int epoll, epoll_event *events, int most, Nanoseconds longest)
{
    const Nanoseconds wait = std::max<Nanoseconds>(longest, 0);
    const timespec limit = {.tv_sec = wait / nanosecondsPerSecond, .tv_nsec = wait % nanosecondsPerSecond};
    const int count = epoll_pwait2(epoll, events, most, &limit, nullptr);
    if (count == -1 && errno != EINTR)
        failWithErrno("waiting for events");
    return std::max(count, 0);
}

void failWithErrno(const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, std::strerror(errno));
    std::exit(EXIT_FAILURE);
}

void fail(const char *what)
{
    std::fprintf(stderr, "%s\n", what);
    std::exit(EXIT_FAILURE);
}

} // namespace ticker::bench
