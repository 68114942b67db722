// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epoll/epoll_dispatcher.h"

#include <QCoreApplication>

namespace ticker {

using namespace std::chrono_literals;

std::unique_ptr<EpollDispatcher> EpollDispatcher::create()
{
    std::unique_ptr<EpollDispatcher> dispatcher(new EpollDispatcher);
    if (!dispatcher->m_waker.isOpen() || !dispatcher->m_notifiers.isOpen())
        return nullptr;
    return dispatcher;
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    const Sources sources{.timers = !flags.testFlag(QEventLoop::X11ExcludeTimers),
                          .notifiers = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers)};
    const quint32 interrupts = m_interrupts.load();
    const quint64 pass = ++m_passes;
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    // A nested loop took wake-ups that may have been meant for this one, so whoever called this looks again.
    const auto mayWait = [&] {
        return flags.testFlag(QEventLoop::WaitForMoreEvents) && m_passes == pass && !m_waker.isWoken()
            && !(sources.notifiers && m_notifiers.hasWork());
    };
    if (mayWait() && m_interrupts.load() == interrupts)
        Q_EMIT aboutToBlock();
    if (m_interrupts.load() != interrupts)
        return false;

    const bool isWoken = poll(mayWait(), sources);
    const int notified = sources.notifiers ? m_notifiers.activate() : 0;
    const int fired = sources.timers ? fireTimers() : 0;
    if (isWoken)
        QCoreApplication::sendPostedEvents();
    return isWoken || notified > 0 || fired > 0;
}

/// Looks once, or if it may wait, until something happened. True if that was a wake-up.
bool EpollDispatcher::poll(bool mayWait, Sources sources)
{
    for (;;) {
        if (mayWait && !sources.notifiers)
            m_waker.drain();
        const bool waits = mayWait && m_waker.beginWait();
        std::optional<Nanoseconds> timeout = 0ns;
        if (waits)
            timeout = sources.timers ? timeToNextTimer() : std::nullopt;
        if (sources.notifiers)
            m_notifiers.collect(timeout);
        else if (waits)
            m_waker.waitAlone(timeout);
        const bool isWoken = m_waker.endWait();
        if (!waits || isWoken || (sources.notifiers && m_notifiers.hasWork())
            || (sources.timers && timeToNextTimer() == 0ns))
            return isWoken;
        // Else it was a signal, a wake-up that was noticed before its write came, or a report of an old registration.
    }
}

void EpollDispatcher::interrupt()
{
    ++m_interrupts;
    wakeUp();
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier *notifier)
{
    if (isCalledRightly("socket notifiers cannot be enabled", notifier))
        m_notifiers.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier *notifier)
{
    if (isCalledRightly("socket notifiers cannot be disabled", notifier))
        m_notifiers.remove(notifier);
}

} // namespace ticker

#include "moc_epoll_dispatcher.cpp"
