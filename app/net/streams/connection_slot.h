// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server_values/server_limits.h"

#include <QtGlobal>

#include <memory>
#include <utility>

namespace ticker {

/// How many connections are open, and what they keep. Server thread; owned by the server and by every slot, for a
/// connection whose closing is still waited for ends after the port.
struct ConnectionCounter final
{
    int open = 0;
    qsizetype unfinishedBytes = 0; ///< Of bodies and messages that are not whole; see Limits::maxUnfinishedBytes.
};

/// One connection's place under the limit, given back when the last owner of the connection lets go of it: it moves
/// from the gate to the transport with the socket.
class ConnectionSlot final
{
public:
    ConnectionSlot() = default;
    explicit ConnectionSlot(std::shared_ptr<ConnectionCounter> counter) : m_counter(std::move(counter))
    {
        ++m_counter->open;
    }
    ConnectionSlot(ConnectionSlot &&other) noexcept
        : m_counter(std::exchange(other.m_counter, nullptr)),
          m_unfinishedBytes(std::exchange(other.m_unfinishedBytes, 0))
    {
    }
    ConnectionSlot &operator=(ConnectionSlot &&other) noexcept
    {
        std::swap(m_counter, other.m_counter);
        std::swap(m_unfinishedBytes, other.m_unfinishedBytes);
        return *this;
    }
    Q_DISABLE_COPY(ConnectionSlot)
    ~ConnectionSlot()
    {
        if (!m_counter)
            return;
        count(0);
        --m_counter->open;
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
    qsizetype m_unfinishedBytes = 0; ///< Its part of the counter's.
};

} // namespace ticker
