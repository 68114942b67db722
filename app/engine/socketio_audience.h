// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace ticker {

class SocketIoSocket;

/// The sockets that hear what is broadcast, in a compact list. They may come and go while it is walked through: who has
/// left is not visited any more, who came is visited the next time. Server thread; owned by its namespace.
class SocketIoAudience final
{
public:
    void add(SocketIoSocket &socket) { m_sockets.push_back(&socket); }
    /// Does nothing when the client is not in it.
    void remove(SocketIoSocket &socket);

    template<typename Visitor>
    void forEach(const Visitor &visit)
    {
        ++m_walks;
        const std::size_t count = m_sockets.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (SocketIoSocket *socket = m_sockets[i])
                visit(*socket);
        }
        if (--m_walks == 0 && m_hasGaps)
            closeGaps();
    }

private:
    void closeGaps();

    std::vector<SocketIoSocket *> m_sockets; ///< Null: left while it was walked through.
    int m_walks = 0;
    bool m_hasGaps = false;
};

} // namespace ticker
