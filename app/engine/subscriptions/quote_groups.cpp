// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/quote_groups.h"

#include "packets/tick_batch.h"
#include "quotes/quote_cache.h"
#include "subscriptions/quote_subscriber.h"

#include <utility>

namespace ticker {

QuoteGroups::QuoteGroups(Encode encode) : m_encode(std::move(encode)) { }

QuoteGroups::~QuoteGroups() = default;

void QuoteGroups::subscribe(QuoteSubscriber &subscriber, const SymbolSet &symbols)
{
    leaveGroup(subscriber);
    subscriber.m_symbols = symbols;
    subscriber.restrictHeld(*this, symbols);
    subscriber.m_subscription = {};
    if (symbols.isEmpty())
        return;
    Group &group = m_groups[symbols];
    if (group.audience.size() == 0)
        group.subscription = describe(symbols);
    subscriber.m_subscription = group.subscription;
    group.audience.add(subscriber);
}

Subscription QuoteGroups::describe(const SymbolSet &symbols) const
{
    Subscription subscription;
    subscription.instruments = quint16(symbols.size());
    if (!m_cache)
        return subscription;
    subscription.all = symbols == m_cache->all();
    if (subscription.instruments <= Subscription::mostNamed) {
        QStringList names;
        symbols.forEach([&](int instrument) { names.append(m_cache->symbol(instrument)); });
        subscription.symbols = names.join(QStringLiteral(", "));
    }
    return subscription;
}

/// At once, so that a client that changes its mind without end leaves no trace; but a group may be on its way through its
/// clients.
void QuoteGroups::leaveGroup(QuoteSubscriber &subscriber)
{
    const auto group = m_groups.find(subscriber.m_symbols);
    if (group == m_groups.end())
        return;
    group->second.audience.remove(subscriber);
    if (!m_isFlushing && group->second.audience.size() == 0)
        m_groups.erase(group);
}

void QuoteGroups::collect()
{
    if (!m_cache)
        return;
    for (auto &[symbols, group] : m_groups) {
        const SymbolSet hit = symbols & m_cache->changed();
        if (!hit.isEmpty())
            group.ticks.push_back(makeTick(hit, 0));
    }
}

void QuoteGroups::flush()
{
    m_isFlushing = true;
    for (auto &[symbols, group] : m_groups) {
        if (!group.ticks.empty())
            group.audience.send(TickBatch(std::exchange(group.ticks, {})));
    }
    m_isFlushing = false;
    std::erase_if(m_groups, [](const auto &entry) { return entry.second.audience.size() == 0; });
}

OutgoingPacket QuoteGroups::mergedTick(const SymbolSet &symbols, quint32 merged)
{
    return makeTick(symbols, merged);
}

OutgoingPacket QuoteGroups::makeTick(const SymbolSet &symbols, quint32 merged)
{
    Q_ASSERT(m_cache);
    OutgoingPacket packet = m_encode(*m_cache, symbols, merged);
    packet.setMergeable({this, symbols, merged});
    return packet;
}

} // namespace ticker
