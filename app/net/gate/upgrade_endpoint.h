// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "http/taken_connection.h"
#include "http_codec/http_message.h"
#include "polling/poll_exchange.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <utility>

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

    // For requests to its path.

    /// Judges an upgrade that is well-formed and allowed: what it returns is sent, and the connection closed.
    [[nodiscard]] virtual std::optional<HttpReply> refuseUpgrade(const HttpRequest &request,
                                                                 const PeerInfo &peer) const = 0;
    /// One that was not refused.
    virtual void acceptUpgrade(TakenConnection upgrade) = 0;
    /// Called for each request whose head came without its whole body. Null: nobody waits for it; a reply is sent at once
    /// and the connection closed.
    [[nodiscard]] virtual Expected<std::unique_ptr<PendingBody>, HttpReply> expectBody(const HttpRequest &,
                                                                                       const PeerInfo &)
    {
        return std::unique_ptr<PendingBody>();
    }
    /// The reply to a request whose body is longer than the limits allow. Nothing: it is answered as elsewhere.
    [[nodiscard]] virtual std::optional<HttpReply> bodyTooLarge() const { return std::nullopt; }

private:
    QByteArray m_path;
};

} // namespace ticker
