// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http_codec/http_message.h"
#include "telemetry/peer_info.h"

#include <functional>
#include <memory>
#include <optional>

namespace ticker {

class DeadlineDriver;
class HttpRouter;
class WebSocketChannel;

/// Judges a request for a stream of events: nothing, it gets one; or the reply that it gets instead.
using EventStreamGuard = std::function<std::optional<HttpReply>(const HttpRequest &)>;
/// Takes a stream of events that is open, and sends something at once: the head of the reply leaves with it.
using EventStreamAcceptor =
    std::function<void(const PeerInfo &, const HttpRequest &, std::unique_ptr<WebSocketChannel>)>;

/// Serves streams of events at a path of the router; see HttpPort::serveEventStream(). The deadlines outlive all of
/// it.
void routeEventStream(HttpRouter &router, const QByteArray &path, EventStreamGuard refuse, EventStreamAcceptor acceptor,
                      DeadlineDriver &deadlines);

} // namespace ticker
