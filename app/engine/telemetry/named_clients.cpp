// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "telemetry/named_clients.h"

namespace ticker {

void NamedClients::came(const QString &name)
{
    if (name.isEmpty())
        return;
    if (!m_names.contains(name) && size() >= m_most)
        forgetOldest();
    ClientHistory &history = m_names[name];
    ++history.connections;
    ++history.open;
}

void NamedClients::ended(const QString &name, DisconnectReason reason)
{
    const auto found = m_names.find(name);
    if (found == m_names.end())
        return;
    Q_ASSERT(found->open > 0);
    --found->open;
    found->brokeAtMs = m_source.wallTimeMs();
    found->lastSeq = m_source.seq();
    found->reason = reason;
}

const ClientHistory *NamedClients::find(const QString &name) const
{
    const auto found = m_names.constFind(name);
    return found == m_names.cend() ? nullptr : &*found;
}

/// Who is there is not forgotten: the sessions have a limit of their own.
void NamedClients::forgetOldest()
{
    auto oldest = m_names.end();
    for (auto each = m_names.begin(); each != m_names.end(); ++each) {
        if (each->open == 0 && (oldest == m_names.end() || each->brokeAtMs < oldest->brokeAtMs))
            oldest = each;
    }
    if (oldest != m_names.end())
        m_names.erase(oldest);
}

} // namespace ticker
