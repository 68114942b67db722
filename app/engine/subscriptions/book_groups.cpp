// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "subscriptions/book_groups.h"

#include "packets/tick_batch.h"
#include "quotes/depth_books.h"
#include "subscriptions/book_subscriber.h"

#include <utility>

namespace ticker {

BookGroups::~BookGroups() = default;

void BookGroups::setBooks(DepthBooks *books, std::function<qint64()> timeMs)
{
    Q_ASSERT(isEmpty());
    m_books = books;
    m_timeMs = std::move(timeMs);
}

void BookGroups::subscribe(BookSubscriber &subscriber, const SymbolSet &symbols)
{
    if (!symbols.isEmpty() && m_groups.try_emplace(symbols).second)
        m_books->watch(symbols); // first: what the client keeps goes on, and does not begin anew
    leaveGroup(subscriber, symbols);
    subscriber.m_symbols = symbols;
    subscriber.restrictHeld(*this, symbols);
    if (!symbols.isEmpty())
        m_groups[symbols].audience.add(subscriber);
}

/// At once, so that a client that changes its mind without end leaves no trace; but a group may be on its way through its
/// clients.
void BookGroups::leaveGroup(BookSubscriber &subscriber, const SymbolSet &next)
{
    const auto group = m_groups.find(subscriber.m_symbols);
    if (group == m_groups.end())
        return;
    group->second.audience.remove(subscriber);
    if (m_isWalking || group->second.audience.size() > 0 || group->first == next)
        return;
    m_books->unwatch(group->first);
    m_groups.erase(group);
}

void BookGroups::forgetEmptyGroups()
{
    std::erase_if(m_groups, [&](const auto &entry) {
        if (entry.second.audience.size() > 0)
            return false;
        m_books->unwatch(entry.first);
        return true;
    });
}

void BookGroups::collect()
{
    m_books->follow();
    for (auto &[symbols, group] : m_groups) {
        const SymbolSet hit = symbols & m_books->changed();
        if (!hit.isEmpty())
            group.ticks.push_back(mergedTick({hit, 0, 0, m_books->seq(), m_books->seq(), true}));
    }
}

void BookGroups::flush()
{
    m_isWalking = true;
    for (auto &[symbols, group] : m_groups) {
        if (!group.ticks.empty())
            group.audience.send(TickBatch(std::exchange(group.ticks, {})));
    }
    m_isWalking = false;
    forgetEmptyGroups();
}

QByteArray BookGroups::objectOf(const SymbolSet &symbols, Updates updates) const
{
    QByteArray text = "{\"seq\":" + QByteArray::number(m_books->seq()) + ",\"time\":" + QByteArray::number(m_timeMs())
        + ",\"books\":[";
    symbols.forEach([&](int instrument) {
        if (!text.endsWith('['))
            text += ',';
        if (updates == Updates::Differences)
            m_books->appendDifference(text, instrument);
        else
            m_books->appendBook(text, instrument);
    });
    return text + "]}";
}

QByteArray BookGroups::snapshot(const SymbolSet &symbols) const
{
    return objectOf(symbols, Updates::Snapshots);
}

/// Of what came before the last tick there is no difference any more.
OutgoingPacket BookGroups::mergedTick(const TickContents &contents)
{
    const bool isLast = contents.merged == 0 && contents.last == m_books->seq();
    QByteArray object = objectOf(contents.symbols, isLast ? m_updates : Updates::Snapshots);
    if (contents.merged > 0)
        object = object.chopped(1) + ",\"merged\":" + QByteArray::number(contents.merged) + '}';
    OutgoingPacket packet = m_encode(object);
    packet.setMergeable({this, contents});
    return packet;
}

} // namespace ticker
