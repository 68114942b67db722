// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client_values/client_history.h"

#include <QHash>
#include <QString>

#include <functional>

namespace ticker {

/// Clients by the names that they give themselves, over all their connections. Server thread; owned by the feeds.
class NamedClients final
{
public:
    /// What it is to ask for.
    struct Source final
    {
        std::function<qint64()> wallTimeMs; ///< Milliseconds since 1970, UTC.
        std::function<quint64()> seq;       ///< The newest tick of the market.
    };

    /// Beyond so many names those that went first are forgotten.
    NamedClients(std::size_t most, Source source) : m_most(most), m_source(std::move(source)) { }

    /// One that calls itself so has come; an empty name is none.
    void came(const QString &name);
    /// One that had come has ended.
    void ended(const QString &name, DisconnectReason reason);
    /// Null: nobody ever called itself so, or that is forgotten.
    [[nodiscard]] const ClientHistory *find(const QString &name) const;
    [[nodiscard]] std::size_t size() const { return std::size_t(m_names.size()); }

private:
    void forgetOldest();

    std::size_t m_most;
    Source m_source;
    QHash<QString, ClientHistory> m_names;
};

} // namespace ticker
