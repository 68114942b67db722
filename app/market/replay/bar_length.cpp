// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/bar_length.h"

#include <algorithm>
#include <limits>

namespace ticker {

namespace {

/// Times are up to 562 years apart, which is more than fits.
qint64 distance(qint64 from, qint64 to)
{
    constexpr auto longest = quint64(std::numeric_limits<qint64>::max());
    return qint64(std::min(quint64(to) - quint64(from), longest));
}

} // namespace

void BarLength::see(qint64 timeNs)
{
    if (!m_isFixed && m_lastTimeNs && timeNs > *m_lastTimeNs) {
        const qint64 found = distance(*m_lastTimeNs, timeNs);
        m_smallest = std::min(m_smallest.value_or(found), found);
    }
    m_lastTimeNs = timeNs;
}

qint64 BarLength::of(qint64 timeNs, std::optional<qint64> following) const
{
    if (!following)
        return m_smallest.value_or(ofSingleBar);
    const qint64 most = distance(timeNs, *following);
    return std::min(m_smallest.value_or(most), most);
}

} // namespace ticker
