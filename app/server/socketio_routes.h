// SPDX-FileCopyrightText: TickerTray contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gate.h"

namespace ticker {

class HttpGateway;
class SocketIoServer;
class WebSocketDoor;

/// Joins the Socket.IO engine to the one port: /socket.io/ by polling and by upgrade, and the client library beside
/// it. All arguments outlive the gateway's routes.
void routeSocketIo(HttpGateway &gateway, SocketIoServer &socketIo);
/// The upgrade side of the same.
std::optional<HttpReply> refuseSocketIoUpgrade(SocketIoServer &socketIo, const HttpRequest &request,
                                               const PeerInfo &peer);
void acceptSocketIoUpgrade(SocketIoServer &socketIo, WebSocketDoor &door, UpgradeRequest upgrade);

} // namespace ticker
