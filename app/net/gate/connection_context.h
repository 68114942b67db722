// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "expected.h"
#include "gate/access_policy.h"
#include "gate/lane_meter.h"
#include "http/taken_connection.h"
#include "http_codec/reply_headers.h"
#include "polling/pending_body.h"
#include "server_values/server_limits.h"

#include <QString>

#include <functional>
#include <memory>

namespace ticker {

class DeadlineDriver;
class Listener;
class HttpRouter;

/// What every connection needs of the server: one object for all of them, owned by the server, which outlives them.
/// Server thread.
struct ConnectionContext final
{
    Limits limits;
    AccessPolicy policy;
    std::shared_ptr<ConnectionCounter> connections = std::make_shared<ConnectionCounter>();
    LaneMeter lanes{limits.maxLanes};
    bool closing = false; ///< The server goes down: no connection is kept for another request.
    DeadlineDriver *deadlines = nullptr;
    HttpRouter *router = nullptr;
    Listener *listener = nullptr; ///< One that listens; null: none does.
    /// Judges an upgrade that is well-formed and allowed; what it returns is sent and the connection closed.
    std::function<std::optional<HttpReply>(const HttpRequest &, const PeerInfo &)> refuseUpgrade;
    std::function<void(TakenConnection)> acceptUpgrade;
    /// How pages of other origins are answered there.
    std::function<CorsRule(const HttpRequest &)> corsRule;
    /// The reply to a request whose body is longer than the limits allow.
    std::function<HttpReply(const HttpRequest &)> bodyTooLarge;
    /// Told of each request whose head came without its whole body. Null: nobody waits for it; a reply is sent at once
    /// and the connection closed.
    std::function<Expected<std::unique_ptr<PendingBody>, HttpReply>(const HttpRequest &, const PeerInfo &)> expectBody;
    /// A person should read this: what the policy refused, to whom, and how to allow it.
    std::function<void(const HttpRequest &, const PeerInfo &, const HttpError &)> refused;
};

} // namespace ticker
