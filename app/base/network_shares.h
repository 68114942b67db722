// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include <algorithm>

namespace ticker {

/// How many of something that is limited each network has: connections, or sessions. No network but this computer gets all
/// of them, and some are kept for this computer. A change costs the same however many there are. A value of one thread.
class NetworkShares final
{
public:
    /// An IPv4 address, or the first 64 bits of an IPv6 address, of which one subscriber has all that follow.
    using Network = quint64;
    static constexpr Network thisComputer = 0;

    struct Limit final
    {
        int most = 0; ///< Of all networks.
        /// Of these are kept for this computer; never more than a tenth of all.
        int keptForThisComputer = 0;
        /// One other network has at most one in so many of all, and never less than one.
        int networkPart = 1;
    };

    /// Who would have to give way for one more.
    enum class Room : quint8 {
        There,
        NetworkFull, ///< That network has its share.
        OthersFull,  ///< What is left is kept for this computer, or it has taken it.
        AllFull,
    };
    [[nodiscard]] Room roomFor(Network network, const Limit &limit) const
    {
        if (network == thisComputer)
            return m_count < limit.most ? Room::There : Room::AllFull;
        if (m_counts.value(network) >= std::max(1, limit.most / limit.networkPart))
            return Room::NetworkFull;
        const int others = m_count - m_counts.value(thisComputer);
        const int kept = std::min(limit.keptForThisComputer, limit.most / 10);
        return others < limit.most - kept && m_count < limit.most ? Room::There : Room::OthersFull;
    }

    void add(Network network)
    {
        ++m_counts[network];
        ++m_count;
    }
    void remove(Network network)
    {
        const auto found = m_counts.find(network);
        Q_ASSERT(found != m_counts.end());
        if (--found.value() == 0)
            m_counts.erase(found);
        --m_count;
    }
    [[nodiscard]] int count() const { return m_count; }

private:
    QHash<Network, int> m_counts; ///< Seeded: who connects chooses the keys.
    int m_count = 0;
};

} // namespace ticker
