// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <memory>

class QAbstractEventDispatcher;

namespace ticker {

/// The event dispatcher for a thread with thousands of sockets. Called in that thread and handed to its
/// QThread::setEventDispatcher(), which owns it then (JoinedThread does both). Over epoll on Linux. Null elsewhere, if the
/// system refuses (no descriptors left), or with TICKERTRAY_EVENT_LOOP=qt in the environment: Qt's own serves as well, only
/// slower.
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeServerDispatcher();

/// Moves the next expiry of a timer of the calling thread to exactly this time from now, where a QTimer alone counts in
/// milliseconds; a repeating one goes on from there. False, with nothing done, if the thread's dispatcher is not ours; an
/// id that is unknown is ignored.
bool setTimerDeadline(int timerId, std::chrono::nanoseconds fromNow);

} // namespace ticker
