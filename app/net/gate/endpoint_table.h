// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/access_policy.h"
#include "gate/upgrade_endpoint.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <vector>

namespace ticker {

/// What a port serves beyond plain HTTP, by path. Server thread; owned by the port.
class EndpointTable final
{
public:
    /// REQUIRES: no other endpoint has its path.
    UpgradeEndpoint &add(std::unique_ptr<UpgradeEndpoint> endpoint);
    /// The endpoint of exactly this path; null: there is none.
    [[nodiscard]] UpgradeEndpoint *find(const QByteArray &path) const { return m_byPath.value(path); }
    /// A path at which streams of events begin.
    void addStream(const QByteArray &path) { m_streams.insert(path); }
    [[nodiscard]] AccessPolicy::Target target(const QByteArray &path) const
    {
        const bool isFeed = m_byPath.contains(path) || m_streams.contains(path);
        return isFeed ? AccessPolicy::Target::Feed : AccessPolicy::Target::Reply;
    }
    /// The reply to an upgrade at any other path.
    [[nodiscard]] HttpReply notFound() const;

private:
    std::vector<std::unique_ptr<UpgradeEndpoint>> m_endpoints;
    QHash<QByteArray, UpgradeEndpoint *> m_byPath;
    QSet<QByteArray> m_streams;
};

} // namespace ticker
