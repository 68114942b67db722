// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/conflated_ticks.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace ticker {

namespace {

TickMerger *mergerOf(const OutgoingPacket &tick)
{
    return tick.mergeable() ? tick.mergeable()->merger : nullptr;
}

} // namespace

/// What a merged tick tells of is more than any of those that are in it: none of their texts is of use.
bool ConflatedTicks::Held::add(const OutgoingPacket &tick)
{
    const bool gaveWay = contents.counts && tick.countsAsTick();
    contents.counts |= tick.countsAsTick();
    ++contents.merged;
    if (const MergeableTick *mergeable = tick.mergeable()) {
        contents.symbols |= mergeable->contents.symbols;
        contents.merged += mergeable->contents.merged;
        contents.after = std::min(contents.after, mergeable->contents.after);
        contents.first = std::min(contents.first, mergeable->contents.first);
        contents.last = std::max(contents.last, mergeable->contents.last);
        newest.reset();
    }
    return gaveWay;
}

qsizetype ConflatedTicks::bytes() const
{
    return std::accumulate(m_held.begin(), m_held.end(), qsizetype(0),
                           [](qsizetype bytes, const Held &held) { return bytes + held.size; });
}

qint64 ConflatedTicks::ownBytes() const
{
    return std::accumulate(m_held.begin(), m_held.end(), qint64(0), [](qint64 bytes, const Held &held) {
        return bytes + qint64(sizeof held) + (held.newest ? held.newest->ownBytes() : 0);
    });
}

bool ConflatedTicks::holdsKindOf(const OutgoingPacket &tick) const
{
    return std::ranges::find(m_held, mergerOf(tick), &Held::merger) != m_held.end();
}

ConflatedTicks::Held *ConflatedTicks::find(const TickMerger *merger)
{
    const auto found = std::ranges::find(m_held, merger, &Held::merger);
    return found == m_held.end() ? nullptr : &*found;
}

const TickContents *ConflatedTicks::contents(const TickMerger &merger) const
{
    const auto found = std::ranges::find(m_held, &merger, &Held::merger);
    return found == m_held.end() ? nullptr : &found->contents;
}

void ConflatedTicks::start(const OutgoingPacket &tick, ByteBudget *budget)
{
    static_cast<void>(tick.keep(budget));
    Held &held = m_held.emplace_back(Held{mergerOf(tick), tick, tick.size(), {}});
    if (const MergeableTick *mergeable = tick.mergeable())
        held.contents = mergeable->contents;
}

bool ConflatedTicks::hold(const OutgoingPacket &tick, ByteBudget *budget)
{
    Q_ASSERT(tick.isTick());
    Held *held = find(mergerOf(tick));
    if (!held) {
        start(tick, budget);
        return false;
    }
    held->newest = tick;
    held->size = tick.size();
    return held->add(tick);
}

bool ConflatedTicks::holdOlder(const OutgoingPacket &tick, ByteBudget *budget)
{
    Q_ASSERT(tick.isTick());
    Held *held = find(mergerOf(tick));
    if (!held) {
        start(tick, budget);
        return false;
    }
    return held->add(tick);
}

void ConflatedTicks::forgetTexts()
{
    for (Held &held : m_held) {
        if (held.merger)
            held.newest.reset();
    }
}

bool ConflatedTicks::restrictTo(const TickMerger &merger, const SymbolSet &symbols, const TickChain &chain)
{
    Held *held = find(&merger);
    if (!held)
        return false;
    held->contents.symbols = held->contents.symbols & symbols;
    held->contents.after = std::min(held->contents.after, chain.after.value_or(held->contents.after));
    held->contents.last = std::max(held->contents.last, chain.last.value_or(held->contents.last));
    held->newest.reset();
    if (!held->contents.symbols.isEmpty())
        return false;
    const bool counted = held->contents.counts;
    m_held.erase(m_held.begin() + (held - m_held.data()));
    if (m_held.empty())
        clear(); // with its memory
    return counted;
}

quint32 ConflatedTicks::counted() const
{
    return quint32(std::ranges::count_if(m_held, [](const Held &held) { return held.contents.counts; }));
}

std::vector<OutgoingPacket> ConflatedTicks::take()
{
    std::vector<OutgoingPacket> ticks;
    for (Held &held : std::exchange(m_held, {})) {
        if (held.newest)
            ticks.push_back(std::move(*held.newest));
        else
            ticks.push_back(held.merger->mergedTick(held.contents));
    }
    return ticks;
}

} // namespace ticker
