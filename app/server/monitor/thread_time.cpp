// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/thread_time.h"

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <ctime>
#endif

namespace ticker {

std::chrono::nanoseconds threadProcessorTime()
{
#ifdef Q_OS_UNIX
    timespec time{};
    if (clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time) == 0)
        return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
#endif
    return {};
}

} // namespace ticker
