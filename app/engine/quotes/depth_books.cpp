// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quotes/depth_books.h"

#include "quotes/market_books.h"

namespace ticker {

void DepthBooks::watch(const SymbolSet &symbols)
{
    symbols.forEach([this](int instrument) {
        Entry &found = entry(instrument);
        if (found.watchers++ == 0)
            begin(instrument, &found);
    });
}

void DepthBooks::unwatch(const SymbolSet &symbols)
{
    symbols.forEach([this](int instrument) {
        Entry &found = entry(instrument);
        Q_ASSERT(found.watchers > 0);
        if (--found.watchers > 0)
            return;
        found = {};
        m_watched.remove(instrument);
        m_changed.remove(instrument);
    });
}

DepthBooks::Entry &DepthBooks::entry(int instrument)
{
    const auto place = std::size_t(instrument);
    if (m_entries.size() <= place)
        m_entries.resize(place + 1);
    return m_entries[place];
}

void DepthBooks::begin(int instrument, Entry *entry)
{
    entry->book = m_books.book(instrument, m_levels);
    entry->lastUpdate = m_books.update();
    entry->bookText.clear(); // of when it was read while nobody watched it
    entry->differenceText.clear();
    m_watched.insert(instrument);
}

quint64 DepthBooks::seq() const
{
    return m_books.seq();
}

void DepthBooks::follow()
{
    if (m_seq == m_books.seq())
        return;
    m_seq = m_books.seq();
    m_changed.clear();
    m_watched.forEach([this](int instrument) { follow(instrument, &m_entries[std::size_t(instrument)]); });
}

void DepthBooks::follow(int instrument, Entry *entry)
{
    if (entry->lastUpdate == m_books.update()) // it began with this tick
        return;
    OrderBook book = m_books.book(instrument, m_levels);
    entry->difference = bookDifference(entry->book, book);
    if (entry->difference == OrderBook())
        return;
    entry->book = std::move(book);
    entry->firstUpdate = entry->lastUpdate + 1;
    entry->lastUpdate = m_books.update();
    entry->bookText.clear();
    entry->differenceText.clear();
    m_changed.insert(instrument);
}

QByteArray DepthBooks::labelOf(int instrument) const
{
    return "{\"symbol\":" + m_books.symbolText(instrument);
}

void DepthBooks::appendBook(QByteArray &text, int instrument)
{
    Entry &of = entry(instrument);
    if (of.bookText.isEmpty()) {
        of.bookText = labelOf(instrument) + ",\"update\":" + QByteArray::number(of.lastUpdate);
        m_books.appendLevels(of.bookText, instrument, of.book);
        of.bookText += '}';
    }
    text += of.bookText;
}

void DepthBooks::appendDifference(QByteArray &text, int instrument)
{
    Entry &of = entry(instrument);
    if (of.differenceText.isEmpty()) {
        of.differenceText = labelOf(instrument) + ",\"first\":" + QByteArray::number(of.firstUpdate)
            + ",\"last\":" + QByteArray::number(of.lastUpdate);
        m_books.appendLevels(of.differenceText, instrument, of.difference);
        of.differenceText += '}';
    }
    text += of.differenceText;
}

} // namespace ticker
