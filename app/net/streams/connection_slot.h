// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <memory>
#include <utility>

namespace ticker {

/// How many connections are open. Server thread; owned by the server and by every slot, for a connection whose closing
/// is still waited for ends after the port.
struct ConnectionCounter final
{
    int open = 0;
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
    ConnectionSlot(ConnectionSlot &&other) noexcept : m_counter(std::exchange(other.m_counter, nullptr)) { }
    ConnectionSlot &operator=(ConnectionSlot &&other) noexcept
    {
        std::swap(m_counter, other.m_counter);
        return *this;
    }
    Q_DISABLE_COPY(ConnectionSlot)
    ~ConnectionSlot()
    {
        if (m_counter)
            --m_counter->open;
    }

private:
    std::shared_ptr<ConnectionCounter> m_counter;
};

} // namespace ticker
