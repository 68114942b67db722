// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace ticker {

/// A namespace as Socket.IO's revision 4 may name it, "/admin?token=abc", in its two parts.
struct NamespaceQuery final
{
    QByteArray nsp;  ///< "/admin"
    QByteArray auth; ///< The query as a JSON object, in the order of its names: {"token":"abc"}. {} without a query.

    friend bool operator==(const NamespaceQuery &, const NamespaceQuery &) = default;
};

/// Reads the query as a URL's search parameters are read; of several equal names the last counts. A fragment is cut off.
/// Never fails.
[[nodiscard]] NamespaceQuery splitNamespaceQuery(const QByteArray &nsp);

} // namespace ticker
