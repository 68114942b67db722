// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "epoll/epoll_notifiers.h"

#include <QCoreApplication>

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ticker {

namespace {

constexpr unsigned generationShift = 32;

/// What each type asks for. Hangups and errors are reported unasked.
constexpr std::array<quint32, 3> askedEvents{EPOLLIN, EPOLLOUT, EPOLLPRI};
static_assert(QSocketNotifier::Read == 0 && QSocketNotifier::Write == 1 && QSocketNotifier::Exception == 2);

/// What poll() says of a file.
constexpr quint32 fileEvents = EPOLLIN | EPOLLOUT;

const char *nameOf(int type)
{
    constexpr std::array<const char *, 3> names{"Read", "Write", "Exception"};
    return names[std::size_t(type)];
}

} // namespace

quint32 EpollNotifiers::wantedEvents(const Slot &slot)
{
    quint32 events = 0;
    for (std::size_t type = 0; type < slot.notifiers.size(); ++type) {
        if (slot.notifiers[type])
            events |= askedEvents[type];
    }
    return events;
}

quint64 EpollNotifiers::key(int descriptor, const Slot &slot)
{
    return quint64(slot.generation) << generationShift | quint32(descriptor);
}

void EpollNotifiers::add(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const int type = notifier->type();
    if (descriptor < 0)
        return;
    if (std::size_t(descriptor) >= m_slots.size())
        m_slots.resize(std::size_t(descriptor) + 1);
    Slot &slot = m_slots[std::size_t(descriptor)];
    QSocketNotifier *&entry = slot.notifiers[std::size_t(type)];
    if (entry && entry != notifier) {
        qWarning("QSocketNotifier: Multiple socket notifiers for same socket %d and type %s", descriptor, nameOf(type));
        slot.pending = Types(slot.pending & ~(1U << type));
    }
    entry = notifier;
    update(descriptor);
}

void EpollNotifiers::remove(QSocketNotifier *notifier)
{
    const int descriptor = int(notifier->socket());
    const int type = notifier->type();
    if (descriptor < 0 || std::size_t(descriptor) >= m_slots.size())
        return;
    Slot &slot = m_slots[std::size_t(descriptor)];
    QSocketNotifier *&entry = slot.notifiers[std::size_t(type)];
    if (entry && entry != notifier)
        qWarning("QSocketNotifier: Multiple socket notifiers for same socket %d and type %s", descriptor, nameOf(type));
    if (entry != notifier)
        return;
    entry = nullptr;
    slot.pending = Types(slot.pending & ~(1U << type));
    update(descriptor);
}

/// Tells the kernel what the slot's notifiers want.
void EpollNotifiers::update(int descriptor)
{
    const Slot &slot = m_slots[std::size_t(descriptor)];
    const quint32 events = wantedEvents(slot);
    if (events == 0) {
        unwatch(descriptor);
        return;
    }
    // If it cannot be modified, it was closed behind our back, and perhaps the number means another file now.
    const bool isNew = slot.watch == Watch::None;
    if (isNew || (slot.watch == Watch::Epoll && m_epoll.modify(descriptor, events, key(descriptor, slot)) != 0))
        watch(descriptor, events);
}

void EpollNotifiers::watch(int descriptor, quint32 events)
{
    Slot &slot = m_slots[std::size_t(descriptor)];
    ++slot.generation;
    switch (m_epoll.add(descriptor, events, key(descriptor, slot))) {
    case 0:
        slot.watch = Watch::Epoll;
        break;
    case EPERM:
        slot.watch = Watch::Always;
        m_files.push_back(descriptor);
        break;
    default:
        slot.watch = Watch::Failed;
        m_failed.push_back(descriptor);
    }
}

void EpollNotifiers::unwatch(int descriptor)
{
    Slot &slot = m_slots[std::size_t(descriptor)];
    if (slot.watch == Watch::Epoll)
        m_epoll.remove(descriptor);
    else if (slot.watch == Watch::Always)
        std::erase(m_files, descriptor);
    ++slot.generation;
    slot.watch = Watch::None;
}

bool EpollNotifiers::hasWork() const
{
    return hasPending() || !m_failed.empty() || std::any_of(m_files.begin(), m_files.end(), [this](int file) {
               return (wantedEvents(m_slots[std::size_t(file)]) & fileEvents) != 0;
           });
}

void EpollNotifiers::collect(Timeout timeout)
{
    retryFailed();
    std::array<epoll_event, maxDescriptorsPerPass> buffer; // on the stack: nested loops have their own
    bool allCurrent = true;
    for (const epoll_event &report : m_epoll.wait(buffer, timeout)) {
        if (report.data.u64 != Epoll::wakeUpKey)
            allCurrent = takeReport(report) && allCurrent;
    }
    if (!allCurrent)
        startAnew();
    enqueueFiles();
}

/// False if it comes from a registration that is no more.
bool EpollNotifiers::takeReport(const epoll_event &report)
{
    const int descriptor = int(quint32(report.data.u64));
    Slot &slot = m_slots[std::size_t(descriptor)];
    if (slot.watch == Watch::None || slot.generation != quint32(report.data.u64 >> generationShift))
        return false;
    // Closed, but reported because a duplicate keeps the file open: the handler could never make it quiet. To ask each
    // time would cost a system call, so this is asked each time that the counter begins anew.
    if (++slot.reports == 0 && ::fcntl(descriptor, F_GETFD) < 0) {
        ++slot.generation;
        slot.watch = Watch::Failed;
        m_failed.push_back(descriptor);
        return false;
    }
    enqueue(descriptor, report.events);
    return true;
}

void EpollNotifiers::enqueue(int descriptor, quint32 events)
{
    Slot &slot = m_slots[std::size_t(descriptor)];
    for (std::size_t type = 0; type < slot.notifiers.size(); ++type) {
        const auto bit = Types(1U << type);
        const bool isReady = (events & (askedEvents[type] | EPOLLHUP | EPOLLERR)) != 0;
        if (!isReady || !slot.notifiers[type] || (slot.pending & bit) != 0)
            continue;
        slot.pending = Types(slot.pending | bit);
        m_pending.push_back({.descriptor = descriptor, .type = quint8(type)});
    }
}

void EpollNotifiers::enqueueFiles()
{
    for (const int file : m_files)
        enqueue(file, fileEvents);
}

int EpollNotifiers::activate()
{
    int count = 0;
    QEvent event(QEvent::SockAct);
    while (hasPending()) {
        const auto [descriptor, type] = m_pending[m_firstPending++];
        if (!hasPending()) { // before the handler, which may run a nested loop that fills it again
            m_pending.clear();
            m_firstPending = 0;
        }
        Slot &slot = m_slots[std::size_t(descriptor)];
        const auto bit = Types(1U << type);
        if ((slot.pending & bit) == 0)
            continue;
        slot.pending = Types(slot.pending & ~bit);
        QCoreApplication::sendEvent(slot.notifiers[type], &event);
        ++count;
    }
    return count;
}

/// Qt's dispatcher too disables the notifiers of a descriptor that is not open, once it polls.
void EpollNotifiers::retryFailed()
{
    for (const int descriptor : std::exchange(m_failed, {})) {
        if (m_slots[std::size_t(descriptor)].watch != Watch::Failed)
            continue;
        watch(descriptor, wantedEvents(m_slots[std::size_t(descriptor)]));
        if (m_slots[std::size_t(descriptor)].watch != Watch::Failed)
            continue;
        m_failed.pop_back();
        const auto notifiers = m_slots[std::size_t(descriptor)].notifiers; // the slot loses them one by one
        for (QSocketNotifier *notifier : notifiers) {
            if (!notifier)
                continue;
            qWarning("QSocketNotifier: Invalid socket %d with type %s, disabling...", descriptor,
                     nameOf(notifier->type()));
            notifier->setEnabled(false);
        }
    }
}

/// The only way to be rid of a registration whose number means another file, or none. If the system has no descriptor to
/// spare, the next report of it tries again.
void EpollNotifiers::startAnew()
{
    if (!m_epoll.startAnew())
        return;
    for (std::size_t descriptor = 0; descriptor < m_slots.size(); ++descriptor) {
        Slot &slot = m_slots[descriptor];
        if (slot.watch == Watch::Epoll)
            watch(int(descriptor), wantedEvents(slot));
    }
}

} // namespace ticker
