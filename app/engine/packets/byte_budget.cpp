// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "packets/byte_budget.h"

#include <algorithm>
#include <utility>

namespace ticker {

void ByteBudget::change(Holder &holder, qint64 bytes)
{
    const qint64 before = std::exchange(holder.m_bytes, bytes);
    if (before == 0) {
        holder.m_place = m_holders.size();
        m_holders.push_back(&holder);
    } else if (bytes == 0) {
        m_holders.back()->m_place = holder.m_place;
        m_holders[holder.m_place] = m_holders.back();
        m_holders.pop_back();
    }
    add(bytes - before);
}

/// Nobody gives way here: who is about to send to many would not expect that some of them end.
void ByteBudget::add(qint64 bytes)
{
    m_bytes += bytes;
    if (m_bytes > m_limit && !m_relief.isActive())
        m_relief.start(DeadlineQueue::Time::zero(), [this] { relieve(); });
}

void ByteBudget::relieve()
{
    const qint64 enough = m_limit - m_limit / 4;
    using Rank = std::pair<qint64, Holder *>;
    std::vector<Rank> ranks;
    ranks.reserve(m_holders.size());
    for (Holder *holder : m_holders)
        ranks.emplace_back(holder->heldBytes(), holder);
    std::make_heap(ranks.begin(), ranks.end());
    while (m_bytes > enough && !ranks.empty()) {
        std::pop_heap(ranks.begin(), ranks.end());
        Holder *most = ranks.back().second;
        ranks.pop_back();
        most->giveWay();
        if (most->m_bytes == 0)
            continue;
        ranks.emplace_back(most->heldBytes(), most);
        std::push_heap(ranks.begin(), ranks.end());
    }
}

} // namespace ticker
