// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/line_budget.h"

#include <algorithm>

namespace ticker {

bool LineBudget::take(Activity::Kind kind, NetworkShares::Network peer, Time now)
{
    const Key key = keyOf(kind, peer, now);
    const auto found = m_fullAt.find(key);
    const Time fullAt = std::max(now, found == m_fullAt.end() ? Time::zero() : found->second);
    if (fullAt - now > m_rate.refill * (m_rate.atOnce - 1))
        return false;
    m_fullAt[key] = fullAt + m_rate.refill;
    return true;
}

LineBudget::Key LineBudget::keyOf(Activity::Kind kind, NetworkShares::Network peer, Time now)
{
    const Key key{kind, peer};
    if (peer == NetworkShares::thisComputer || m_fullAt.contains(key))
        return key;
    const auto isOfPeer = [](const auto &entry) {
        return entry.first.second.value_or(NetworkShares::thisComputer) != NetworkShares::thisComputer;
    };
    if (m_peers >= mostPeers) // whoever has all lines again is as one who never came
        m_peers -= std::erase_if(m_fullAt, [&](const auto &entry) { return isOfPeer(entry) && entry.second <= now; });
    if (m_peers >= mostPeers)
        return {kind, std::nullopt};
    ++m_peers; // take() puts it in: it has all its lines
    return key;
}

} // namespace ticker
