// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate/access_policy.h"
#include "gate/body_turns.h"
#include "gate/endpoint_table.h"
#include "gate/lane_meter.h"
#include "gate/waiting_connections.h"
#include "http_codec/http_message.h"
#include "http_codec/reply_headers.h"
#include "server_values/server_limits.h"
#include "streams/connection_slot.h"
#include "telemetry/peer_info.h"
#include "throttle.h"

#include <functional>
#include <memory>

namespace ticker {

class ByteBudget;
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
    WaitingConnections waiting;
    ByteBudget *budget = nullptr; ///< Of what is kept for clients; null: nobody counts.
    Throttle crowdingTold;
    LaneMeter lanes{limits.maxLanes};
    BodyTurns bodies;
    EndpointTable endpoints; ///< What leaves HTTP, by path.
    bool closing = false;    ///< The server goes down: no connection is kept for another request.
    DeadlineDriver *deadlines = nullptr;
    HttpRouter *router = nullptr;
    Listener *listener = nullptr; ///< One that listens; null: none does.
    /// A person should read this: what the policy refused, to whom, and how to allow it.
    std::function<void(const HttpRequest &, const PeerInfo &, const HttpError &)> refused;

    /// How pages of other origins are answered at a path that this endpoint serves, or none.
    [[nodiscard]] CorsRule corsRule(const UpgradeEndpoint *endpoint) const
    {
        if (!policy.allowsAnyOrigin())
            return CorsRule::AllowedOrigins;
        return endpoint ? CorsRule::AnyOrigin : CorsRule::None;
    }
};

} // namespace ticker
