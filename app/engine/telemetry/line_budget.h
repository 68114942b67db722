// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/activity.h"
#include "deadline_queue.h"
#include "network_shares.h"

#include <map>
#include <optional>
#include <utility>

namespace ticker {

/// How many lines about refusals are told: for each kind and peer some at once, and then one in a while, so that nobody
/// who invents requests uses up the lines of others. A peer is a network, as for the limits. Bounded, whoever asks: beyond
/// so many peers, the others share one budget for each kind; this computer always has its own. Server thread; a member of
/// whoever tells.
class LineBudget final
{
public:
    using Time = DeadlineQueue::Time;

    struct Rate final
    {
        int atOnce;  ///< Lines of a peer that has been quiet.
        Time refill; ///< Then one line each.
    };

    /// Kinds and peers that are told apart. Each can have its lines at once, so their product bounds a batch.
    static constexpr std::size_t mostPeers = 32;

    explicit LineBudget(Rate rate) : m_rate(rate) { }

    /// Whether a line is told, which is then taken from the budget.
    [[nodiscard]] bool take(Activity::Kind kind, NetworkShares::Network peer, Time now);
    /// Kinds and peers that are remembered.
    [[nodiscard]] std::size_t size() const { return m_fullAt.size(); }

private:
    /// Without a network: of all that find no place of their own.
    using Key = std::pair<Activity::Kind, std::optional<NetworkShares::Network>>;

    Key keyOf(Activity::Kind kind, NetworkShares::Network peer, Time now);

    Rate m_rate;
    std::map<Key, Time> m_fullAt; ///< When all lines are there again; whoever is not in it has them all.
    std::size_t m_peers = 0;      ///< Of these, the entries of single peers.
};

} // namespace ticker
