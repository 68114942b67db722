// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/server_dispatcher.h"

#include "timers/timer_dispatcher.h"

#ifdef Q_OS_LINUX
#include "epoll/epoll_dispatcher.h"
#endif

namespace ticker {

std::unique_ptr<QAbstractEventDispatcher> makeServerDispatcher()
{
#ifdef Q_OS_LINUX
    if (qEnvironmentVariable("TICKERTRAY_EVENT_LOOP") == QLatin1String("qt"))
        return nullptr;
    return EpollDispatcher::create();
#else
    return nullptr;
#endif
}

bool setTimerDeadline(int timerId, std::chrono::nanoseconds fromNow)
{
    auto *const dispatcher = qobject_cast<TimerDispatcher *>(QAbstractEventDispatcher::instance());
    if (!dispatcher)
        return false;
    dispatcher->setTimerDeadline(timerId, fromNow);
    return true;
}

} // namespace ticker
