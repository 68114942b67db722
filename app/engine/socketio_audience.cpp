// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "socketio_audience.h"

#include <algorithm>

namespace ticker {

void SocketIoAudience::remove(SocketIoClient &client)
{
    const auto found = std::find(m_clients.begin(), m_clients.end(), &client);
    if (found == m_clients.end())
        return;
    if (m_walks > 0) {
        *found = nullptr;
        m_hasGaps = true;
    } else {
        *found = m_clients.back();
        m_clients.pop_back();
    }
}

void SocketIoAudience::closeGaps()
{
    std::erase(m_clients, nullptr);
    m_hasGaps = false;
}

} // namespace ticker
