// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_audience.h"

#include <algorithm>

namespace ticker {

void SocketIoAudience::remove(SocketIoSocket &socket)
{
    const auto found = std::find(m_sockets.begin(), m_sockets.end(), &socket);
    if (found == m_sockets.end())
        return;
    if (m_walks > 0) {
        *found = nullptr;
        m_hasGaps = true;
    } else {
        *found = m_sockets.back();
        m_sockets.pop_back();
    }
}

void SocketIoAudience::closeGaps()
{
    std::erase(m_sockets, nullptr);
    m_hasGaps = false;
}

} // namespace ticker
