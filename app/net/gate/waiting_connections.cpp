// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/waiting_connections.h"

#include <algorithm>

namespace ticker {

template<typename List>
bool WaitingConnections::Queues<List>::makeRoom()
{
    List &list = unfinished.empty() ? idle : unfinished;
    if (list.empty())
        return false;
    list.front().giveWay();
    return true;
}

void WaitingConnections::add(Entry &entry, NetworkShares::Network network, For what)
{
    entry.stopWaiting();
    if (network != NetworkShares::thisComputer)
        (what == For::Request ? m_others.unfinished : m_others.idle).push_back(entry);
    auto found = m_networks.find(network);
    if (found == m_networks.end()) {
        dropEmptyNetworks();
        found = m_networks.try_emplace(network).first;
    }
    (what == For::Request ? found->second.unfinished : found->second.idle).push_back(entry);
}

bool WaitingConnections::makeRoomIn(NetworkShares::Network network)
{
    const auto found = m_networks.find(network);
    return found != m_networks.end() && found->second.makeRoom();
}

bool WaitingConnections::makeRoomAmongOthers()
{
    return m_others.makeRoom();
}

bool WaitingConnections::makeRoom()
{
    return makeRoomAmongOthers() || makeRoomIn(NetworkShares::thisComputer);
}

/// Connections leave by themselves, and their networks stay. To look for those at each doubling costs each one little.
void WaitingConnections::dropEmptyNetworks()
{
    if (m_networks.size() < m_dropAt)
        return;
    std::erase_if(m_networks,
                  [](const auto &entry) { return entry.second.unfinished.empty() && entry.second.idle.empty(); });
    m_dropAt = std::max<std::size_t>(64, 2 * m_networks.size());
}

} // namespace ticker
