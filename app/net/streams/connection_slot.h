// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network_shares.h"
#include "server_values/server_limits.h"

#include <QtGlobal>

#include <memory>
#include <utility>

namespace ticker {

/// How many connections are open, and what they keep. Server thread; owned by the server and by every slot, for a
/// connection whose closing is still waited for ends after the port.
struct ConnectionCounter final
{
    NetworkShares open;
    qsizetype unfinishedBytes = 0; ///< Of bodies and messages that are not whole; see Limits::maxUnfinishedBytes.
};

/// One connection's place under the limit, given back when the last owner of the connection lets go of it: it moves
/// from the gate to the transport with the socket. Server thread.
class ConnectionSlot final
{
public:
    ConnectionSlot() = default;
    ConnectionSlot(std::shared_ptr<ConnectionCounter> counter, NetworkShares::Network network)
        : m_counter(std::move(counter)), m_network(network)
    {
        m_counter->open.add(m_network);
    }
    ConnectionSlot(ConnectionSlot &&other) noexcept
        : m_counter(std::exchange(other.m_counter, nullptr)), m_network(other.m_network),
          m_unfinishedBytes(std::exchange(other.m_unfinishedBytes, 0))
    {
    }
    ConnectionSlot &operator=(ConnectionSlot &&other) noexcept
    {
        std::swap(m_counter, other.m_counter);
        std::swap(m_network, other.m_network);
        std::swap(m_unfinishedBytes, other.m_unfinishedBytes);
        return *this;
    }
    Q_DISABLE_COPY(ConnectionSlot)
    ~ConnectionSlot() { release(); }

    /// Gives the place back now.
    void release()
    {
        if (!m_counter)
            return;
        count(0);
        std::exchange(m_counter, nullptr)->open.remove(m_network);
    }

    /// Notes how much the connection keeps of a body or message that is not whole. False: it is too much for all together.
    [[nodiscard]] bool keepUnfinished(qsizetype bytes, const Limits &limits)
    {
        if (!m_counter)
            return true;
        const bool isSmall = bytes <= limits.freeUnfinishedBytes;
        count(isSmall ? 0 : bytes);
        return isSmall || m_counter->unfinishedBytes <= limits.maxUnfinishedBytes;
    }
    /// Nothing is kept.
    void forgetUnfinished()
    {
        if (m_counter)
            count(0);
    }

private:
    void count(qsizetype bytes) { m_counter->unfinishedBytes += bytes - std::exchange(m_unfinishedBytes, bytes); }

    std::shared_ptr<ConnectionCounter> m_counter;
    NetworkShares::Network m_network = NetworkShares::thisComputer;
    qsizetype m_unfinishedBytes = 0; ///< Its part of the counter's.
};

} // namespace ticker
