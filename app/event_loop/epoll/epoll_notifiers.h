// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "epoll/epoll.h"

#include <QSocketNotifier>

#include <array>
#include <vector>

namespace ticker {

/// Which socket notifiers wait for which descriptors, and which of them are to be activated. The loop's thread; owned by
/// its dispatcher.
///
/// - A descriptor has at most one notifier of each type; a second one takes the place of the first, with a warning.
/// - The kernel is told at once of each change, so a descriptor without notifiers is never watched, and its number may be
///   closed, reused or have duplicates.
/// - Ready notifiers wait in one queue that nested loops share: each is activated once, by whichever loop comes first, and
///   not at all if it was disabled or destroyed meanwhile.
/// - Hangups and errors activate notifiers of all three types, as Qt's own dispatcher does over poll().
/// - Files, which epoll refuses, are always ready for reading and writing, as they are for poll().
/// - A descriptor that was closed while a notifier was on it sends nothing, unless a duplicate keeps its file open. Then
///   the kernel goes on to report it under the old number and cannot be told otherwise. Each registration has a
///   generation: a report of an old one activates nothing and has the epoll set built anew.
class EpollNotifiers final
{
    Q_DISABLE_COPY_MOVE(EpollNotifiers)

public:
    using Timeout = std::optional<std::chrono::nanoseconds>;

    /// Descriptors looked at in one pass, so that timers and posted events get their turn. The kernel hands out ready
    /// ones in turn, so none starves.
    static constexpr int maxDescriptorsPerPass = 128;

    explicit EpollNotifiers(int wakeUpDescriptor) : m_epoll(wakeUpDescriptor) { }
    ~EpollNotifiers() = default;

    /// False if the system refused; nothing else may be called then.
    [[nodiscard]] bool isOpen() const { return m_epoll.isOpen(); }

    /// Neither takes ownership. To remove one that is not there does nothing.
    void add(QSocketNotifier *notifier);
    void remove(QSocketNotifier *notifier);

    /// True if collect() will or activate() would find something without waiting.
    [[nodiscard]] bool hasWork() const;
    /// Waits (nullopt: for ever, 0: not at all) and queues what is ready. Also ends at a wake-up or a signal.
    void collect(Timeout timeout);
    [[nodiscard]] bool hasPending() const { return m_firstPending < m_pending.size(); }
    /// Activates what is queued and returns how many that were. Handlers may do anything, also run nested loops.
    int activate();

private:
    static constexpr int typeCount = 3;
    using Types = quint8; ///< A bit for each QSocketNotifier::Type.

    enum class Watch : quint8 {
        None, ///< No notifiers.
        Epoll,
        Always, ///< A file: epoll refuses it, it is always ready.
        Failed, ///< Closed, or out of the system's limits; tried once more in the next pass, then disabled.
    };

    struct Slot
    {
        std::array<QSocketNotifier *, typeCount> notifiers{};
        quint32 generation = 0; ///< Changes with each registration and each end of one.
        Types pending = 0;
        Watch watch = Watch::None;
        quint8 reports = 0;
    };

    struct Pending
    {
        int descriptor;
        quint8 type;
    };

    [[nodiscard]] static quint32 wantedEvents(const Slot &slot);
    [[nodiscard]] static quint64 key(int descriptor, const Slot &slot);
    void update(int descriptor);
    void watch(int descriptor, quint32 events);
    void unwatch(int descriptor);
    [[nodiscard]] bool takeReport(const epoll_event &report);
    void enqueue(int descriptor, quint32 events);
    void enqueueFiles();
    void retryFailed();
    void startAnew();

    Epoll m_epoll;
    std::vector<Slot> m_slots;      ///< Indexed by descriptor; these are small numbers.
    std::vector<Pending> m_pending; ///< Valid where the slot's bit is still set.
    std::size_t m_firstPending = 0;
    std::vector<int> m_files;  ///< Those of Watch::Always.
    std::vector<int> m_failed; ///< At least those of Watch::Failed.
};

} // namespace ticker
