// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/conflated_ticks.h"

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

TickMerger *mergerOf(const OutgoingPacket &tick)
{
    return tick.mergeable() ? tick.mergeable()->merger : nullptr;
}

} // namespace

qsizetype ConflatedTicks::bytes() const
{
    qsizetype bytes = 0;
    for (const Held &held : m_held)
        bytes += held.newest.size();
    return bytes;
}

bool ConflatedTicks::hold(const OutgoingPacket &tick)
{
    Q_ASSERT(tick.isTick());
    const auto found = std::find_if(m_held.begin(), m_held.end(),
                                    [&tick](const Held &held) { return mergerOf(held.newest) == mergerOf(tick); });
    const bool merges = found != m_held.end();
    Held &held = merges ? *found : m_held.emplace_back(Held{tick, {}, 0, false});
    if (merges) {
        held.newest = tick;
        held.isOld = true;
        ++held.merged;
    }
    if (const MergeableTick *mergeable = tick.mergeable()) {
        held.symbols |= mergeable->symbols;
        held.merged += mergeable->merged;
    }
    return merges;
}

bool ConflatedTicks::restrictTo(const TickMerger &merger, const SymbolSet &symbols)
{
    const auto found = std::find_if(m_held.begin(), m_held.end(),
                                    [&merger](const Held &held) { return mergerOf(held.newest) == &merger; });
    if (found == m_held.end())
        return false;
    found->symbols = found->symbols & symbols;
    found->isOld = true;
    if (!found->symbols.isEmpty())
        return false;
    m_held.erase(found);
    if (m_held.empty())
        clear(); // with its memory
    return true;
}

std::vector<OutgoingPacket> ConflatedTicks::take()
{
    std::vector<OutgoingPacket> ticks;
    for (Held &held : std::exchange(m_held, {})) {
        TickMerger *merger = mergerOf(held.newest);
        if (merger && held.isOld)
            ticks.push_back(merger->mergedTick(held.symbols, held.merged));
        else
            ticks.push_back(std::move(held.newest));
    }
    return ticks;
}

} // namespace ticker
