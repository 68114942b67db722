// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/line_budget.h"

#include <algorithm>

namespace ticker {

namespace {

constexpr int groupsOfNetwork = 4; ///< The first 64 bits.

bool isThisComputer(const QString &peer)
{
    return peer.isEmpty();
}

/// Of all that find no place of their own; no address is called so.
QString others()
{
    return QStringLiteral("others");
}

} // namespace

bool LineBudget::take(Activity::Kind kind, const QString &address, Time now)
{
    const Key key = keyOf(kind, address, now);
    const auto found = m_fullAt.find(key);
    const Time fullAt = std::max(now, found == m_fullAt.end() ? Time::zero() : found->second);
    if (fullAt - now > m_rate.refill * (m_rate.atOnce - 1))
        return false;
    m_fullAt[key] = fullAt + m_rate.refill;
    return true;
}

LineBudget::Key LineBudget::keyOf(Activity::Kind kind, const QString &address, Time now)
{
    Key key{kind, peerOfBudget(address)};
    if (isThisComputer(key.second) || m_fullAt.contains(key))
        return key;
    const auto isOfPeer = [](const auto &entry) {
        return !isThisComputer(entry.first.second) && entry.first.second != others();
    };
    if (m_peers >= mostPeers) // whoever has all lines again is as one who never came
        m_peers -= std::erase_if(m_fullAt, [&](const auto &entry) { return isOfPeer(entry) && entry.second <= now; });
    if (m_peers >= mostPeers)
        return {kind, others()};
    ++m_peers; // take() puts it in: it has all its lines
    return key;
}

QString peerOfBudget(const QString &address)
{
    const QString mapped = QStringLiteral("::ffff:"); // IPv4 at a socket of IPv6
    QString plain = address.startsWith(mapped) ? address.sliced(mapped.size()) : address;
    if (plain == QLatin1String("::1") || plain.startsWith(QLatin1String("127.")))
        return {};
    if (!plain.contains(QLatin1Char(':')))
        return plain;
    // A run of zeros ends it early, and then the network is larger: that does no harm.
    return plain.section(QStringLiteral("::"), 0, 0).section(QLatin1Char(':'), 0, groupsOfNetwork - 1)
        + QStringLiteral("::");
}

} // namespace ticker
