// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timers/epoll_timers.h"

#include <QList>

namespace ticker::test {

/// Fires all that is due, at once finished, and returns the ids.
inline QList<int> fire(EpollTimers &timers, EpollTimers::Time now)
{
    QList<int> ids;
    const auto pass = timers.beginPass(now);
    while (const auto due = timers.takeDue(pass)) {
        ids.append(due->id);
        timers.finish(*due);
    }
    return ids;
}

} // namespace ticker::test
