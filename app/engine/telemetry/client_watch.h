// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_details.h"

#include <functional>
#include <utility>

namespace ticker {

/// What one client sends while somebody looks at it. Of the others nothing is kept. Server thread; owned by the server,
/// outlives its sessions.
class ClientWatch final
{
public:
    static constexpr qsizetype mostMessages = 20;

    /// The clock tells milliseconds since 1970.
    explicit ClientWatch(std::function<qint64()> wallTimeMs) : m_wallTimeMs(std::move(wallTimeMs)) { }
    Q_DISABLE_COPY_MOVE(ClientWatch)

    /// From now on this one is looked at, by ClientRow::id; 0: nobody.
    void watch(quint64 client)
    {
        m_client = client;
        m_messages.clear();
    }
    [[nodiscard]] quint64 client() const { return m_client; }
    /// The last ones, oldest first.
    [[nodiscard]] const QList<ClientMessage> &messages() const { return m_messages; }

    /// A client has sent something.
    void received(quint64 client, const QByteArray &data, bool binary)
    {
        if (client != m_client)
            return;
        if (m_messages.size() == mostMessages)
            m_messages.removeFirst();
        m_messages.append({m_wallTimeMs(), data.left(ClientMessage::mostKept), data.size(), binary});
    }

private:
    std::function<qint64()> m_wallTimeMs;
    quint64 m_client = 0;
    QList<ClientMessage> m_messages;
};

} // namespace ticker
