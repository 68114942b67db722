// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transport/fast_path.h"

#include <cstdint>
#include <vector>

namespace ticker {

class TickBatch;

/// Who hears what is sent to many, in one compact list. A client for whom nothing waits costs an entry of the list and one
/// call of its fast path, and no object of its own is touched. Members may come and go while the list is walked through: who has
/// left is not visited any more, who came is visited the next time. Server thread; owned by who broadcasts.
class FanOut final
{
public:
    /// Owned by its client, and in one list at most; leaves it when destroyed.
    class Member
    {
    public:
        Q_DISABLE_COPY_MOVE(Member)
        /// To be called when fastPath() has changed.
        void fastPathChanged();
        /// Passes on by sentDirectly() what was counted since.
        void settle();
        [[nodiscard]] bool isMember() const { return m_fanOut != nullptr; }

        /// The ordinary way, for which nothing is encoded that was encoded before.
        virtual void sendTicks(const TickBatch &batch) = 0;
        /// Its fast path has taken only so many bytes of the batch's frames: the rest is to be sent by the ordinary way.
        virtual void fastPathTook(const TickBatch &batch, qint64 bytes) = 0;
        /// Its fast path has taken so much, all of it.
        virtual void sentDirectly(quint32 ticks, quint64 bytes) = 0;

    protected:
        Member() = default;
        virtual ~Member();

    private:
        friend class FanOut;

        [[nodiscard]] virtual FastPath fastPath() const = 0;

        FanOut *m_fanOut = nullptr;
        std::uint32_t m_seat = 0;
    };

    FanOut() = default;
    /// Nobody is in it any more.
    ~FanOut();
    Q_DISABLE_COPY_MOVE(FanOut)

    void add(Member &member);
    /// Does nothing when it is not in it.
    void remove(Member &member);
    [[nodiscard]] std::size_t size() const { return m_seats.size(); }

    /// Sends ticks to every member.
    void send(const TickBatch &batch);
    /// Calls for every member, which is a MemberType, one after the other.
    template<typename MemberType, typename Visitor>
    void forEach(const Visitor &visit)
    {
        walk([&visit](Seat &seat) { visit(static_cast<MemberType &>(*seat.member)); });
    }

private:
    struct Seat final
    {
        FastPath fastPath;
        Member *member = nullptr; ///< Null: left while the list was walked through.
        quint64 bytes = 0;        ///< Sent by the fastPath and not passed on yet, and
        quint32 ticks = 0;        ///< in so many ticks.
    };

    /// The seat is good until the visit calls anything that may add members.
    template<typename Visitor>
    void walk(const Visitor &visit)
    {
        ++m_walks;
        const std::size_t count = m_seats.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (m_seats[i].member)
                visit(m_seats[i]);
        }
        if (--m_walks == 0 && m_hasGaps)
            closeGaps();
    }
    void vacate(Member &member);
    void closeGaps();

    std::vector<Seat> m_seats;
    int m_walks = 0;
    bool m_hasGaps = false;
};

} // namespace ticker
