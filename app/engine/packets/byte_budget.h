// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "deadline.h"

#include <vector>

namespace ticker {

/// How many bytes are kept for all clients together. When there are too many, those who hold most give way until a quarter
/// is free again; so there is seldom reason to look for them, and counting costs an addition. Server thread; owned by the
/// server, outlives all that is counted.
class ByteBudget final
{
public:
    /// Whoever keeps bytes for one client. Must outlive what others do in giveWay(): to be destroyed later, not there.
    class Holder
    {
    public:
        Q_DISABLE_COPY_MOVE(Holder)
        /// Has something of what it holds go. Called from the deadlines' run, again and again while it is among those who
        /// hold most: in the end it must hold nothing.
        virtual void giveWay() = 0;
        /// By which it is compared, with what it shares with others.
        [[nodiscard]] virtual qint64 heldBytes() const { return m_bytes; }

    protected:
        /// Null: nobody counts.
        explicit Holder(ByteBudget *budget) : m_budget(budget) { }
        virtual ~Holder() { hold(0); }

        /// It keeps so many bytes for itself now.
        void hold(qint64 bytes)
        {
            if (bytes != m_bytes && m_budget)
                m_budget->change(*this, bytes);
        }
        [[nodiscard]] ByteBudget *budget() const { return m_budget; }

    private:
        friend class ByteBudget;

        ByteBudget *m_budget;
        qint64 m_bytes = 0;
        std::size_t m_place = 0; ///< In m_holders, while it holds anything.
    };

    /// Bytes that several clients may hold: counted once from the moment when the first one keeps them to the end of the
    /// last copy. Belongs to the bytes.
    class Shared final
    {
    public:
        Shared() = default;
        ~Shared()
        {
            if (m_budget)
                m_budget->add(-m_bytes);
        }
        Q_DISABLE_COPY_MOVE(Shared)

        void keep(ByteBudget &budget, qint64 bytes)
        {
            if (m_budget)
                return;
            m_budget = &budget;
            m_bytes = bytes;
            budget.add(bytes);
        }

    private:
        ByteBudget *m_budget = nullptr;
        qint64 m_bytes = 0;
    };

    ByteBudget(DeadlineQueue &deadlines, qint64 limit) : m_relief(deadlines), m_limit(limit) { }
    ~ByteBudget() = default;
    Q_DISABLE_COPY_MOVE(ByteBudget)

    void setLimit(qint64 bytes)
    {
        m_limit = bytes;
        add(0);
    }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

private:
    void change(Holder &holder, qint64 bytes);
    void add(qint64 bytes);
    void relieve();

    Deadline m_relief;
    qint64 m_limit;
    qint64 m_bytes = 0;
    std::vector<Holder *> m_holders; ///< Of anything.
};

} // namespace ticker
