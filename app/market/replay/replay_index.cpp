// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/replay_index.h"

#include "replay/replay_bar.h"

#include <QDeadlineTimer>

#include <algorithm>
#include <utility>

namespace ticker {

namespace {

/// Groups between two looks at the clock.
constexpr int groupsAtOnce = 64;

} // namespace

ReplayIndex::ReplayIndex(std::shared_ptr<ReplayFile> file, const ReplayOptions &options, quint64 stride)
    : m_file(file), m_groups(std::move(file), options), m_stride(stride)
{
}

double ReplayIndex::readSome(std::chrono::nanoseconds atMost)
{
    const QDeadlineTimer deadline(atMost, Qt::PreciseTimer);
    m_isWaiting = false;
    while (!m_complete && !m_isWaiting) {
        for (int i = 0; i < groupsAtOnce && !m_complete && !m_isWaiting; ++i)
            readGroup();
        if (deadline.hasExpired())
            break;
    }
    if (m_complete)
        return 1;
    // What was appended to the file since it was opened is read too.
    return std::min(double(m_groups.followingOffset()) / double(std::max<quint64>(m_file->size(), 1)), 1.0);
}

void ReplayIndex::readGroup()
{
    const auto more = m_groups.next();
    if (!more)
        m_error = more.error();
    if (more && *more == ReplayGroups::Next::Group)
        note(m_groups.group());
    else if (more && *more == ReplayGroups::Next::NotYet)
        m_isWaiting = true;
    else
        m_complete = true;
}

void ReplayIndex::note(const ReplayGroup &group)
{
    if (m_ticks == 0)
        m_firstTimeNs = group.timeNs;
    if (m_entries.empty() || group.place.offset >= m_entries.back().place.offset + m_stride) {
        if (m_entries.size() == mostEntries)
            thinOut();
        m_entries.push_back({group.place, group.timeNs, group.offset, m_ticks});
    }
    m_ticks += ticksOf(group);
    m_lastTimeNs = group.timeNs;
    m_lastGroupTimeNs = group.timeNs;
    if (group.isBar) {
        m_barLength.see(group.timeNs);
        const qint64 duration = m_barLength.of(group.timeNs, m_groups.followingTime());
        m_lastTimeNs = barTime(group.timeNs, duration, pricesOfBar - 1);
    }
}

/// Drops about half of the places, or more, until the rest are that far apart.
void ReplayIndex::thinOut()
{
    while (m_entries.size() > mostEntries / 2) {
        m_stride *= 2;
        auto last = m_entries.begin();
        for (auto entry = m_entries.begin() + 1; entry != m_entries.end(); ++entry) {
            if (entry->place.offset >= last->place.offset + m_stride)
                *++last = *entry;
        }
        m_entries.erase(last + 1, m_entries.end());
    }
}

std::optional<ReplayIndex::Entry> ReplayIndex::before(qint64 timeNs) const
{
    if (!m_complete && (m_ticks == 0 || timeNs > m_lastGroupTimeNs))
        return std::nullopt;
    const auto end = std::partition_point(m_entries.begin(), m_entries.end(),
                                          [&](const Entry &entry) { return entry.timeNs < timeNs; });
    return end == m_entries.begin() ? Entry() : *std::prev(end);
}

std::optional<ReplayIndex::Entry> ReplayIndex::beforeOffset(quint64 offset) const
{
    if (!m_complete && offset > m_groups.followingOffset())
        return std::nullopt;
    const auto end = std::partition_point(m_entries.begin(), m_entries.end(),
                                          [&](const Entry &entry) { return entry.place.offset < offset; });
    return end == m_entries.begin() ? Entry() : *std::prev(end);
}

} // namespace ticker
