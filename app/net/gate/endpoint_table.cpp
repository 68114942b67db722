// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gate/endpoint_table.h"

#include "http_codec/reply_headers.h"

#include <QByteArrayList>

namespace ticker {

UpgradeEndpoint &EndpointTable::add(std::unique_ptr<UpgradeEndpoint> endpoint)
{
    Q_ASSERT(!m_byPath.contains(endpoint->path()));
    m_byPath.insert(endpoint->path(), endpoint.get());
    m_endpoints.push_back(std::move(endpoint));
    return *m_endpoints.back();
}

HttpReply EndpointTable::notFound() const
{
    QByteArrayList all;
    for (const auto &endpoint : m_endpoints)
        all.append(endpoint->path());
    return textReply(404, "No WebSocket endpoint at this address. WebSocket endpoints: " + all.join(", "));
}

} // namespace ticker
