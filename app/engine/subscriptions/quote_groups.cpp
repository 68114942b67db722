// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/quote_groups.h"

#include "packets/tick_batch.h"
#include "quotes/quote_cache.h"
#include "subscriptions/quote_subscriber.h"

#include <algorithm>
#include <utility>

namespace ticker {

QuoteGroups::QuoteGroups(Encode encode, std::optional<int> announced)
    : m_encode(std::move(encode)), m_announced(announced)
{
}

QuoteGroups::~QuoteGroups() = default;

void QuoteGroups::subscribe(QuoteSubscriber &subscriber, const SymbolSet &symbols)
{
    leaveGroup(subscriber);
    const Key key(symbols, subscriber.fields().bits());
    const auto found = m_groups.find(key);
    const quint64 last = found != m_groups.end() ? found->second.lastSeq : m_cache ? m_cache->lastTraded(symbols) : 0;
    subscriber.m_symbols = symbols;
    subscriber.m_groupFields = subscriber.m_fields;
    subscriber.restrictHeld(*this, symbols, last);
    subscriber.m_subscription = {};
    if (symbols.isEmpty())
        return;
    Group &group = m_groups[key];
    if (group.audience.size() == 0)
        group.subscription = describe(symbols);
    group.lastSeq = last;
    subscriber.m_subscription = group.subscription;
    group.audience.add(subscriber);
}

QuoteGroups::Key QuoteGroups::keyOf(const QuoteSubscriber &subscriber)
{
    return {subscriber.m_symbols, subscriber.m_groupFields.bits()};
}

std::optional<quint64> QuoteGroups::lastSent(const QuoteSubscriber &subscriber) const
{
    const auto group = m_groups.find(keyOf(subscriber));
    if (group == m_groups.end())
        return std::nullopt;
    const TickContents *held = subscriber.heldContents(*this);
    return held ? std::min(group->second.lastSeq, held->after) : group->second.lastSeq;
}

quint64 QuoteGroups::sentUpTo(const QuoteSubscriber &subscriber) const
{
    const TickContents *held = subscriber.heldContents(*this);
    return held ? held->after : m_cache ? m_cache->seq() : 0;
}

TickChain QuoteGroups::chainNow(const QuoteSubscriber &subscriber, const TickChain &then, quint64 seq) const
{
    const TickContents *held = subscriber.heldContents(*this);
    if (!held || held->first > seq)
        return then;
    const auto now = [held](std::optional<quint64> was) { return was ? std::min(*was, held->after) : was; };
    return {now(then.after), now(then.last)};
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
    const auto group = m_groups.find(keyOf(subscriber));
    if (group == m_groups.end())
        return;
    group->second.audience.remove(subscriber);
    if (!m_isWalking && group->second.audience.size() == 0)
        m_groups.erase(group);
}

void QuoteGroups::collect()
{
    if (!m_cache)
        return;
    const quint64 seq = m_cache->seq();
    const bool counts = !m_announced || !m_cache->changed().contains(*m_announced);
    for (auto &[key, group] : m_groups) {
        const SymbolSet hit = key.first & m_cache->changed();
        if (!hit.isEmpty())
            group.ticks.push_back(
                mergedTick({hit, 0, std::exchange(group.lastSeq, seq), seq, seq, counts, key.second}));
    }
}

void QuoteGroups::flush()
{
    walk([](const SymbolSet &, Group &group) {
        if (!group.ticks.empty())
            group.audience.send(TickBatch(std::exchange(group.ticks, {})));
    });
}

void QuoteGroups::tell(const SymbolSet &about, const std::function<OutgoingPacket(const SymbolSet &wanted)> &encode)
{
    walk([&](const SymbolSet &symbols, Group &group) {
        const SymbolSet wanted = symbols & about;
        if (wanted.isEmpty())
            return;
        const OutgoingPacket packet = encode(wanted);
        group.audience.forEach<QuoteSubscriber>([&packet](QuoteSubscriber &one) { one.send(packet); });
    });
}

/// Clients that leave meanwhile leave their groups behind.
template<typename Visitor>
void QuoteGroups::walk(const Visitor &visit)
{
    m_isWalking = true;
    for (auto &[key, group] : m_groups)
        visit(key.first, group);
    m_isWalking = false;
    std::erase_if(m_groups, [](const auto &entry) { return entry.second.audience.size() == 0; });
}

OutgoingPacket QuoteGroups::mergedTick(const TickContents &contents)
{
    Q_ASSERT(m_cache);
    OutgoingPacket packet = m_encode(*m_cache, contents);
    packet.setMergeable({this, contents});
    return packet;
}

} // namespace ticker
