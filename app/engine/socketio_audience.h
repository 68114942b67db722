// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ticker {

class SocketIoClient;

/// The clients that hear what is broadcast, in a compact list. Clients may come and go while it is walked through: who has
/// left is not visited any more, who came is visited the next time. Server thread; owned by SocketIoServer.
class SocketIoAudience final
{
public:
    void add(SocketIoClient &client) { m_clients.push_back(&client); }
    /// Does nothing when the client is not in it.
    void remove(SocketIoClient &client);

    template<typename Visitor>
    void forEach(const Visitor &visit)
    {
        ++m_walks;
        const std::size_t count = m_clients.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (SocketIoClient *client = m_clients[i])
                visit(*client);
        }
        if (--m_walks == 0 && m_hasGaps)
            closeGaps();
    }

private:
    void closeGaps();

    std::vector<SocketIoClient *> m_clients; ///< Null: left while it was walked through.
    int m_walks = 0;
    bool m_hasGaps = false;
};

} // namespace ticker
