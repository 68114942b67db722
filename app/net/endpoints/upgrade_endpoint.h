// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/connection_context.h"

namespace ticker {

class HttpRouter;

/// What a port serves at one path, by plain HTTP and by upgrade to a WebSocket. Server thread; owned by the port.
class UpgradeEndpoint
{
public:
    explicit UpgradeEndpoint(QByteArray path) : m_path(std::move(path)) { }
    virtual ~UpgradeEndpoint() = default;
    Q_DISABLE_COPY_MOVE(UpgradeEndpoint)

    [[nodiscard]] const QByteArray &path() const { return m_path; }

    /// The side of plain HTTP.
    virtual void route(HttpRouter &router) = 0;

    // For requests to its path; see ConnectionContext.

    [[nodiscard]] virtual std::optional<HttpReply> refuseUpgrade(const HttpRequest &request,
                                                                 const PeerInfo &peer) const = 0;
    virtual void acceptUpgrade(TakenConnection upgrade) = 0;
    [[nodiscard]] virtual Expected<std::unique_ptr<PendingBody>, HttpReply> expectBody(const HttpRequest &,
                                                                                       const PeerInfo &)
    {
        return std::unique_ptr<PendingBody>();
    }
    /// Nothing: it is answered as elsewhere.
    [[nodiscard]] virtual std::optional<HttpReply> bodyTooLarge() const { return std::nullopt; }

private:
    QByteArray m_path;
};

} // namespace ticker
