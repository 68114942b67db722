// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_shares.h"

#include <boost/intrusive/list.hpp>

#include <unordered_map>

namespace ticker {

/// Connections of which nobody knows whether they will ever ask for something, the longest-waiting first: when there are
/// too many connections, they give way to new ones. Each change takes the same time, however many there are. Server thread;
/// owned by the server.
class WaitingConnections final
{
    using Hook = boost::intrusive::list_member_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

public:
    /// A connection. Leaves the lists when it is destroyed.
    class Entry
    {
    public:
        /// Makes room: closes the connection and gives its place back. It does not wait any more then.
        virtual void giveWay() = 0;

    protected:
        Entry() = default;
        virtual ~Entry() = default;
        Q_DISABLE_COPY_MOVE(Entry)

        void stopWaiting()
        {
            m_amongAll.unlink();
            m_ofNetwork.unlink();
        }

    private:
        friend class WaitingConnections;

        Hook m_amongAll;
        Hook m_ofNetwork;
    };

    enum class For : quint8 {
        Request,     ///< It has asked for nothing yet, or its request is not whole.
        NextRequest, ///< It is kept alive.
    };

    /// From now on, behind all that wait already.
    void add(Entry &entry, NetworkShares::Network network, For what);
    /// Has one of this network give way; false: none waits.
    bool makeRoomIn(NetworkShares::Network network);
    /// The same of all networks but this computer.
    bool makeRoomAmongOthers();
    /// The same of all, of this computer last.
    bool makeRoom();

private:
    using AllList = boost::intrusive::list<Entry, boost::intrusive::member_hook<Entry, Hook, &Entry::m_amongAll>,
                                           boost::intrusive::constant_time_size<false>>;
    using NetworkList = boost::intrusive::list<Entry, boost::intrusive::member_hook<Entry, Hook, &Entry::m_ofNetwork>,
                                               boost::intrusive::constant_time_size<false>>;
    /// Who is in the middle of asking goes first: a client expects that an idle connection may be gone, but most of those
    /// that never finish a request do not mean to.
    template<typename List>
    struct Queues final
    {
        List unfinished;
        List idle;

        bool makeRoom();
    };

    void dropEmptyNetworks();

    Queues<AllList> m_others; ///< Of all networks but this computer.
    std::unordered_map<NetworkShares::Network, Queues<NetworkList>> m_networks;
    std::size_t m_dropAt = 64; ///< So many networks: time to forget those of which none waits.
};

} // namespace ticker
